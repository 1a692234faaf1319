// Reads measured figures the way a writer does: which goals were met, which channel leads, which is dear, which month
// was best. It words nothing; what the data does not give is simply absent.

import type { PeriodStep } from '../model/figure.ts'
import type { FigureState } from '../model/goal.ts'
import type { FigureId } from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import { partName } from '../text/figures.ts'
import type { Manner } from '../text/report-sentences.ts'

export interface Evidence {
  goals?: GoalEvidence
  /** File names without their ending, in the order of the tables. */
  sources: readonly string[]
  main?: MainEvidence
  parts?: PartEvidence
  months?: MonthEvidence
}

export interface GoalEvidence {
  all: readonly FigureState[]
  reached: readonly FigureState[]
  /** Furthest from the target first. */
  missed: readonly FigureState[]
  /** The reached goal of higher-is-better that went furthest beyond its target. */
  best?: FigureState
  /** Reached goals of lower-is-better; empty when any of that kind was missed. */
  kept: readonly FigureState[]
  /** The figure that counts them. */
  count?: FigureState
}

/** A figure over all parts, and the name that its parts are named after: 点击率, where the figure is 整体点击率. */
export interface Based {
  figure: FigureState
  base: string
}

/** What the daily table is about. */
export interface MainEvidence extends Based {
  manner: Manner
  step: PeriodStep
  days?: FigureState
  /** Of a day where days add up; of a level, the figure itself. */
  average?: FigureState
  peak?: FigureState
  /** Names of what was added up: 曝光, 点击, 注册. */
  measures: readonly string[]
  rates: readonly Based[]
  unitCost?: Based
}

export interface PartEvidence {
  by: string
  count?: FigureState
  /** By the main measure, largest first. */
  rows: readonly PartRow[]
  /** Wholes that every row has a part of, with the base of the parts' names. */
  columns: readonly { whole: FigureState; base: string }[]
  /** What was spent on the unit cost. */
  cost?: Based
  cheapest?: PartRow
  dearest?: PartRow
}

export interface PartRow {
  key: string
  share?: FigureState
  of: ReadonlyMap<FigureId, FigureState>
}

export interface MonthEvidence {
  all: readonly FigureState[]
  /** Months whose days are all there; only those are compared. */
  full: readonly FigureState[]
  /** The others. */
  partial: readonly FigureState[]
}

export function gatherEvidence(figures: readonly FigureState[], language: Language): Evidence {
  const goals = gatherGoals(figures)
  const files = figures.flatMap(({ trace }) => trace.file ?? [])
  const sources = [...new Set(files.map((file) => file.replace(/\.[a-z]+$/i, '')))]
  const whole = mainFigure(figures)
  if (!whole) return { sources, ...(goals && { goals }) }
  const parts = gatherParts(whole, figures, language)
  const months = gatherMonths(whole, figures)
  return {
    sources,
    ...(goals && { goals }),
    main: gatherMain(whole, figures, language),
    ...(parts && { parts }),
    ...(months && { months }),
  }
}

function gatherGoals(figures: readonly FigureState[]): GoalEvidence | undefined {
  const all = figures.filter(({ goal }) => goal !== undefined)
  if (all.length === 0) return undefined
  const verdictOf = ({ goal }: FigureState): string => goal?.verdict ?? 'unknown'
  const lower = all.filter(({ goal }) => goal?.polarity === 'lower')
  const reached = all.filter((figure) => verdictOf(figure) === 'met' || verdictOf(figure) === 'exceeded')
  const beyond = ({ goal }: FigureState): number => goal?.attainment ?? 0
  const distance = ({ goal }: FigureState): number => Math.abs((goal?.attainment ?? 0) - 1)
  const best = reached
    .filter(({ goal }) => goal?.polarity === 'higher')
    .toSorted((a, b) => beyond(b) - beyond(a))[0]
  const table = all
    .map(({ origin }) => (origin.kind === 'cell' ? origin.table : undefined))
    .find((id) => id !== undefined)
  const count = figures.find(
    ({ role, origin }) =>
      role === 'extent' && origin.kind === 'aggregate' && origin.fn === 'count' && origin.table === table,
  )
  return {
    all,
    reached,
    missed: all
      .filter((figure) => verdictOf(figure) === 'missed')
      .toSorted((a, b) => distance(b) - distance(a)),
    kept: lower.every((figure) => reached.includes(figure)) ? lower : [],
    ...(best && { best }),
    ...(count && count.value === all.length && { count }),
  }
}

