// Sentences of a report that carry figures. Every number in them is a mention handed in; the words bring none.
// A sentence says only what the figures given to it show. Over 300 lines because each stands here in both languages.

import type { PeriodStep } from '../model/figure.ts'
import type { Language } from '../model/language.ts'
import type { Inline } from '../model/report.ts'
import { inner, plural } from './english.ts'
import { contentOf, joined, phrase, type Piece } from './phrase.ts'

/** A named figure and what is said of it. */
export interface Named {
  name: string
  value: Piece
  target: Piece
  outcome: Piece
}

/** A part with its value and, where known, its share of the whole. */
export interface Ranked {
  key: string
  value: Piece
  share?: Piece | undefined
}

/** How a measure is compared: counted (最多), an amount (最高), or a level that no part brings (日活, a rate). */
export type Manner = 'count' | 'amount' | 'level'

export interface ReportSentences {
  /** Who was where; pieces are absent when the author has not said. */
  placement: (
    facts: Readonly<Partial<Record<'period' | 'organisation' | 'department' | 'post' | 'mentor', Piece>>>,
  ) => Inline[]
  /** What the report's figures are taken from. */
  basis: (
    sources: readonly string[],
    period?: Piece,
    days?: Piece,
    parts?: { count: Piece; by: string },
  ) => Inline[]

  dutiesLead: (base: string | undefined, by: string | undefined, hasGoals: boolean) => Inline[]
  dutyRecords: (
    step: PeriodStep,
    measures: readonly string[],
    rates: readonly string[],
    by?: { by: string; keys: readonly string[] },
  ) => Inline[]
  dutyGoals: (names: readonly string[], more: boolean) => Inline[]
  dutyParts: (by: string, base: string, manner: Manner, unitCost?: string) => Inline[]
  dutyTrend: (base: string) => Inline[]

  goalsLead: (count: Piece | undefined, table: Piece, chart: Piece | undefined) => Inline[]
  /** `rest`: what can be said of all goals but the few that are named; absent when both kinds are named. */
  goalsReached: (
    reached: readonly string[],
    missed: readonly string[],
    rest?: 'reached' | 'missed',
  ) => Inline[]
  goalsBest: (best: Named) => Inline[]
  goalsKept: (kept: readonly Named[]) => Inline[]
  goalsMissed: (missed: readonly Named[]) => Inline[]
  /** How the chart shows goals of lower-is-better. */
  goalsChartNote: (chart: Piece) => Inline[]

  partsLead: (by: string, base: string, table: Piece, chart: Piece | undefined) => Inline[]
  partsRanked: (
    base: string,
    manner: Manner,
    first: Ranked,
    next: readonly Ranked[],
    last: Ranked | undefined,
  ) => Inline[]
  partsCost: (
    name: string,
    cheapest: Ranked,
    dearest: Ranked,
    overall: Piece,
    chart: Piece | undefined,
  ) => Inline[]
  partsRates: (best: readonly { name: string; key: string; value: Piece }[]) => Inline[]

  /** `average` is that of a period where values add up, and the mean of all values of a level. */
  trendLead: (
    base: string,
    step: PeriodStep,
    manner: Manner,
    average: Piece,
    peak: { value: Piece; at: Piece } | undefined,
  ) => Inline[]
  trendChart: (chart: Piece) => Inline[]
  trendMonths: (base: string, first: Ranked, last: Ranked, direction: 'up' | 'down' | 'level') => Inline[]
  trendExtremes: (highest: Ranked, lowest: Ranked) => Inline[]
  /** Months that the data covers only in part. */
  trendPartial: (months: readonly { key: string; period: Piece }[]) => Inline[]

  caseBackground: (
    key: string,
    by: string,
    base: string,
    share: Piece | undefined,
    cost: Piece | undefined,
  ) => Inline[]
  caseGoals: (goals: readonly Named[]) => Inline[]
  caseProcess: (
    step: PeriodStep,
    first: string,
    last: string,
    rates: readonly { name: string; value: Piece; overall: Piece }[],
  ) => Inline[]
  caseResult: (
    results: readonly { name: string; value: Piece }[],
    unitCost?: { name: string; value: Piece; overall: Piece; side: 'above' | 'below' | 'level' },
  ) => Inline[]

  /** What total and unit cost say together. */
  lessonTwoViews: (base: string, most: string, unitCost: string, cheapest: Ranked) => Inline[]
  lessonOneView: (base: string, unitCost: string, leader: Ranked) => Inline[]
  lessonRates: (rates: readonly { name: string; value: Piece }[]) => Inline[]
  lessonGoals: () => Inline[]

