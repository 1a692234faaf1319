// What the figures that follow from comparisons are called, what is odd about a comparison and what to do about it,
// and what the ready formulas are called. The sentences stand in comparison-sentences.ts.
// Over 300 lines because each stands here in both languages.

import type { ComparisonKind, ComparisonWarning } from '../model/comparison.ts'
import type { Language } from '../model/language.ts'
import type { Manner } from './comparison-sentences.ts'
import { inner } from './english.ts'

/** Names of derived figures, made from the names of their operands. */
export interface ComparisonNames {
  before: (base: string) => string
  after: (base: string) => string
  delta: (base: string) => string
  /** 增长率 of a rate would be taken for points. */
  relative: (base: string, manner: Manner) => string
  benchmark: (base: string) => string
  /** Where nobody has said whose it is. */
  someBenchmark: string
  gap: (base: string, benchmark: string) => string
  /** In percent of the benchmark. */
  relativeGap: (base: string, benchmark: string) => string
  total: (base: string) => string
  /** `isProper`: the part's name begins with a name that keeps its capital. */
  share: (part: string, isProper?: boolean) => string
  others: (whole: string) => string
  otherShare: (whole: string) => string
  otherUnitCost: (unitCost: string) => string
  rateOf: (count: string, base: string) => string
  countOf: (rate: string) => string
  baseOf: (rate: string) => string
  stepRate: (from: string, to: string) => string
  lossRate: (from: string, to: string) => string
  lost: (from: string, to: string) => string
  meanStepRate: (first: string, last: string) => string
  /** Of the same steps earlier. */
  earlier: (name: string) => string
  times: (left: string, right: string) => string
  perOne: (left: string, right: string) => string
  responseRate: (survey: string) => string
  /** All answers together, where nobody has counted those who answered. */
  answers: (survey: string) => string
  answerRate: (answer: string) => string
  answerCount: (answer: string) => string
  contribution: (part: string) => string
  contributionShare: (part: string) => string
  contributionPoints: (part: string) => string
  controlRate: (test: string) => string
  variantRate: (test: string) => string
  difference: (test: string) => string
  lift: (test: string) => string
  lower: (difference: string) => string
  upper: (difference: string) => string
  zScore: (test: string) => string
  pValue: (test: string) => string
  neededSize: (test: string) => string
  growth: (base: string, period: string) => string
  yearGrowth: (base: string, period: string) => string
  cumulative: (base: string, period: string) => string
  moving: (base: string, period: string, count: number) => string
  peak: (base: string) => string
  lowest: (base: string) => string
  average: (base: string) => string
  wholeGrowth: (base: string) => string
  compoundGrowth: (base: string) => string
  /** An age that has no name. */
  age: (count: number) => string
  retention: (cohort: string, age: string) => string
  meanRetention: (age: string) => string
}

/** Why a typed figure has its value: the method and what went in, already written. */
export interface ComparisonNotes {
  twoProportions: (inputs: string) => string
  interval: (inputs: string) => string
  sampleSize: (inputs: string) => string
}

/** A warning in two lines: what is odd, and what to do. */
export interface WarningWords {
  odd: string
  remedy: string
}

export const patternIds = [
  'conversion',
  'acquisition-cost',
  'return-on-investment',
  'return-rate',
  'revenue-per-user',
  'lifetime-value',
  'lifetime-value-by-churn',
  'value-to-cost',
  'promoter-score',
  'stickiness',
  'retention',
  'mean-retention',
  'order-value',
  'response-rate',
  'viral-factor',
  'weighted-mean',
  'rest-rate',
  'implied-base',
  'compound-change',
] as const
export type PatternId = (typeof patternIds)[number]

const operandIds = [
  'result',
  'base',
  'cost',
  'new-users',
  'revenue',
  'users',
  'revenue-per-user',
  'lifetime',
  'margin',
  'churn',
  'lifetime-value',
  'acquisition-cost',
  'promoters',
  'detractors',
  'answers',
  'daily-users',
  'monthly-users',
  'stayed',
  'cohort',
  'orders',
  'returned',
  'sent',
  'invitations',
  'invited',
  'rate',
  'weight',
  'whole-rate',
  'whole-base',
  'part-rate',
  'part-base',
  'count',
  'change',
] as const
export type PatternOperandId = (typeof operandIds)[number]