/** The whole whose shares, months or peak were proposed. Several tables may be about the same: the first one speaks. */
function mainFigure(figures: readonly FigureState[]): FigureState | undefined {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  const hint = figures.find(({ role, part }) => role === 'share' || part?.step === 'month')?.part?.of
  const peak = figures.find(({ role }) => role === 'peak')
  const found =
    (hint && byId.get(hint)) ??
    figures.find((figure) => peak && figure.role !== 'peak' && sameRows(figure, peak))
  return found && found.value !== null ? found : undefined
}

const columnOf = ({ origin }: FigureState): string | undefined =>
  origin.kind === 'aggregate' ? `${origin.table} ${origin.column}` : undefined

const tableOf = ({ origin }: FigureState): string | undefined =>
  origin.kind === 'aggregate' ? origin.table : undefined

/** Both over the same column of all rows. */
const sameRows = (left: FigureState, right: FigureState): boolean =>
  columnOf(left) !== undefined && columnOf(left) === columnOf(right) && !left.part && !right.part

function gatherMain(whole: FigureState, figures: readonly FigureState[], language: Language): MainEvidence {
  const table = tableOf(whole)
  const wholes = figures.filter(({ part, value }) => !part && value !== null)
  const companions = wholes.filter((figure) => figure !== whole && sameRows(figure, whole))
  const average = whole.additive ? companions.find(({ role }) => role === 'average') : whole
  const peak = companions.find(({ role }) => role === 'peak')
  const per = peak?.origin.kind === 'aggregate' ? peak.origin.per : undefined
  const dates = figures.find(({ part }) => part?.of === whole.id && part.step === 'month')
  const dateColumn =
    per?.column ?? (dates?.origin.kind === 'aggregate' ? dates.origin.filters.at(-1)?.column : undefined)
  const days = wholes.find(
    ({ role, origin }) =>
      role === 'extent' &&
      origin.kind === 'aggregate' &&
      origin.table === table &&
      origin.column === dateColumn,
  )
  const own = new Set(figures.filter((figure) => tableOf(figure) === table).map(({ id }) => id))
  const rates = wholes.flatMap((figure) => {
    const numerator = figure.role === 'rate' ? numeratorOf(figure) : undefined
    return numerator && own.has(numerator) ? [{ figure, base: baseOf(figure, figures, language) }] : []
  })
  const unitCost = rates.find(({ figure }) => figure.kind === 'amount')
  const totals = wholes.filter((figure) => figure.role === 'total' && tableOf(figure) === table)
  const manner = !whole.additive ? 'level' : whole.kind === 'count' ? 'count' : 'amount'
  return {
    figure: whole,
    manner,
    base: baseOf(whole, figures, language),
    step: per?.step ?? 'day',
    measures: totals.toSorted(byColumn).map((total) => baseOf(total, figures, language)),
    rates: rates.filter(({ figure }) => figure.kind === 'rate'),
    ...(days && { days }),
    ...(average && { average }),
    ...(peak && { peak }),
    ...(unitCost && { unitCost }),
  }
}

/** As the columns stand in the sheet: a funnel reads from its first step. */
function byColumn(left: FigureState, right: FigureState): number {
  const letter = ({ trace }: FigureState): string => /^[A-Z]+/.exec(trace.cells ?? '')?.[0] ?? ''
  return letter(left).length - letter(right).length || letter(left).localeCompare(letter(right), 'en')
}