  shortGoals: (missed: readonly Named[]) => Inline[]
  shortNoGoals: () => Inline[]
  shortPart: (
    by: string,
    key: string,
    unitCost: string,
    value: Piece,
    overall: Piece,
    base: string,
    share: Piece | undefined,
  ) => Inline[]

  planGoals: (missed: readonly Named[]) => Inline[]
  planKeep: (goal: Named) => Inline[]
  planDear: (key: string, unitCost: string, value: Piece, overall: Piece) => Inline[]
  planCheap: (key: string, unitCost: string, value: Piece) => Inline[]
  planTrend: (base: string) => Inline[]
}

const list = (names: readonly Piece[]): Piece[] => joined(names, '、', '和')
const everyZh = {
  day: '每天',
  week: '每周',
  month: '每月',
  quarter: '每个季度',
  half: '每半年',
  year: '每年',
} as const
const byZh = {
  day: '按日',
  week: '按周',
  month: '按月',
  quarter: '按季度',
  half: '按半年',
  year: '按年',
} as const
const meanZh = {
  day: '日均',
  week: '周均',
  month: '月均',
  quarter: '季均',
  half: '半年均',
  year: '年均',
} as const
const peakZh = {
  day: '单日',
  week: '单周',
  month: '单月',
  quarter: '单季',
  half: '半年',
  year: '全年',
} as const

