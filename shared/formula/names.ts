// What figures are called in formulas: by their names, those of one name told apart by a number: [注册#2].

import type { FigureId } from '../model/ids.ts'

/** A figure as formulas name it. */
export interface NamedFigure {
  id: FigureId
  name: string
}

/** What each figure is called in formulas, in the order given, none twice: 注册, or 注册#2 where two have one name. */
export function labelsOf(figures: Iterable<NamedFigure>): ReadonlyMap<FigureId, string> {
  const all = [...figures]
  const counts = new Map<string, number>()
  for (const { name } of all) counts.set(name, (counts.get(name) ?? 0) + 1)
  const labels = new Map<FigureId, string>()
  /** How far the numbers of a name have been given out. */
  const last = new Map<string, number>()
  for (const { id, name } of all) {
    if (counts.get(name) === 1) {
      labels.set(id, name)
      continue
    }
    let order = (last.get(name) ?? 0) + 1
    // A figure may really be called 注册#2.
    while (counts.has(`${name}#${order}`)) order += 1
    last.set(name, order)
    labels.set(id, `${name}#${order}`)
  }
  return labels
}

/** A label as it stands in its brackets: `]` and `\` get a `\` before them. */
export const bracketed = (label: string): string =>
  `[${/[\]\\]/.test(label) ? label.replace(/[\]\\]/g, String.raw`\$&`) : label}]`

/** What a label is compared by when it is not found as it stands: full width, case and spaces do not count. */
export const folded = (label: string): string => label.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** Longer names are not looked through for what was meant. */
const mostCompared = 40

/** The name that a mistyped one was most likely meant for; undefined when none is near. */
export function maybeNearest<T extends string>(text: string, names: Iterable<T>): T | undefined {
  const wanted = folded(text).slice(0, mostCompared)
  if (wanted === '') return undefined
  let best: T | undefined
  let least = Math.max(1, Math.floor(wanted.length / 2)) + 0.5
  for (const name of names) {
    const other = folded(name.slice(0, 4 * mostCompared)).slice(0, mostCompared)
    if (other === '') continue
    const isPart = other.includes(wanted) || (other.length > 1 && wanted.includes(other))
    const far = Math.abs(other.length - wanted.length)
    // A name that holds the other whole is nearer than one in which as many characters differ.
    const distance = isPart ? far / 10 : far > least ? Infinity : distanceOf(wanted, other)
    if (distance < least && distance < Math.max(wanted.length, other.length)) {
      least = distance
      best = name
    }
  }
  return best
}

/** Characters to be put in, taken out or exchanged (Levenshtein). */
function distanceOf(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= right.length; j += 1) {
      const exchanged = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1)
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[right.length] ?? 0
}
