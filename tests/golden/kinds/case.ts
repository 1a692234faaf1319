// A document's numbers as a test case: small tables, figures from them or typed, goals and comparisons, in a form short
// enough to be written and checked by hand.

import { z } from 'zod'
import { readFormula } from '../../../shared/formula/index.ts'
import { measureComparisons } from '../../../shared/metrics/comparisons/measure.ts'
import { patterns } from '../../../shared/metrics/comparisons/patterns.ts'
import { measureFigures } from '../../../shared/metrics/index.ts'
import { Comparison, type MeasuredComparison } from '../../../shared/model/comparison.ts'
import {
  AggregateFunction,
  type Figure,
  FigureKind,
  type Origin,
  PeriodStep,
} from '../../../shared/model/figure.ts'
import { Comparator, type FigureState, type Goal, Polarity } from '../../../shared/model/goal.ts'
import { type ColumnId, FigureId } from '../../../shared/model/ids.ts'
import { Language } from '../../../shared/model/language.ts'
import { ColumnType } from '../../../shared/model/table.ts'
import { isAdditive } from '../../../shared/metrics/lexicon.ts'
import { patternIds } from '../../../shared/text/comparisons.ts'
import { usualTiers } from '../../../shared/text/figures.ts'
import { placesOf, readingsOf, type Sheet, sheetOf } from '../../support/sheet.ts'

const cell = z.union([z.string(), z.number(), z.null()])

const GivenFigure = z.strictObject({
  name: z.string().optional(),
  kind: FigureKind.optional(),
  unit: z.string().optional(),
  scale: z.union([z.literal(1), z.literal(1e4), z.literal(1e8)]).optional(),
  decimals: z.number().optional(),
  additive: z.boolean().optional(),
  typed: z.number().optional(),
  /** `fn` over a column of a table, of the rows that have these values. */
  from: z
    .strictObject({
      table: z.string(),
      column: z.string().optional(),
      fn: AggregateFunction,
      where: z.record(z.string(), cell).optional(),
      month: z.string().optional(),
      per: PeriodStep.optional(),
    })
    .optional(),
  formula: z.string().optional(),
  pattern: z.strictObject({ id: z.enum(patternIds), of: z.array(z.string()) }).optional(),
})
type GivenFigure = z.infer<typeof GivenFigure>

export const KindCase = z.strictObject({
  about: z.string(),
  language: Language,
  tables: z
    .array(
      z.strictObject({
        name: z.string(),
        columns: z.array(z.strictObject({ name: z.string(), type: ColumnType, unit: z.string().optional() })),
        rows: z.array(z.array(cell)),
      }),
    )
    .optional(),
  figures: z.record(z.string(), GivenFigure),
  goals: z
    .array(
      z.strictObject({
        figure: z.string(),
        comparator: Comparator,
        target: z.number(),
        targetHigh: z.number().optional(),
        polarity: Polarity.optional(),
      }),
    )
    .optional(),
  comparisons: z.array(z.looseObject({ kind: z.string(), name: z.string().optional() })),
})
export type KindCase = z.infer<typeof KindCase>

export interface Measured {
  figures: FigureState[]
  comparisons: MeasuredComparison[]
}

/** Everything that the case's numbers come to, through the same functions as in the program. */
export function measureCase(given: KindCase): Measured {
  const { language } = given
  const sheets = (given.tables ?? []).map(({ name, columns, rows }) =>
    sheetOf(
      `${name}.xlsx`,
      columns.map(({ unit, ...column }) => ({ ...column, ...(unit !== undefined && { unit }) })),
      rows,
      { sheet: name },
    ),
  )
  const figures: Figure[] = []
  for (const [id, one] of Object.entries(given.figures))
    figures.push(figureOf(id, one, figures, sheets, language))
  const goals = (given.goals ?? []).map(({ figure, polarity, targetHigh, ...goal }): Goal => ({
    ...goal,
    figure: FigureId.parse(figure),
    polarity: polarity ?? 'higher',
    origin: { kind: 'typed', value: goal.target, note: '' },
    ...(targetHigh !== undefined && { targetHigh }),
  }))
  const measuring = { language, tiers: usualTiers(language), yearStart: 1 }
  const states = measureFigures(figures, goals, readingsOf(figures, sheets), placesOf(sheets), measuring)
  const byId = new Map(states.map((state) => [state.id, state]))
  const comparisons = given.comparisons.map((comparison, index) => {
    const parsed = Comparison.parse({ id: `k${index + 1}`, name: '', ...comparison })
    return parsed
  })
  return {
    figures: states,
    comparisons: measureComparisons(comparisons, byId, language),
  }
}

function figureOf(
  id: string,
  given: GivenFigure,
  earlier: readonly Figure[],
  sheets: readonly Sheet[],
  language: Language,
): Figure {
  if (given.pattern) {
    const operands = given.pattern.of.flatMap((name) => earlier.find((one) => one.id === name) ?? [])
    const made = patterns.find((one) => one.id === given.pattern?.id)?.make(operands, language)
    if (!made) throw new Error(`${id}: the pattern does not fit`)
    return { ...made, id: FigureId.parse(id), name: given.name ?? made.name }
  }
  const { name = id, kind = 'count', scale = 1, decimals = 0 } = given
  return {
    id: FigureId.parse(id),
    name,
    kind,
    unit: given.unit ?? (kind === 'rate' || kind === 'points' ? '%' : ''),
    rounding: { scale, decimals },
    origin: originOf(id, given, earlier, sheets, language),
    additive:
      given.additive ?? ((kind === 'count' || kind === 'amount' || kind === 'duration') && isAdditive(name)),
    ...(given.from?.month !== undefined && {
      part: { of: FigureId.parse('total'), by: '', key: given.from.month, step: 'month' as const },
    }),
  }
}

function originOf(
  id: string,
  { typed, from, formula }: GivenFigure,
  earlier: readonly Figure[],
  sheets: readonly Sheet[],
  language: Language,
): Origin {
  if (typed !== undefined) return { kind: 'typed', value: typed, note: '' }
  if (formula !== undefined) {
    const read = readFormula(formula, earlier, language)
    if ('problem' in read) throw new Error(`${id}: ${JSON.stringify(read.problem)}`)
    return { kind: 'formula', expression: read.expression }
  }
  const sheet = sheets.find(({ profile }) => profile.table.name === from?.table)
  if (!from || !sheet) throw new Error(`${id} comes from nowhere`)
  const { table } = sheet.profile
  const columnOf = (name: string): ColumnId => {
    const column = table.columns.find((one) => one.name === name)
    if (!column) throw new Error(`${id}: no column ${name}`)
    return column.id
  }
  const date = table.columns.find(({ type }) => type === 'date')
  return {
    kind: 'aggregate',
    table: table.id,
    fn: from.fn,
    ...(from.column !== undefined && { column: columnOf(from.column) }),
    filters: [
      ...Object.entries(from.where ?? {}).map(([name, is]) => ({ column: columnOf(name), is: is ?? '' })),
      ...(from.month !== undefined && date
        ? [{ column: date.id, is: from.month, step: 'month' as const }]
        : []),
    ],
    ...(from.per && date && { per: { column: date.id, step: from.per } }),
  }
}
