// Figures and comparisons for tests: written down in a line, measured as the program measures them.

import { measureComparisons } from '../../shared/metrics/comparisons/measure.ts'
import { measureFigures } from '../../shared/metrics/index.ts'
import { Comparison, MeasuredComparison } from '../../shared/model/comparison.ts'
import type { Expression, Figure, Origin } from '../../shared/model/figure.ts'
import type { FigureState, Goal } from '../../shared/model/goal.ts'
import { FigureId } from '../../shared/model/ids.ts'
import type { Language } from '../../shared/model/language.ts'
import { formatValue } from '../../shared/numbers/format.ts'
import { usualTiers } from '../../shared/text/figures.ts'

/** A figure but for its id. A value is typed by hand unless an origin is given; null is one that has no value. */
export interface Given extends Partial<
  Pick<FigureState, 'name' | 'kind' | 'unit' | 'additive' | 'part' | 'period' | 'scope'>
> {
  value: number | null
  decimals?: number
  scale?: 1 | 1e4 | 1e8
  origin?: Origin
}

export const people = (value: number | null, more: Partial<Given> = {}): Given => ({ value, ...more })
export const rate = (value: number | null, decimals = 0, more: Partial<Given> = {}): Given => ({
  value,
  kind: 'rate',
  unit: '%',
  decimals,
  additive: false,
  ...more,
})
export const points = (value: number | null, decimals = 1): Given => ({
  value,
  kind: 'points',
  unit: '%',
  decimals,
  additive: false,
})
export const money = (value: number | null, unit = '元', decimals = 0, more: Partial<Given> = {}): Given => ({
  value,
  kind: 'amount',
  unit,
  decimals,
  additive: !unit.includes('/'),
  ...more,
})

/** An id for what a test calls a figure, in whatever script. */
export const idOf = (key: string): FigureId =>
  FigureId.parse(key.replace(/[^\w.-]/gu, (sign) => (sign.codePointAt(0) ?? 0).toString(36)))

const nowhere: Expression = { figure: FigureId.parse('nowhere') }

export function figureOf(id: string, given: Given): Figure {
  const { value, name = id, kind = 'count', unit = '人', decimals = 0, scale = 1, additive = true } = given
  return {
    id: idOf(id),
    name,
    kind,
    unit,
    rounding: { scale, decimals },
    origin:
      given.origin ??
      (value === null ? { kind: 'formula', expression: nowhere } : { kind: 'typed', value, note: '' }),
    additive,
    ...(given.part && { part: given.part }),
    ...(given.scope !== undefined && { scope: given.scope }),
  }
}

export type Numbers = Readonly<Record<string, Given>>

/** The figures measured, by id. A `period` stands in for what the rows of a table would have said. */
export function statesOf(
  numbers: Numbers,
  language: Language = 'zh-CN',
  goals: readonly Goal[] = [],
): Map<FigureId, FigureState> {
  const figures = Object.entries(numbers).map(([id, given]) => figureOf(id, given))
  const tiers = usualTiers(language)
  const states = measureFigures(figures, goals, new Map(), new Map(), { language, tiers, yearStart: 1 })
  const givenOf = new Map(Object.entries(numbers).map(([key, given]) => [idOf(key), given]))
  return new Map(
    states.map((state) => {
      const { period, origin, value } = givenOf.get(state.id) ?? {}
      // What stands in for rows of a table is known to the last one.
      const read =
        origin?.kind === 'aggregate' && typeof value === 'number'
          ? { value, missing: undefined, text: formatValue(value, state, language) }
          : {}
      return [state.id, { ...state, ...read, ...(period && { period }) }]
    }),
  )
}

/** Words of a comparison that name no figure. */
const inWords = new Set(['kind', 'name', 'population', 'source', 'ages'])

/** The same with the ids of figures for what the test calls them. */
function withIds(part: unknown, key = ''): unknown {
  if (typeof part === 'string') return inWords.has(key) ? part : idOf(part)
  if (Array.isArray(part)) return part.map((one) => withIds(one, key))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, withIds(one, name)]))
}

/** What a comparison of figures gives. `id` and `name` may be left out. */
export function compare(
  numbers: Numbers,
  comparison: { kind: Comparison['kind']; [part: string]: unknown },
  language: Language = 'zh-CN',
): MeasuredComparison {
  const [measured] = measureComparisons(
    [Comparison.parse({ id: 'k', name: '', ...Object(withIds(comparison)) })],
    statesOf(numbers, language),
    language,
  )
  if (!measured) throw new Error('not measured')
  return MeasuredComparison.parse(measured)
}

/** `role` or `role of` with the text of each derived figure. */
export const textsOf = ({ derived }: MeasuredComparison): Record<string, string> =>
  Object.fromEntries(derived.map(({ role, of, text }) => [of === undefined ? role : `${role} ${of}`, text]))

/** The value of one derived figure; undefined when there is none. */
export const valueOf = (
  { derived }: MeasuredComparison,
  role: string,
  of?: string,
): number | null | undefined =>
  derived.find((one) => one.role === role && (of === undefined || one.of === of))?.value
