// The results in figures: goals, parts (渠道表现), change over time. Each with its sentences, table and chart.

import type { FigureState } from '../model/goal.ts'
import type { Block, Inline } from '../model/report.ts'
import { unitLabel } from '../numbers/format.ts'
import { partName } from '../text/figures.ts'
import { bareMention, mention, plain, reference } from './blocks.ts'
import { type Desk, given, named, ranked } from './desk.ts'
import type { MainEvidence, PartEvidence } from './evidence.ts'

/** Goals named one by one while the others are summed up. */
const namedGoals = 3

export function goals({ evidence, words, say, make, paragraph, chart }: Desk): Block[] {
  const heading = make.heading('goals', 2, words.headings.goals)
  const judged = evidence.goals
  if (!judged) return [heading, make.prompt('goals.prompt', words.prompts.goals)]
  const right = { align: 'right', weight: 1.3 } as const
  const table = make.table(
    'goals.table',
    words.goalTable.caption,
    1,
    [
      { align: 'left', weight: 1.4 },
      right,
      right,
      { align: 'right', weight: 1.3 },
      { align: 'center', weight: 0.9 },
    ],
    [
      words.goalTable.columns.map(plain),
      ...judged.all.map((figure) => [
        plain(figure.name),
        [mention(figure, 'target')],
        [mention(figure)],
        [mention(figure, 'attainment')],
        [mention(figure, 'verdict')],
      ]),
    ],
  )
  const drawn = chart('goals.chart', 'goals')
  const shown = drawn && reference(drawn)
  const { all, reached, missed, best, kept, count } = judged
  const judgedAll = reached.length + missed.length
  const [fewer, rest] =
    missed.length < reached.length ? ([missed, 'reached'] as const) : ([reached, 'missed'] as const)
  // 其余指标 speaks of every other goal, so none may be without data, and those named must be few.
  const sayRest = judgedAll === all.length && fewer.length <= namedGoals && fewer.length * 2 < all.length
  const nameOf = ({ name }: FigureState): string => name
  return given(
    heading,
    paragraph(
      'goals.lead',
      say.goalsLead(count && mention(count), reference(table), shown),
      judgedAll > 0
        ? say.goalsReached(reached.map(nameOf), missed.map(nameOf), sayRest ? rest : undefined)
        : undefined,
    ),
    table,
    drawn,
    paragraph(
      'goals.reading',
      best && say.goalsBest(named(best)),
      kept.length > 0 ? say.goalsKept(kept.map(named)) : undefined,
      shown && all.some(({ goal }) => goal?.polarity === 'lower') ? say.goalsChartNote(shown) : undefined,
    ),
    paragraph('goals.missed', missed.length > 0 ? say.goalsMissed(missed.map(named)) : undefined),
  )
}

/** Parts named after the first. */
const namedParts = 2
/** Besides its name and its share, what a part's row can hold on a page. */
const mostColumns = 5

export function parts(desk: Desk): Block[] {
  const { evidence, words, say, make, paragraph, chart } = desk
  const { main, parts: divided } = evidence
  const [first, ...others] = divided?.rows ?? []
  if (!main || !divided || !first || others.length === 0) {
    // Without parts there is nothing to ask for either, once there is a table that has none.
    return main
      ? []
      : [
          make.heading('parts', 2, words.headings.parts(words.part)),
          make.prompt('parts.prompt', words.prompts.parts),
        ]
  }
  const table = partTable(desk, main, divided)
  const shares = chart('parts.shares', 'shares')
  const compared = chart('parts.compare', 'compare')
  const { cheapest, dearest, columns } = divided
  const top = ranked(first, main.figure, true)
  const next = given(...others.slice(0, namedParts).map((row) => ranked(row, main.figure, true)))
  const last = others.length > namedParts ? others.at(-1) : undefined
  const cost = main.unitCost
  const low = cost && cheapest && ranked(cheapest, cost.figure, false)
  const high = cost && dearest && ranked(dearest, cost.figure, false)
  const rates = main.rates.flatMap(({ figure, base }) => {
    if (!columns.some(({ whole }) => whole.id === figure.id)) return []
    const best = divided.rows.toSorted(
      (a, b) => valueOf(b.of.get(figure.id)) - valueOf(a.of.get(figure.id)),
    )[0]
    const highest = best?.of.get(figure.id)
    return best && highest ? [{ name: base, key: best.key, value: mention(highest) }] : []
  })
  return given(
    make.heading('parts', 2, words.headings.parts(divided.by)),
    paragraph(
      'parts.lead',
      say.partsLead(divided.by, main.base, reference(table), shares && reference(shares)),
      top && say.partsRanked(main.base, main.manner, top, next, last && ranked(last, main.figure, true)),
    ),
    table,
    shares,
    paragraph(
      'parts.reading',
      cost && low && high
        ? say.partsCost(cost.base, low, high, mention(cost.figure), compared && reference(compared))
        : undefined,
      rates.length > 0 ? say.partsRates(rates) : undefined,
    ),
    cost && low && high ? compared : undefined,
  )
}

