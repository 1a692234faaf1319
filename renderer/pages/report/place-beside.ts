// Puts something that floats under a place in the window, above it where there is no room below.

interface Place {
  left: number
  top: number
  bottom: number
}

const gap = 6
const edge = 8

export function placeBeside(element: HTMLElement, place: Place): void {
  const { offsetWidth: width, offsetHeight: height } = element
  const below = place.bottom + gap
  const above = place.top - gap - height
  const fits = below + height <= window.innerHeight - edge
  const left = Math.max(edge, Math.min(place.left, window.innerWidth - width - edge))
  element.style.left = `${left}px`
  element.style.top = `${fits || above < edge ? below : above}px`
}
