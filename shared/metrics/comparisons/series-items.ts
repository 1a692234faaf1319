// The periods of a series: what each is called, which follows which, and which is the same of the year before.
// A figure that is a part by period knows its key, and gaps show; one that only knows its days follows the one before it.

import type { FigureState } from '../../model/goal.ts'
import { keysBetween, shiftKey, shiftSpan, spanOfKey } from '../../numbers/periods.ts'
import { partName } from '../../text/figures.ts'
import type { Bench } from './derive.ts'
import { periodName } from './move.ts'

export interface Item {
  figure: FigureState
  /** As a reader says the period: 2026年3月. */
  label: string
  /** Whether its period comes right after that of the item before. */
  follows: boolean
  /** The item of the same period a year before. */
  yearBefore: Item | undefined
}

/** What the measure is called without its periods. */
export function baseOf(bench: Bench, figures: readonly FigureState[], name: string): string {
  if (name !== '' || !figures[0]) return name
  const { base } = partName(figures[0], bench.language)
  // Behind January 2026 it began with a small letter.
  return bench.language === 'en' ? `${base.charAt(0).toUpperCase()}${base.slice(1)}` : base
}

export function itemsOf(bench: Bench, figures: readonly FigureState[], base: string): Item[] {
  const byPeriod = new Map<string, Item>()
  const items: Item[] = []
  for (const [index, figure] of figures.entries()) {
    const earlier = yearBeforeOf(figure)
    const before = figures[index - 1]
    const item: Item = {
      figure,
      label: periodName(figure, bench.language) ?? withoutBase(figure.name, base),
      follows: before !== undefined && isNext(before, figure),
      yearBefore: earlier === undefined ? undefined : byPeriod.get(earlier),
    }
    items.push(item)
    const at = placeOf(figure)
    if (at !== undefined) byPeriod.set(at, item)
  }
  return items
}

/** How many periods lie between the first and the last: five from January to June, whatever is missing in between. */
export function periodsBetween(items: readonly Item[]): number {
  const [first, last] = [items[0], items.at(-1)].map((item) => item?.figure.part)
  const step = first?.step
  const [from, to] = [first, last].map((part) => (part ? spanOfKey(part.key)?.from : undefined))
  if (step === undefined || last?.step !== step || from === undefined || to === undefined)
    return items.length - 1
  return keysBetween(from, to, step).length - 1
}

const keyOf = ({ part }: FigureState): string | undefined => (part?.step ? part.key : undefined)

/** The period by its key or by its days. */
const placeOf = (figure: FigureState): string | undefined =>
  keyOf(figure) ?? (figure.period && `${figure.period.from}/${figure.period.to}`)

function yearBeforeOf(figure: FigureState): string | undefined {
  const key = keyOf(figure)
  if (key !== undefined) return shiftKey(key, 'year-before')
  const before = figure.period && shiftSpan(figure.period, 'year-before')
  return before && `${before.from}/${before.to}`
}

function isNext(before: FigureState, figure: FigureState): boolean {
  const [earlier, key] = [keyOf(before), keyOf(figure)]
  return earlier === undefined || key === undefined || shiftKey(key, 'previous') === earlier
}

/** 第一周 of 第一周净推荐值, where the measure is 净推荐值. */
function withoutBase(name: string, base: string): string {
  if (base === '') return name
  const at = name.toLowerCase().indexOf(base.toLowerCase())
  const rest = at < 0 ? '' : `${name.slice(0, at)}${name.slice(at + base.length)}`.trim()
  return rest === '' ? name : rest
}
