// Finds figures by what a person remembers of them: a piece of the name, the value, the goal. Order says how well.

import type { FigureState } from '../../shared/model/goal.ts'

/** Letters and digits alone, so that case, spaces, commas and full-width forms do not stand in the way. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,，、·_-]+/g, '')

/** 0 begins with it, 1 contains it, 2 contains its characters in order; undefined has nothing to do with it. */
function closeness(text: string, query: string): number | undefined {
  const where = text.indexOf(query)
  if (where >= 0) return where === 0 ? 0 : 1
  let at = 0
  for (const character of text) if (character === query[at]) at++
  return at === query.length && query.length > 1 ? 2 : undefined
}

/** Figures that fit, best first, else in their own order. An empty query fits all. */
export function searchFigures(figures: Iterable<FigureState>, query: string): FigureState[] {
  const wanted = plain(query)
  if (wanted === '') return [...figures]
  const found: { figure: FigureState; rank: number }[] = []
  for (const figure of figures) {
    const byName = closeness(plain(figure.name), wanted)
    const words = plain(
      `${figure.text}|${figure.goal?.text.target ?? ''}|${figure.goal?.text.attainment ?? ''}`,
    )
    const byValue = words.includes(wanted) ? 1.5 : undefined
    const rank = Math.min(byName ?? Infinity, byValue ?? Infinity)
    if (rank < Infinity) found.push({ figure, rank })
  }
  return found.toSorted((one, other) => one.rank - other.rank).map(({ figure }) => figure)
}
