// Texts as they stand in a chart: cleaned, cut to the room they have, a title broken into lines. Widths are estimated, the
// same for every place that draws, since none of them can be asked before it draws.

/** In ems: a Chinese character is as wide as it is high, a letter about half that. */
export const widthOf = (text: string): number => {
  let width = 0
  for (const character of text) width += /[·…\u2e80-\uffef]/.test(character) ? 1 : 0.56
  return width
}

export const widest = (texts: readonly string[], fontSize: number): number =>
  Math.ceil(Math.max(0, ...texts.map((text) => widthOf(text))) * fontSize)

/** A name may be a whole paragraph; a chart has room for so much of it. */
const longestText = 80
const longestTitle = 200

/**
 * A text as it is: ECharts takes braces for templates and styles in any text, and control characters or marks that turn
 * the direction of writing would reach beyond it.
 */
export const plain = (text: string): string => cleaned(text, longestText)

function cleaned(text: string, most: number): string {
  const clean = text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replaceAll('{', '｛')
    .replaceAll('}', '｝')
  const letters = Array.from(clean.slice(0, most * 3))
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('')
}

/** A name cut to so many ems, where several must stand beside one another. */
export function shortened(text: string, ems: number): string {
  const clean = plain(text)
  if (widthOf(clean) <= ems) return clean
  let kept = ''
  for (const letter of clean) {
    if (widthOf(kept) + 1 >= ems) break
    kept += letter
  }
  return `${kept}…`
}

/** Of the type of the labels. */
export const titleSize = 1.2
const lineHeight = 1.5
/** Above the first and below the last line, in ems of the labels. */
const titleGap = 0.7

/** A word, a number with its sign, a character: with the brackets that open before it and the marks that close behind it. */
const pieces =
  /[（《「“([]*(?:[\p{Script=Latin}\p{N}¥$€£+−-][\p{Script=Latin}\p{N}.,:/%+−–'’-]*|\s+|.)[，。、；：！？）》」”%…,.;:!?)\]]*/gsu

/** The title in one line or in two about as long as each other; what has no room in two is cut. */
export function titleLines(title: string, width: number, fontSize: number): string[] {
  const text = cleaned(title, longestTitle).trim()
  if (text === '') return []
  // Bold type is a little wider than the estimate.
  const room = (width / fontSize - 1.5) / titleSize / 1.04
  if (widthOf(text) <= room) return [text]
  const parts = text.match(pieces) ?? [text]
  let best: [string, string] | undefined
  let least = Infinity
  for (let index = 1; index < parts.length; index += 1) {
    const first = parts.slice(0, index).join('').trimEnd()
    const second = parts.slice(index).join('').trimStart()
    const [one, other] = [widthOf(first), widthOf(second)]
    if (one > room || other > room) continue
    // A pause is a good place to go on in another line.
    const cost = Math.abs(one - other) - (/[，。；：,;:]$/u.test(first) ? room / 2 : 0)
    if (cost < least) [best, least] = [[first, second], cost]
  }
  if (best) return best
  let first = ''
  for (const part of parts) {
    if (widthOf(first + part) > room) break
    first += part
  }
  if (first === '') first = shortened(text, room).slice(0, -1)
  return [first.trimEnd(), shortened(text.slice(first.length).trimStart(), room)]
}

/** How high the title is with what is between it and the drawing, in the unit of `width` and `fontSize`. */
export function titleHeight(title: string, width: number, fontSize: number): number {
  const lines = titleLines(title, width, fontSize).length
  return lines === 0 ? 0 : fontSize * (titleGap + lineHeight * lines)
}

export const titleLineHeight = (fontSize: number): number => fontSize * lineHeight