const valueOf = (figure: FigureState | undefined): number => figure?.value ?? -Infinity

/** 渠道 | 注册（人） | 注册占比 | 成本（万元） | 获客成本（元/人） | 点击率 | …, and the totals in the last row. */
function partTable({ words, make, language }: Desk, main: MainEvidence, divided: PartEvidence): Block {
  const has = (figure: FigureState): boolean => divided.columns.some(({ whole }) => whole.id === figure.id)
  const measured = [
    { figure: main.figure, base: main.base },
    ...given(divided.cost, main.unitCost),
    ...main.rates,
  ].filter(({ figure }) => has(figure))
  // A level without sums (DAU by platform) has no other columns: show what else there is.
  const rest = divided.columns.filter(({ whole }) => !measured.some(({ figure }) => figure.id === whole.id))
  const columns = [
    ...measured,
    ...(measured.length > 1 ? [] : rest.map(({ whole, base }) => ({ figure: whole, base }))),
  ].slice(0, mostColumns)
  const withShare = divided.rows.every(({ share }) => share !== undefined)
  const roundingOf = ({ id, rounding }: FigureState): FigureState['rounding'] =>
    divided.rows[0]?.of.get(id)?.rounding ?? rounding
  const cell = (figure: FigureState | undefined, column: FigureState): Inline[] => {
    if (!figure) return []
    return figure.kind === 'rate' ? [mention(figure)] : [bareMention(figure, roundingOf(column))]
  }
  const row = (
    name: string,
    share: Inline[],
    of: (whole: FigureState) => FigureState | undefined,
  ): Inline[][] => [
    plain(name),
    ...columns.flatMap(({ figure }, index) => [
      cell(of(figure), figure),
      ...(index === 0 && withShare ? [share] : []),
    ]),
  ]
  const head = ({ figure, base }: { figure: FigureState; base: string }): Inline[] => {
    const name = capital(base)
    const unit =
      figure.kind === 'rate' ? '' : unitLabel({ ...figure, rounding: roundingOf(figure) }, language)
    return plain(words.partTable.withUnit(name, unit))
  }
  const header = [
    plain(divided.by),
    ...columns.flatMap((column, index) => [
      head(column),
      ...(index === 0 && withShare ? [plain(words.partTable.share(main.base))] : []),
    ]),
  ]
  return make.table(
    'parts.table',
    words.partTable.caption(divided.by),
    1,
    header.map((_, index) => (index === 0 ? { align: 'left', weight: 1.2 } : { align: 'right', weight: 1 })),
    [
      header,
      ...divided.rows.map((part) =>
        row(part.key, part.share ? [mention(part.share)] : [], ({ id }) => part.of.get(id)),
      ),
      row(words.partTable.total, [], (whole) => whole),
    ],
  )
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** Months closer than this are called level. */
const level = 0.03

export function trend({ evidence, words, say, make, paragraph, chart, language }: Desk): Block[] {
  const heading = make.heading('trend', 2, words.headings.trend)
  const { main, months } = evidence
  if (!main) return [heading, make.prompt('trend.prompt', words.prompts.trend)]
  const { average, peak, base } = main
  const drawn = months && chart('trend.chart', 'trend')
  const month = (figure: FigureState): { key: string; value: Inline } => ({
    key: partName(figure, language).label,
    value: mention(figure),
  })
  const { full, partial } = months ?? { full: [], partial: [] }
  const [first, last] = [full[0], full.at(-1)]
  const byValue = full.toSorted((a, b) => valueOf(b) - valueOf(a))
  const [highest, lowest] = [byValue[0], byValue.at(-1)]
  const change = first && last && first !== last ? valueOf(last) / valueOf(first) - 1 : undefined
  const direction = change === undefined || Math.abs(change) < level ? 'level' : change > 0 ? 'up' : 'down'
  // Between the first month and the last there is nothing higher or lower to add.
  const told = [first, last].includes(highest) && [first, last].includes(lowest)
  return given(
    heading,
    paragraph(
      'trend.lead',
      average &&
        say.trendLead(
          base,
          main.step,
          main.manner,
          mention(average),
          peak?.at === undefined ? undefined : { value: mention(peak), at: mention(peak, 'at') },
        ),
      drawn && say.trendChart(reference(drawn)),
      change !== undefined && first && last
        ? say.trendMonths(base, month(first), month(last), direction)
        : undefined,
      full.length > 2 && highest && lowest && !told
        ? say.trendExtremes(month(highest), month(lowest))
        : undefined,
      partial.length > 0 && change !== undefined
        ? say.trendPartial(partial.map((one) => ({ key: month(one).key, period: mention(one, 'period') })))
        : undefined,
    ),
    drawn,
    make.prompt('trend.cause', words.prompts.trendCause),
  )
}