export interface PatternWords {
  /** What the figure it makes is called. */
  name: string
  /** What is computed, in words. */
  how: string
}

export interface ComparisonWords {
  kinds: Readonly<Record<ComparisonKind, string>>
  names: ComparisonNames
  notes: ComparisonNotes
  warnings: Readonly<Record<ComparisonWarning, WarningWords>>
  patterns: Readonly<Record<PatternId, PatternWords>>
  operands: Readonly<Record<PatternOperandId, string>>
  units: { perPerson: (money: string) => string; times: string }
}

const zh: ComparisonWords = {
  kinds: {
    change: '前后变化',
    benchmark: '与基准对比',
    shares: '构成占比',
    rate: '比率与人数',
    funnel: '转化漏斗',
    residual: '其余部分',
    ratio: '倍数与比值',
    survey: '问卷调查',
    contribution: '增长贡献',
    experiment: 'A/B 测试',
    series: '逐期走势',
    cohorts: '批次留存',
  },
  names: {
    before: (base) => `${base}（之前）`,
    after: (base) => `${base}（之后）`,
    delta: (base) => `${base}变化量`,
    relative: (base, manner) => (manner === 'rate' ? `${base}相对变化` : `${base}增长率`),
    benchmark: (base) => `${base}基准值`,
    someBenchmark: '基准值',
    gap: (base, benchmark) => `${base}与${benchmark}之差`,
    relativeGap: (base, benchmark) => `${base}较${benchmark}的偏离`,
    total: (base) => (/^(累计|合计|总)/.test(base) ? base : `${base}合计`),
    share: (part) => `${part}占比`,
    others: (whole) => `其他${whole}`,
    otherShare: (whole) => `其他${whole}占比`,
    otherUnitCost: (unitCost) => `其他${unitCost}`,
    rateOf: (count, base) => `${count}占${base}的比率`,
    countOf: (rate) => `${rate}对应的数量`,
    baseOf: (rate) => `${rate}的基数`,
    stepRate: (from, to) => `${from}→${to}转化率`,
    lossRate: (from, to) => `${from}→${to}流失率`,
    lost: (from, to) => `${from}→${to}流失量`,
    meanStepRate: (first, last) => `${first}→${last}平均每步转化率`,
    earlier: (name) => `${name}（之前）`,
    times: (left, right) => `${left}与${right}的倍数`,
    perOne: (left, right) => `${left}与${right}之比`,
    responseRate: (survey) => `${survey}有效回收率`,
    answers: (survey) => `${survey}回答合计`,
    answerRate: (answer) => `选择“${answer}”的占比`,
    answerCount: (answer) => `选择“${answer}”的份数`,
    contribution: (part) => `${part}变化量`,
    contributionShare: (part) => `${part}对变化的贡献率`,
    contributionPoints: (part) => `${part}拉动的百分点`,
    controlRate: (test) => `对照组${test}`,
    variantRate: (test) => `实验组${test}`,
    difference: (test) => `${test}组间差异`,
    lift: (test) => `${test}相对提升`,
    lower: (difference) => `${difference}的95%置信下限`,
    upper: (difference) => `${difference}的95%置信上限`,
    zScore: (test) => `${test}检验的z值`,
    pValue: (test) => `${test}检验的p值`,
    neededSize: (test) => `${test}每组所需样本量`,
    growth: (base, period) => `${period}${base}环比`,
    yearGrowth: (base, period) => `${period}${base}同比`,
    cumulative: (base, period) => `截至${period}累计${base}`,
    moving: (base, period, count) => `${period}${base}${count}期移动平均`,
    peak: (base) => `${base}峰值`,
    lowest: (base) => `${base}最低值`,
    average: (base) => `${base}各期平均`,
    wholeGrowth: (base) => `${base}首末期变化`,
    compoundGrowth: (base) => `${base}每期复合增长率`,
    age: (count) => `第${count}期`,
    retention: (cohort, age) => `${cohort}${age}留存率`,
    meanRetention: (age) => `${age}加权平均留存率`,
  },
  notes: {
    twoProportions: (inputs) => `两比例z检验（合并方差，双侧）；${inputs}`,
    interval: (inputs) => `Newcombe法95%置信区间（由两组的Wilson区间得出）；${inputs}`,
    sampleSize: (inputs) => `显著性水平5%、把握度80%时每组所需样本量；${inputs}`,
  },
  warnings: {
    'no-base': {
      odd: '缺少可比的基数，只有变化幅度，看不出从多少变到多少。',
      remedy: '补上变化前的数值；基数为零或负数时，只写增减量，不写百分比。',
    },
    'no-source': {
      odd: '基准没有写明出处。',
      remedy: '写明基准来自哪里、哪一年，例如报告名称或部门。',
    },
    'no-population': {
      odd: '这个比率没有说明是谁占谁。',
      remedy: '写明分母是哪些人，例如“活动用户”。',
    },
    'parts-exceed-whole': {
      odd: '各部分加起来超过了总体。',
      remedy: '核对各部分有没有重复计算；如果允许多选，请勾选“可多选”。',
    },
    'part-exceeds-whole': {
      odd: '有一部分比总体还大。',
      remedy: '核对这一部分与总体的口径和期间是否一致。',
    },
    'step-grows': {
      odd: '漏斗的后一步比前一步还多。',
      remedy: '核对步骤的顺序，以及各步是不是同一批人、同一口径。',
    },
    'count-not-whole': {
      odd: '按这个比率和基数算，人数不是整数，至少有一个数写错了。',
      remedy: '核对比率、数量和基数；比率保留的小数位不够时，多保留一位。',
    },
    contradicts: {
      odd: '给出的几个数对不上，相差超过了四舍五入的范围。',
      remedy: '核对这几个数，或者去掉其中一个，由其余的数算出来。',
    },
    'tiny-base': {
      odd: '基数太小，百分比会显得夸张。',
      remedy: '同时写出前后的实际数值，或只写增减量。',
    },
    'not-additive': {
      odd: '这些数不能相加，例如比率、平均值、各期的活跃人数。',
      remedy: '不要写合计或累计，改用平均值、最近一期或峰值。',
    },
    'units-differ': {
      odd: '几个数的单位或类型不同，没法直接比较。',
      remedy: '换成同一单位、同一类型的指标；比率的变化请用百分点。',
    },
    'too-small-a-sample': {
      odd: '样本太少，结果可能只是偶然。',
      remedy: '收集更多数据后再下结论，或在文中写明样本量。',
    },
  },
  patterns: {
    conversion: { name: '转化率', how: '转化人数 ÷ 总人数' },
    'acquisition-cost': { name: '获客成本', how: '投入费用 ÷ 新增用户数' },
    'return-on-investment': { name: '投入产出比', how: '收入 ÷ 投入费用' },
    'return-rate': { name: '投资回报率', how: '（收入 − 投入费用）÷ 投入费用' },
    'revenue-per-user': { name: '每用户平均收入', how: '收入 ÷ 用户数' },
    'lifetime-value': { name: '用户生命周期价值', how: '每用户每期收入 × 平均留存期数' },
    'lifetime-value-by-churn': {
      name: '用户生命周期价值（按流失率）',
      how: '每用户每期收入 × 毛利率 ÷ 每期流失率',
    },
    'value-to-cost': { name: '生命周期价值与获客成本之比', how: '用户生命周期价值 ÷ 获客成本' },
    'promoter-score': { name: '净推荐值', how: '（推荐者 − 贬损者）÷ 回答人数 × 100' },
    stickiness: { name: '用户粘性', how: '日活跃用户 ÷ 月活跃用户' },
    retention: { name: '留存率', how: '留存人数 ÷ 批次人数' },
    'mean-retention': { name: '加权平均留存率', how: '各批次留存人数之和 ÷ 各批次人数之和' },
    'order-value': { name: '客单价', how: '收入 ÷ 订单数' },
    'response-rate': { name: '有效回收率', how: '有效份数 ÷ 发放份数' },
    'viral-factor': { name: 'K因子', how: '人均邀请数 × 邀请转化率' },
    'weighted-mean': { name: '加权平均', how: '各值 × 各自权重之和 ÷ 权重之和' },
    'rest-rate': { name: '其余部分的比率', how: '（总体比率 × 总体基数 − 各部分比率 × 基数）÷ 其余基数' },
    'implied-base': { name: '推算基数', how: '数量 ÷ 比率' },
    'compound-change': { name: '累计变化', how: '逐期变化连乘' },
  },
  operands: {
    result: '转化人数',
    base: '总人数',
    cost: '投入费用',
    'new-users': '新增用户数',
    revenue: '收入',
    users: '用户数',
    'revenue-per-user': '每用户每期收入',
    lifetime: '平均留存期数',
    margin: '毛利率',
    churn: '每期流失率',
    'lifetime-value': '用户生命周期价值',
    'acquisition-cost': '获客成本',
    promoters: '推荐者人数',
    detractors: '贬损者人数',
    answers: '回答人数',
    'daily-users': '日活跃用户',
    'monthly-users': '月活跃用户',
    stayed: '留存人数',
    cohort: '批次人数',
    orders: '订单数',
    returned: '有效份数',
    sent: '发放份数',
    invitations: '人均邀请数',
    invited: '邀请转化率',
    rate: '各部分的值',
    weight: '权重',
    'whole-rate': '总体比率',
    'whole-base': '总体基数',
    'part-rate': '已知部分的比率',
    'part-base': '已知部分的基数',
    count: '数量',
    change: '每期变化率',
  },
  units: { perPerson: (money) => `${money}/人`, times: '倍' },
}