const zh: ReportSentences = {
  placement: ({ period, organisation, department, post, mentor }) =>
    phrase`${period === undefined ? '' : [period, '，']}我在${organisation ?? ''}${department ?? ''}实习${post === undefined ? '' : ['，岗位为', post]}${mentor === undefined ? '' : ['，由', mentor, '指导']}。`,
  basis: (sources, period, days, parts) =>
    phrase`本文的数据取自${list(sources.map((name) => `《${name}》`))}${period === undefined ? '' : ['，统计区间为', period]}${days === undefined ? '' : ['，共', days]}${parts === undefined ? '' : ['，覆盖', parts.count, parts.by]}。`,

  dutiesLead: (base, by, hasGoals) =>
    base === undefined
      ? phrase`实习期间，我的日常工作以跟踪考核指标为主，对照目标查看进度。主要工作如下：`
      : phrase`实习期间，我的日常工作以${by === undefined ? '' : `各${by}的`}${base}数据为主线${hasGoals ? '，并对照目标查看进度' : ''}。主要工作如下：`,
  dutyRecords: (step, measures, rates, by) =>
    phrase`${bold('数据记录与核对：')}${everyZh[step]}汇总${by === undefined ? '' : [list(by.keys), '的']}${list(measures)}${rates.length === 0 ? '' : ['，核算', list(rates)]}，发现异常及时核对。`,
  dutyGoals: (names, more) =>
    phrase`${bold('目标跟踪：')}对照${more ? [joined(names, '、'), '等指标'] : list(names)}的目标，查看完成进度，找出偏差。`,
  dutyParts: (by, base, manner, unitCost) =>
    phrase`${bold(`${by}分析：`)}比较各${by}的${base}${manner === 'level' ? '' : '占比'}${unitCost === undefined ? '' : `和${unitCost}`}，找出表现好的和需要改进的${by}。`,
  dutyTrend: (base) => phrase`${bold('阶段复盘：')}按月整理${base}的变化，留意高峰和回落，分析背后的原因。`,

  goalsLead: (count, table, chart) =>
    phrase`${count === undefined ? '各项考核指标的目标与实际完成情况' : ['本期共考核', count, '指标，目标与实际完成情况']}见${table}${chart === undefined ? '' : ['，达成程度见', chart]}。`,
  goalsReached: (reached, missed, rest) =>
    missed.length === 0
      ? phrase`各项指标均达成目标。`
      : reached.length === 0
        ? phrase`从结果看，各项指标均未达成目标。`
        : rest === 'reached'
          ? phrase`除${list(missed)}未达成外，其余指标均达成目标。`
          : rest === 'missed'
            ? phrase`目前只有${list(reached)}达成目标，其余指标均未达成。`
            : phrase`其中，${list(reached)}达成目标，${list(missed)}未达成。`,
  goalsBest: ({ name, value, target, outcome }) =>
    phrase`表现最突出的是${name}，目标${target}，实际${value}，${outcome}。`,
  goalsKept: (kept) =>
    phrase`越低越好的指标都控制在目标以内：${joined(
      kept.map(({ name, value, outcome }) => [name, value, '，', outcome]),
      '；',
    )}。`,
  goalsMissed: (missed) =>
    phrase`未达成的指标中，${joined(
      missed.map(({ name, value, target, outcome }) => [
        name,
        '目标',
        target,
        '，实际',
        value,
        '，',
        outcome,
      ]),
      '；',
    )}。`,
  goalsChartNote: (chart) =>
    phrase`${chart}中，越低越好的指标按比目标节省的幅度折算，条形越过目标线即为达成。`,

  partsLead: (by, base, table, chart) =>
    phrase`各${by}的数据汇总见${table}${chart === undefined ? '' : [`，${base}占比见`, chart]}。`,
  partsRanked: (base, manner, first, next, last) =>
    phrase`${base}${manner === 'count' ? '最多' : '最高'}的是${first.key}，为${first.value}${first.share === undefined ? '' : ['，占全部的', first.share]}${next.length === 0 ? '' : ['；其后依次为', list(next.map(ranked))]}${last === undefined ? '' : [`；${manner === 'count' ? '最少' : '最低'}的是`, ranked(last)]}。`,
  partsCost: (name, cheapest, dearest, overall, chart) =>
    phrase`从${name}看，整体为${overall}，其中${cheapest.key}最低，为${cheapest.value}，${dearest.key}最高，为${dearest.value}${chart === undefined ? '' : ['（见', chart, '）']}。`,
  partsRates: (best) =>
    phrase`从转化效率看，${joined(
      best.map(({ name, key, value }) => [name, '最高的是', key, '，为', value]),
      '；',
    )}。`,

  trendLead: (base, step, manner, average, peak) =>
    phrase`统计区间内，${manner === 'level' ? [base, '均值为'] : [meanZh[step], base]}${average}${peak === undefined ? '' : ['，', peakZh[step], '最高为', peak.value, '，出现在', peak.at]}。`,
  trendChart: (chart) => phrase`逐月变化见${chart}。`,
  trendMonths: (base, first, last, direction) =>
    direction === 'level'
      ? phrase`从${first.key}到${last.key}，${base}基本持平，分别为${first.value}和${last.value}。`
      : phrase`从${first.key}到${last.key}，${base}由${first.value}${direction === 'up' ? '增至' : '降至'}${last.value}。`,
  trendExtremes: (highest, lowest) =>
    phrase`其中${highest.key}最高，为${highest.value}，${lowest.key}最低，为${lowest.value}。`,
  trendPartial: (months) =>
    phrase`${list(months.map(({ key, period }) => [key, '（', period, '）']))}不足整月，未参与上述比较。`,

  caseBackground: (key, by, base, share, cost) =>
    phrase`${key}是本期${base}最多的${by}${share === undefined ? '' : [`，占全部${base}的`, share]}${cost === undefined ? '' : ['，累计投入成本', cost]}。`,
  caseGoals: (goals) =>
    phrase`对应的考核指标为${list(goals.map(({ name, target }) => [name, '（', target, '）']))}。`,
  caseProcess: (step, first, last, rates) =>
    phrase`执行期间${byZh[step]}跟踪从${first}到${last}的各个环节，${joined(
      rates.map(({ name, value, overall }) => [name, '为', value, '（整体', overall, '）']),
      '，',
    )}。`,
  caseResult: (results, unitCost) =>
    phrase`累计带来${joined(
      results.map(({ name, value }) => [name, value]),
      '、',
    )}${unitCost === undefined ? '' : [`，${unitCost.name}为`, unitCost.value, unitCost.side === 'level' ? '，与整体水平相当' : [unitCost.side === 'above' ? '，高于整体的' : '，低于整体的', unitCost.overall]]}。`,

  lessonTwoViews: (base, most, unitCost, cheapest) =>
    phrase`看数据的角度更全面了。只看总量，${most}的${base}最多；再看${unitCost}，${cheapest.key}才是最低的，为${cheapest.value}。总量、占比和单位成本要放在一起看，结论才站得住。`,
  lessonOneView: (base, unitCost, leader) =>
    phrase`看数据的角度更全面了。${leader.key}的${base}最多，${unitCost}也最低，为${leader.value}，说明做大总量和控制成本可以同时做到。`,
  lessonRates: (rates) =>
    phrase`对指标口径的理解更扎实了。${joined(
      rates.map(({ name, value }) => [name, '为', value]),
      '，',
    )}，都是用总数相除得到的，而不是把每天的比率再求平均。`,
  lessonGoals: () =>
    phrase`对指标口径的理解更扎实了：数量看达成率，比率看相差多少个百分点，越低越好的指标看比目标降低了多少，不能一概而论。`,

  shortGoals: (missed) =>
    phrase`对照目标，${list(missed.map(({ name, value, target }) => [name, '（目标', target, '，实际', value, '）']))}没有达成，是本期的主要短板。`,
  shortNoGoals: () => phrase`各项目标虽已达成，但工作中仍有可以改进的地方。`,
  shortPart: (by, key, unitCost, value, overall, base, share) =>
    phrase`从${by}看，${key}的${unitCost}为${value}，高于整体的${overall}${share === undefined ? '' : [`，${base}占比为`, share]}，投入产出还有改进空间。`,

  planGoals: (missed) =>
    phrase`${bold('补齐短板：')}${list(missed.map(({ name, value, target }) => [name, '（目前', value, '，目标', target, '）']))}，先逐个环节查清差距，再制定改进办法。`,
  planKeep: ({ name, value }) =>
    phrase`${bold(`${name}：`)}保持目前${value}的水平，总结有效的做法，形成可以沿用的流程。`,
  planDear: (key, unitCost, value, overall) =>
    phrase`${bold(`${key}：`)}复核投入结构，把${unitCost}从${value}逐步降到整体水平（${overall}）附近。`,
  planCheap: (key, unitCost, value) =>
    phrase`${bold(`${key}：`)}${unitCost}最低，为${value}，在保证质量的前提下尝试增加投入，观察成本是否随之上升。`,
  planTrend: (base) => phrase`${bold('数据跟踪：')}继续按月复盘${base}的变化，提前安排高峰期的资源。`,
}