function baseOf(whole: FigureState, figures: readonly FigureState[], language: Language): string {
  const part = figures.find(({ part: own, role }) => role === 'part' && own?.of === whole.id)
  const base = part ? partName(part, language).base : whole.name
  return base
}

function gatherParts(
  whole: FigureState,
  figures: readonly FigureState[],
  language: Language,
): PartEvidence | undefined {
  const divided = figures.filter(
    ({ part, value }) => part !== undefined && part.step === undefined && value !== null,
  )
  const by = divided.find(({ part, role }) => role === 'part' && part?.of === whole.id)?.part?.by
  if (by === undefined) return undefined
  const own = divided.filter(({ part }) => part?.by === by)
  const keys = [...new Set(own.flatMap(({ part }) => part?.key ?? []))]
  const rows = keys.map((key): PartRow => {
    const cells = own.filter(({ part }) => part?.key === key)
    const share = cells.find(({ role, part }) => role === 'share' && part?.of === whole.id)
    return {
      key,
      of: new Map(
        cells.flatMap((figure) => (figure.role === 'part' && figure.part ? [[figure.part.of, figure]] : [])),
      ),
      ...(share && { share }),
    }
  })
  const valueOf = (row: PartRow, id: FigureId | undefined): number => (id && row.of.get(id)?.value) ?? 0
  const columns = figures
    .filter(({ id, part }) => !part && rows.every((row) => row.of.has(id)))
    .map((figure) => ({ whole: figure, base: baseOf(figure, figures, language) }))
  const unitCost = columns.find(({ whole: { role, kind } }) => role === 'rate' && kind === 'amount')?.whole
  const spent = unitCost && columns.find(({ whole: { id } }) => id === numeratorOf(unitCost))
  const byCost = unitCost ? rows.toSorted((a, b) => valueOf(a, unitCost.id) - valueOf(b, unitCost.id)) : []
  const [cheapest, dearest] = [byCost[0], byCost.at(-1)]
  const first = rows.flatMap((row) => row.of.get(whole.id) ?? [])[0]
  const column = first?.origin.kind === 'aggregate' ? first.origin.filters.at(-1)?.column : undefined
  const count = figures.find(
    ({ role, origin }) =>
      role === 'extent' &&
      origin.kind === 'aggregate' &&
      origin.table === tableOf(whole) &&
      origin.column === column,
  )
  return {
    by,
    rows: rows
      .filter((row) => row.of.has(whole.id))
      .toSorted((a, b) => valueOf(b, whole.id) - valueOf(a, whole.id)),
    columns,
    ...(count && { count }),
    ...(spent && { cost: { figure: spent.whole, base: spent.base } }),
    ...(cheapest && { cheapest }),
    ...(dearest && dearest !== cheapest && { dearest }),
  }
}

function numeratorOf({ origin }: FigureState): FigureId | undefined {
  if (origin.kind !== 'formula' || !('operator' in origin.expression)) return undefined
  const { left } = origin.expression
  return 'figure' in left ? left.figure : undefined
}

/** A month of which less than this is covered is not compared with the others. */
const fullMonth = 0.95
const dayMs = 86_400_000

function gatherMonths(whole: FigureState, figures: readonly FigureState[]): MonthEvidence | undefined {
  const all = figures
    .filter(({ part, value }) => part?.of === whole.id && part.step === 'month' && value !== null)
    .toSorted((a, b) => (a.part?.key ?? '').localeCompare(b.part?.key ?? '', 'en'))
  if (all.length < 2) return undefined
  const covered = ({ part, period }: FigureState): number => {
    if (!part || !period) return 1
    const [year = 0, month = 1] = part.key.split('-').map(Number)
    const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
    return ((Date.parse(period.to) - Date.parse(period.from)) / dayMs + 1) / days
  }
  return {
    all,
    full: all.filter((month) => covered(month) >= fullMonth),
    partial: all.filter((month) => covered(month) < fullMonth),
  }
}