/** Video and Search are called so; what is left of sign-ups is other sign-ups. */
const partEn = (part: string): string => (part.startsWith('Other ') ? inner(part) : part)

const en: ComparisonWords = {
  kinds: {
    change: 'Before and after',
    benchmark: 'Against a benchmark',
    shares: 'Shares of a whole',
    rate: 'Rate and count',
    funnel: 'Funnel',
    residual: 'The rest',
    ratio: 'Ratio',
    survey: 'Survey',
    contribution: 'Contribution to growth',
    experiment: 'A/B test',
    series: 'Period by period',
    cohorts: 'Cohort retention',
  },
  names: {
    before: (base) => `${base} before`,
    after: (base) => `${base} after`,
    delta: (base) => `Change in ${inner(base)}`,
    relative: (base, manner) => `${manner === 'rate' ? 'Relative change in' : 'Growth of'} ${inner(base)}`,
    benchmark: (base) => `Benchmark of ${inner(base)}`,
    someBenchmark: 'the benchmark',
    gap: (base, benchmark) => `${base} against ${inner(benchmark)}`,
    relativeGap: (base, benchmark) => `${base} relative to ${inner(benchmark)}`,
    total: (base) => (/^(total|overall)\b/i.test(base) ? base : `Total ${inner(base)}`),
    share: (part, isProper = false) => `Share of ${isProper ? part : inner(part)}`,
    others: (whole) => `Other ${inner(whole)}`,
    otherShare: (whole) => `Share of other ${inner(whole)}`,
    otherUnitCost: (unitCost) => `${unitCost}, others`,
    rateOf: (count, base) => `${count} as a share of ${inner(base)}`,
    countOf: (rate) => `Count behind ${inner(rate)}`,
    baseOf: (rate) => `Base of ${inner(rate)}`,
    stepRate: (from, to) => `${from} to ${inner(to)} rate`,
    lossRate: (from, to) => `${from} to ${inner(to)} loss rate`,
    lost: (from, to) => `Lost from ${inner(from)} to ${inner(to)}`,
    meanStepRate: (first, last) => `Average step rate from ${inner(first)} to ${inner(last)}`,
    earlier: (name) => `${name} before`,
    times: (left, right) => `${left} as a multiple of ${inner(right)}`,
    perOne: (left, right) => `Ratio of ${inner(left)} to ${inner(right)}`,
    responseRate: (survey) => `Response rate of ${inner(survey)}`,
    answers: (survey) => `Answers to ${inner(survey)}`,
    answerRate: (answer) => `Share who chose “${answer}”`,
    answerCount: (answer) => `Answers “${answer}”`,
    contribution: (part) => `Change in ${partEn(part)}`,
    contributionShare: (part) => `${part} share of the change`,
    contributionPoints: (part) => `Points of growth from ${partEn(part)}`,
    controlRate: (test) => `Control group ${inner(test)}`,
    variantRate: (test) => `Test group ${inner(test)}`,
    difference: (test) => `Difference in ${inner(test)}`,
    lift: (test) => `Relative lift in ${inner(test)}`,
    lower: (difference) => `${difference}, lower 95% bound`,
    upper: (difference) => `${difference}, upper 95% bound`,
    zScore: (test) => `z of the test of ${inner(test)}`,
    pValue: (test) => `p value of the test of ${inner(test)}`,
    neededSize: (test) => `Sample needed per group for ${inner(test)}`,
    growth: (base, period) => `Growth of ${inner(base)} in ${period}`,
    yearGrowth: (base, period) => `Year-on-year growth of ${inner(base)} in ${period}`,
    cumulative: (base, period) => `Cumulative ${inner(base)} to ${period}`,
    moving: (base, period, count) => `${base}, ${count}-period moving average to ${period}`,
    peak: (base) => `Peak of ${inner(base)}`,
    lowest: (base) => `Lowest ${inner(base)}`,
    average: (base) => `Average ${inner(base)} per period`,
    wholeGrowth: (base) => `Change of ${inner(base)} from first to last`,
    compoundGrowth: (base) => `Compound growth of ${inner(base)} per period`,
    age: (count) => `Period ${count}`,
    retention: (cohort, age) => `${cohort} retention, ${inner(age)}`,
    meanRetention: (age) => `Weighted average retention, ${inner(age)}`,
  },
  notes: {
    twoProportions: (inputs) => `two-proportion z test (pooled variance, two-sided); ${inputs}`,
    interval: (inputs) =>
      `95% confidence interval by Newcombe's method, from both Wilson intervals; ${inputs}`,
    sampleSize: (inputs) => `sample per group at a 5% level and 80% power; ${inputs}`,
  },
  warnings: {
    'no-base': {
      odd: 'There is no base to compare with: the change is known, but not from what to what.',
      remedy: 'Add the value before. Where it is zero or below, give the difference and no percentage.',
    },
    'no-source': {
      odd: 'Nobody is named as the source of the benchmark.',
      remedy: 'Say where it comes from and of which year: a report, a department.',
    },
    'no-population': {
      odd: 'The rate does not say of whom it is.',
      remedy: 'Name who makes up the base, such as “campaign users”.',
    },
    'parts-exceed-whole': {
      odd: 'The parts add up to more than the whole.',
      remedy: 'Check for parts counted twice. If several answers were allowed, say so.',
    },
    'part-exceeds-whole': {
      odd: 'One part is larger than the whole.',
      remedy: 'Check that both cover the same thing over the same period.',
    },
    'step-grows': {
      odd: 'A later step of the funnel has more than the one before.',
      remedy: 'Check the order of the steps, and that all count the same people in the same way.',
    },
    'count-not-whole': {
      odd: 'This rate of this base is not a whole number, so one of them is wrong.',
      remedy: 'Check rate, count and base. If the rate was rounded too far, keep one more decimal.',
    },
    contradicts: {
      odd: 'The numbers given do not agree, by more than rounding explains.',
      remedy: 'Check them, or leave one out and have it computed from the others.',
    },
    'tiny-base': {
      odd: 'The base is so small that a percentage exaggerates.',
      remedy: 'Give the numbers before and after as well, or only the difference.',
    },
    'not-additive': {
      odd: 'These numbers may not be added up: rates, averages, active users of several periods.',
      remedy: 'Leave the total out. Give the average, the latest or the peak instead.',
    },
    'units-differ': {
      odd: 'The numbers have different units or are of different kinds.',
      remedy: 'Choose figures of one unit and kind. A change of a rate is given in percentage points.',
    },
    'too-small-a-sample': {
      odd: 'The sample is so small that the result may be chance.',
      remedy: 'Collect more before concluding, or state the size of the sample.',
    },
  },
  patterns: {
    conversion: { name: 'Conversion rate', how: 'converted ÷ all' },
    'acquisition-cost': { name: 'Customer acquisition cost', how: 'spend ÷ new users' },
    'return-on-investment': { name: 'Return on spend', how: 'revenue ÷ spend' },
    'return-rate': { name: 'Return on investment', how: '(revenue − spend) ÷ spend' },
    'revenue-per-user': { name: 'Average revenue per user', how: 'revenue ÷ users' },
    'lifetime-value': { name: 'Lifetime value', how: 'revenue per user and period × periods stayed' },
    'lifetime-value-by-churn': {
      name: 'Lifetime value (by churn)',
      how: 'revenue per user and period × gross margin ÷ churn per period',
    },
    'value-to-cost': { name: 'Lifetime value to acquisition cost', how: 'lifetime value ÷ acquisition cost' },
    'promoter-score': { name: 'Net promoter score', how: '(promoters − detractors) ÷ answers × 100' },
    stickiness: { name: 'Stickiness', how: 'daily active users ÷ monthly active users' },
    retention: { name: 'Retention', how: 'stayed ÷ cohort' },
    'mean-retention': { name: 'Weighted average retention', how: 'sum of stayed ÷ sum of cohorts' },
    'order-value': { name: 'Average order value', how: 'revenue ÷ orders' },
    'response-rate': { name: 'Response rate', how: 'valid answers ÷ sent' },
    'viral-factor': { name: 'K-factor', how: 'invitations per user × conversion of invitations' },
    'weighted-mean': { name: 'Weighted average', how: 'sum of value × weight ÷ sum of weights' },
    'rest-rate': {
      name: 'Rate of the rest',
      how: '(overall rate × base − parts’ rate × base) ÷ base of the rest',
    },
    'implied-base': { name: 'Implied base', how: 'count ÷ rate' },
    'compound-change': { name: 'Compounded change', how: 'changes of all periods multiplied' },
  },
  operands: {
    result: 'Converted',
    base: 'All',
    cost: 'Spend',
    'new-users': 'New users',
    revenue: 'Revenue',
    users: 'Users',
    'revenue-per-user': 'Revenue per user and period',
    lifetime: 'Periods stayed',
    margin: 'Gross margin',
    churn: 'Churn per period',
    'lifetime-value': 'Lifetime value',
    'acquisition-cost': 'Acquisition cost',
    promoters: 'Promoters',
    detractors: 'Detractors',
    answers: 'Answers',
    'daily-users': 'Daily active users',
    'monthly-users': 'Monthly active users',
    stayed: 'Stayed',
    cohort: 'Cohort',
    orders: 'Orders',
    returned: 'Valid answers',
    sent: 'Sent',
    invitations: 'Invitations per user',
    invited: 'Conversion of invitations',
    rate: 'Value of the part',
    weight: 'Weight',
    'whole-rate': 'Overall rate',
    'whole-base': 'Overall base',
    'part-rate': 'Rate of a known part',
    'part-base': 'Base of a known part',
    count: 'Count',
    change: 'Change of a period',
  },
  units: {
    perPerson: (money) => `${money}/person`,
    times: 'times',
  },
}

export const comparisonWords: Readonly<Record<Language, ComparisonWords>> = { 'zh-CN': zh, en }