function ranked({ key, value, share }: Ranked): Piece {
  return share === undefined ? [key, '（', value, '）'] : [key, '（', value, '，占', share, '）']
}

const bold = (text: string): Inline => ({ type: 'text', text, bold: true })

const several = (names: readonly Piece[]): Piece[] => joined(names, ', ', ' and ')
const everyEn = {
  day: 'Every day',
  week: 'Every week',
  month: 'Every month',
  quarter: 'Every quarter',
  half: 'Every half-year',
  year: 'Every year',
} as const
const stepEn = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  half: 'half-year',
  year: 'year',
} as const
const stepsEn = {
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  half: 'half-yearly',
  year: 'yearly',
} as const
const be = (names: readonly unknown[]): string => (names.length === 1 ? 'was' : 'were')
const measure = (name: string): string => inner(name)

const en: ReportSentences = {
  placement: ({ period, organisation, department, post, mentor }) =>
    phrase`I did my internship${period === undefined ? '' : [' (', period, ')']}${organisation === undefined ? '' : [' at ', organisation]}${department === undefined ? '' : [organisation === undefined ? ' in the ' : ', in the ', department, ' department']}${post === undefined ? '' : [', as ', post]}${mentor === undefined ? '' : [', with ', mentor, ' as my mentor']}.`,
  basis: (sources, period, days, parts) =>
    phrase`The figures in this report come from ${several(sources.map((name) => `“${name}”`))}${period === undefined ? '' : [' and cover ', days === undefined ? period : [days, ' (', period, ')']]}${parts === undefined ? '' : [' and ', parts.count]}.`,

  dutiesLead: (base, by, hasGoals) =>
    base === undefined
      ? phrase`During the internship I followed the metrics my team is measured by and compared them with their targets. My work consisted of the following:`
      : phrase`During the internship my daily work was about ${measure(base)}${by === undefined ? '' : ` by ${inner(by)}`}${hasGoals ? ' and how we stood against our targets' : ''}. It consisted of the following:`,
  dutyRecords: (step, measures, rates, by) =>
    phrase`${bold('Keeping the record. ')}${everyEn[step]} I brought together ${several(measures.map(measure))}${by === undefined ? '' : [' for ', several(by.keys)]}${rates.length === 0 ? '' : [', worked out ', several(rates.map(measure))]} and checked whatever looked odd.`,
  dutyGoals: (names, more) =>
    phrase`${bold('Following the goals. ')}I compared ${more ? [joined(names.map(measure), ', '), ' and other metrics'] : several(names.map(measure))} with their targets and pointed out gaps.`,
  dutyParts: (by, base, manner, unitCost) =>
    phrase`${bold(`Comparing ${plural(inner(by))}. `)}I compared each ${inner(by)}’s ${manner === 'level' ? '' : 'share of '}${measure(base)}${unitCost === undefined ? '' : ` and its ${measure(unitCost)}`} to find what worked and what needed attention.`,
  dutyTrend: (base) =>
    phrase`${bold('Looking back. ')}I reviewed how ${measure(base)} developed month by month, the peaks and the dips, and what lay behind them.`,

  goalsLead: (count, table, chart) =>
    phrase`${table} sets out ${count === undefined ? 'the goals' : ['our ', count]} and what we reached${chart === undefined ? '' : ['; ', chart, ' shows how close each came']}.`,
  goalsReached: (reached, missed, rest) =>
    missed.length === 0
      ? phrase`All of them were reached.`
      : reached.length === 0
        ? phrase`None of them was reached.`
        : rest === 'reached'
          ? phrase`All but ${several(missed.map(measure))} reached their targets.`
          : rest === 'missed'
            ? phrase`So far only ${several(reached.map(measure))} reached ${reached.length === 1 ? 'its target' : 'their targets'}.`
            : phrase`${capital(several(reached.map(measure)))} ${reached.length === 1 ? 'reached its target' : 'reached their targets'}; ${several(missed.map(measure))} did not.`,
  goalsBest: ({ name, value, target, outcome }) =>
    phrase`The strongest result was ${measure(name)}: ${value} against a target of ${target}, or ${outcome}.`,
  goalsKept: (kept) =>
    phrase`Everything that had to stay low did: ${joined(
      kept.map(({ name, value, outcome }) => [measure(name), ' came to ', value, ', ', outcome]),
      '; ',
    )}.`,
  goalsMissed: (missed) =>
    phrase`Where we fell short: ${joined(
      missed.map(({ name, value, target, outcome }) => [
        measure(name),
        ' came to ',
        value,
        ' against a target of ',
        target,
        ', ',
        outcome,
      ]),
      '; ',
    )}.`,
  goalsChartNote: (chart) =>
    phrase`In ${chart}, a goal for which lower is better is drawn by what was saved against its target, so that every bar beyond the line is a goal reached.`,

  partsLead: (by, base, table, chart) =>
    phrase`${table} compares the ${plural(inner(by))}${chart === undefined ? '' : [`; `, chart, ` shows each one’s share of ${measure(base)}`]}.`,
  partsRanked: (base, manner, first, next, last) =>
    phrase`${manner === 'level' ? [capital([measure(base)]), ' was highest for ', first.key, ', ', first.value] : [first.key, ' brought the most ', measure(base), ', ', first.value]}${first.share === undefined ? '' : [' or ', first.share, ' of the total']}${next.length === 0 ? '' : [', followed by ', several(next.map(rankedEn))]}${last === undefined ? '' : manner === 'level' ? ['; it was lowest for ', rankedEn(last)] : ['; ', rankedEn(last), ` brought the ${manner === 'count' ? 'fewest' : 'least'}`]}.`,
  partsCost: (name, cheapest, dearest, overall, chart) =>
    phrase`${capital([measure(name)])} was ${overall} overall, lowest for ${cheapest.key} at ${cheapest.value} and highest for ${dearest.key} at ${dearest.value}${chart === undefined ? '' : [' (', chart, ')']}.`,
  partsRates: (best) =>
    phrase`${joined(
      best.map(({ name, key, value }, index) => [
        index === 0 ? 'The highest ' : 'the highest ',
        measure(name),
        ' was that of ',
        key,
        ' (',
        value,
        ')',
      ]),
      '; ',
    )}.`,

  trendLead: (base, step, manner, average, peak) =>
    phrase`${capital([measure(base)])} averaged ${average}${manner === 'level' ? '' : ` a ${stepEn[step]}`}${peak === undefined ? '' : [' and peaked at ', peak.value, step === 'day' ? ' on ' : ' in ', peak.at]}.`,
  trendChart: (chart) => phrase`${chart} shows the months.`,
  trendMonths: (base, first, last, direction) =>
    phrase`From ${first.key} to ${last.key}, ${measure(base)} ${{ up: 'rose', down: 'fell', level: 'hardly moved:' }[direction]} ${direction === 'level' ? [first.value, ' and ', last.value] : ['from ', first.value, ' to ', last.value]}.`,
  trendExtremes: (highest, lowest) =>
    phrase`The best month was ${highest.key} with ${highest.value}, the weakest ${lowest.key} with ${lowest.value}.`,
  trendPartial: (months) =>
    phrase`${several(months.map(({ key, period }) => [key, ' (', period, ')']))} ${months.length === 1 ? 'is not complete and is' : 'are not complete and are'} left out of the comparison.`,

  caseBackground: (key, by, base, share, cost) =>
    phrase`${key} was the ${inner(by)} that brought the most ${measure(base)}${share === undefined ? '' : [', ', share, ' of the total']}${cost === undefined ? '' : [', at a cost of ', cost]}.`,
  caseGoals: (goals) =>
    phrase`It is measured by ${several(goals.map(({ name, target }) => [measure(name), ' (', target, ')']))}.`,
  caseProcess: (step, first, last, rates) =>
    phrase`Every stage from ${measure(first)} to ${measure(last)} was followed ${stepsEn[step]}: ${several(rates.map(({ name, value, overall }) => [measure(name), ' was ', value, ' (', overall, ' overall)']))}.`,
  caseResult: (results, unitCost) =>
    phrase`${results.length === 0 ? '' : ['It brought ', several(results.map(({ name, value }) => [value, ' ', measure(name)])), ' in all.']}${unitCost === undefined ? '' : [results.length === 0 ? '' : ' ', capital([measure(unitCost.name)]), ' was ', unitCost.value, { above: ', above the overall ', below: ', below the overall ', level: ', level with the overall ' }[unitCost.side], unitCost.overall, '.']}`,

  lessonTwoViews: (base, most, unitCost, cheapest) =>
    phrase`I learned to look at figures from more than one side. By volume, ${most} brought the most ${measure(base)}; by ${measure(unitCost)}, ${cheapest.key} was the better choice at ${cheapest.value}. Only volume, share and cost together make a sound conclusion.`,
  lessonOneView: (base, unitCost, leader) =>
    phrase`I learned to look at figures from more than one side. ${leader.key} brought the most ${measure(base)} and also had the lowest ${measure(unitCost)}, ${leader.value}: volume and economy can go together.`,
  lessonRates: (rates) =>
    phrase`I learned to be exact about definitions. ${capital([several(rates.map(({ name, value }) => ['the ', measure(name), ' of ', value]))])} ${be(rates)} worked out from totals, not by averaging daily rates.`,
  lessonGoals: () =>
    phrase`I learned to be exact about definitions: a count is judged by its attainment, a rate by percentage points, and a cost by how far it stayed below its target.`,

  shortGoals: (missed) =>
    phrase`Measured against our targets, ${several(missed.map(({ name, value, target }) => [measure(name), ' (', value, ' against ', target, ')']))} fell short.`,
  shortNoGoals: () => phrase`All goals were reached, yet there is room to do better.`,
  shortPart: (by, key, unitCost, value, overall, base, share) =>
    phrase`Among the ${plural(inner(by))}, ${key} was the most expensive: its ${measure(unitCost)} was ${value} against ${overall} overall${share === undefined ? '' : [', while it brought ', share, ` of ${measure(base)}`]}.`,

  planGoals: (missed) =>
    phrase`${bold('Closing the gaps: ')}for ${several(missed.map(({ name, value, target }) => [measure(name), ' (now ', value, ', target ', target, ')']))}, find the step that holds the result back and agree on a remedy.`,
  planKeep: ({ name, value }) =>
    phrase`${bold(`${name}: `)}hold it at ${value}, and write down what worked so that others can repeat it.`,
  planDear: (key, unitCost, value, overall) =>
    phrase`${bold(`${key}: `)}review where the money goes, and bring ${measure(unitCost)} from ${value} towards the overall ${overall}.`,
  planCheap: (key, unitCost, value) =>
    phrase`${bold(`${key}: `)}the lowest ${measure(unitCost)}, ${value}. Try a larger budget there, and watch whether the cost rises with it.`,
  planTrend: (base) =>
    phrase`${bold('Tracking: ')}keep reviewing ${measure(base)} every month, and prepare for the peaks in time.`,
}

function rankedEn({ key, value, share }: Ranked): Piece {
  return share === undefined ? [key, ' (', value, ')'] : [key, ' (', value, ', ', share, ')']
}

/** The first letter of a sentence. */
function capital(pieces: readonly Piece[]): Piece {
  const content = contentOf(pieces)
  const [first, ...rest] = content
  if (first?.type !== 'text') return content
  return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest]
}

export const reportSentences: Readonly<Record<Language, ReportSentences>> = { 'zh-CN': zh, en }
