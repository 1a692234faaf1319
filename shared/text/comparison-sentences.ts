// What a comparison says in one sentence. Numbers arrive here already written and without a sign: the words say which way.
// Points are written with 百分点 and percentage points, relative changes in percent, never the one for the other.
// Over 300 lines because each sentence stands here in both languages.

import type { PeriodStep } from '../model/figure.ts'
import type { Language } from '../model/language.ts'
import { inner, listed, singular } from './english.ts'
import { withoutShare } from './figures.ts'

export type Direction = 'up' | 'down' | 'level'

/** How a measure is said to move: people and things are counted, money is paid, time is spent, a rate and a level stand. */
export type Manner = 'count' | 'amount' | 'duration' | 'rate' | 'level'

/** A value before and after, with what lies between. */
export interface Move {
  subject: string
  manner: Manner
  before: string
  after: string
  /** When they were measured, where both are known and differ. */
  from?: string | undefined
  to?: string | undefined
  direction: Direction
  delta: string
  /** In percent of the value before; absent where that has no meaning. */
  relative?: string | undefined
}

export interface ComparisonSentences {
  change: (move: Move) => string
  /** Only by how many percent is known. */
  relativeOnly: (subject: string, direction: Direction, relative: string) => string
  deltaOnly: (subject: string, manner: Manner, direction: Direction, delta: string) => string
  benchmark: (said: {
    subject: string
    actual: string
    /** 行业平均, or who says so. */
    against: string
    benchmark: string
    /** Where that is from, when `against` does not say it; empty when nobody has. */
    source: string
    direction: Direction
    gap: string
    relative?: string | undefined
  }) => string
  shares: (said: {
    whole?: { name: string; text: string } | undefined
    parts: readonly { name: string; text?: string | undefined; share: string }[]
    more: boolean
    others?: { text?: string | undefined; share: string } | undefined
    /** Several answers were allowed, and the shares do add up to more than 100 %. */
    exceeds: boolean
  }) => string
  rate: (said: {
    /** Empty when nobody has named them. */
    population: string
    base: string
    count: string
    rateName: string
    rate: string
    /** Which of the three was worked out from rounded ones. */
    about?: 'base' | 'count' | undefined
  }) => string
  funnel: (said: {
    first: string
    last: string
    steps: number
    overall: string
    worst?: { from: string; to: string; loss: string; lost?: string | undefined } | undefined
    earlier?: { overall: string; direction: Direction; points: string } | undefined
  }) => string
  residual: (said: {
    whole: string
    parts: readonly string[]
    value: string
    share?: string | undefined
    unitCost?: { name: string; rest: string; whole: string } | undefined
  }) => string
  ratio: (said: {
    left: string
    right: string
    leftText: string
    rightText: string
    /** 1:5.8; absent where the two have different units. */
    perOne?: string | undefined
    /** How many times the larger is the smaller, or so much for one. */
    times: string
    larger: 'left' | 'right' | 'level'
  }) => string
  survey: (said: {
    sent?: string | undefined
    valid?: string | undefined
    response?: string | undefined
    /** By rate, by count or by both; a count worked out from a rounded rate is about so many. */
    answers: readonly {
      name: string
      rate?: string | undefined
      count?: string | undefined
      isAbout: boolean
    }[]
    more: boolean
    multiple: boolean
  }) => string
  contribution: (
    move: Move,
    parts: readonly {
      name: string
      direction: Direction
      delta: string
      share?: string | undefined
      points?: string | undefined
    }[],
    others: { direction: Direction; delta: string } | undefined,
  ) => string
  experiment: (said: {
    test: string
    control: string
    variant: string
    direction: Direction
    difference: string
    /** Both ends in percentage points, in the direction of the difference, without a unit. */
    low: string
    high: string
    p?: { isBelow: boolean; text: string } | undefined
    judgement: 'real' | 'chance' | 'small'
  }) => string
  series: (said: {
    move: Move
    peak?: { at: string; text: string } | undefined
    compound?: { direction: Direction; text: string } | undefined
    step?: PeriodStep | undefined
    /** Of the last period against the same a year before. */
    year?: { at: string; direction: Direction; text: string } | undefined
  }) => string
  cohorts: (said: {
    /** Of whom the rates are, each the mean over all cohorts; absent where it is not known how many they were. */
    of?: string | undefined
    /** `to` where the cohorts have different rates that cannot be averaged. */
    ages: readonly { age: string; rate: string; to?: string | undefined }[]
  }) => string
  /** Up to a few names in a row. */
  list: (names: readonly string[]) => string
  /** What the rate of a test is called, by its name or by what was counted: 点击率 for 实验组点击人数. */
  testName: (name: string, hits: string) => string
  surveyName: string
  sampleInputs: (control: string, variant: string) => string
  outOf: (hits: string, size: string) => string
}

const reachZh: Readonly<Record<Manner, Readonly<Record<'up' | 'down', string>>>> = {
  count: { up: '增至', down: '减至' },
  amount: { up: '增至', down: '降至' },
  duration: { up: '延长至', down: '缩短至' },
  rate: { up: '升至', down: '降至' },
  level: { up: '升至', down: '降至' },
}
const byZh: Readonly<Record<Manner, Readonly<Record<'up' | 'down', string>>>> = {
  count: { up: '增加', down: '减少' },
  amount: { up: '增加', down: '减少' },
  duration: { up: '延长', down: '缩短' },
  rate: { up: '提高', down: '下降' },
  level: { up: '提高', down: '降低' },
}
const eachZh = {
  day: '日均',
  week: '周均',
  month: '月均',
  quarter: '季均',
  half: '平均每半年',
  year: '年均',
} as const
const growthZh = { up: '增长', down: '下降' } as const

/** 增长15.8%; of a rate 相对提升14.8%, so that nobody takes it for points. */
const relativeZh = (manner: Manner, direction: 'up' | 'down', relative: string): string =>
  manner === 'rate'
    ? `相对${direction === 'up' ? '提升' : '下降'}${relative}`
    : `${growthZh[direction]}${relative}`

function moveZh(move: Move): string {
  const { subject, manner, before, after, from, to, direction, delta, relative } = move
  if (direction === 'level') return `${subject}为${after}，${from === undefined ? '前后' : `与${from}`}持平`
  const start = from === undefined ? before : `${from}的${before}`
  const end = to === undefined ? after : `${to}的${after}`
  const more = relative === undefined ? '' : `（${relativeZh(manner, direction, relative)}）`
  return `${subject}由${start}${reachZh[manner][direction]}${end}，${byZh[manner][direction]}${delta}${more}`
}

/** 打开率 is a rate of its own segment: it is so much, and is no share of anything. */
const isRateName = (name: string): boolean => name.endsWith('率')

/** 新用户占31% for 新用户占比. */
const statedShareZh = (name: string, share: string): string =>
  isRateName(name) ? `${name}为${share}` : `${withoutShare(name)}占${share}`

const zh: ComparisonSentences = {
  change: (move) => `${moveZh(move)}。`,
  relativeOnly: (subject, direction, relative) =>
    direction === 'level'
      ? `${subject}持平，未说明比较基数。`
      : `${subject}${growthZh[direction]}${relative}，未说明比较基数。`,
  deltaOnly: (subject, manner, direction, delta) =>
    direction === 'level'
      ? `${subject}持平，未说明比较基数。`
      : `${subject}${byZh[manner][direction]}${delta}，未说明比较基数。`,
  benchmark: ({ subject, actual, against, benchmark, source, direction, gap, relative }) => {
    const basis = `${against}（${benchmark}${source === '' ? '' : `，${source}`}）`
    return direction === 'level'
      ? `${subject}为${actual}，与${basis}持平。`
      : `${subject}为${actual}，${direction === 'up' ? '高出' : '低于'}${basis}${relative === undefined ? gap : `${gap}（${relative}）`}。`
  },
  shares: ({ whole, parts, more, others, exceeds }) => {
    const said = parts.map(({ name, text, share }) =>
      text === undefined ? statedShareZh(name, share) : `${name}${text}，占${share}`,
    )
    const rest =
      others &&
      (others.text === undefined ? `其余占${others.share}` : `其余${others.text}，占${others.share}`)
    const body = [...said, ...(more ? ['其他各项从略'] : []), ...(rest === undefined ? [] : [rest])].join(
      '；',
    )
    const lead = whole
      ? `${whole.name}${/^(?:累计|合计|总|共)/.test(whole.name) ? '' : '共'}${whole.text}，其中`
      : ''
    return `${lead}${body}${exceeds && !parts.every(({ name }) => isRateName(name)) ? '（可多选，占比之和可超过100%）' : ''}。`
  },
  rate: ({ population, base, count, rateName, rate, about }) => {
    const [baseText, countText] = [
      about === 'base' ? `约${base}` : base,
      about === 'count' ? `约${count}` : count,
    ]
    return population === ''
      ? `${rateName}为${rate}（${countText}／${baseText}）。`
      : `${population}${baseText}，${rateName}为${rate}，即${countText}。`
  },
  funnel: ({ first, last, steps, overall, worst, earlier }) => {
    const more =
      earlier === undefined
        ? ''
        : earlier.direction === 'level'
          ? '，与之前持平'
          : `，较之前的${earlier.overall}${byZh.rate[earlier.direction]}${earlier.points}`
    const loss =
      worst === undefined
        ? ''
        : `；流失最多的一步是“${worst.from}→${worst.to}”，流失率${worst.loss}${worst.lost === undefined ? '' : `（${worst.lost}）`}`
    return `从${first}到${last}共${steps}步，整体转化率为${overall}${more}${steps > 2 ? loss : ''}。`
  },
  residual: ({ whole, parts, value, share, unitCost }) =>
    `${whole}除去${zh.list(parts)}，其余为${value}${share === undefined ? '' : `，占${share}`}${unitCost === undefined ? '' : `；这部分的${unitCost.name}为${unitCost.rest}（整体${unitCost.whole}）`}。`,
  ratio: ({ left, right, leftText, rightText, perOne, times, larger }) => {
    if (perOne === undefined) return `${left}${leftText}，${right}${rightText}，前者与后者之比为${times}。`
    const pair = `${left}（${leftText}）与${right}（${rightText}）之比为${perOne}`
    if (larger === 'level') return `${pair}，两者相等。`
    return larger === 'left' ? `${pair}，前者是后者的${times}。` : `${pair}，后者是前者的${times}。`
  },
  survey: ({ sent, valid, response, answers, more, multiple }) => {
    const lead = [
      ...(sent === undefined ? [] : [`发放${sent}`]),
      ...(valid === undefined ? [] : [`回收有效${valid}`]),
      ...(response === undefined ? [] : [`有效回收率${response}`]),
    ].join('，')
    const said = answers.map(({ name, rate, count, isAbout }) =>
      rate === undefined
        ? `选择“${name}”的有${count ?? ''}`
        : `选择“${name}”的占${rate}${count === undefined ? '' : `（${isAbout ? '约' : ''}${count}）`}`,
    )
    const body =
      said.length === 0
        ? ''
        : `${said.join('，')}${more ? '，其他选项从略' : ''}${multiple ? '（可多选）' : ''}`
    return `${[lead, body].filter((part) => part !== '').join('；')}。`
  },
  contribution: (move, parts, others) => {
    const said = parts.map(({ name, direction, delta, share, points }) => {
      if (direction === 'level') return `${name}持平`
      const about = [
        ...(share === undefined ? [] : [`贡献了变化的${share}`]),
        ...(points === undefined ? [] : [`${direction === 'up' ? '拉动' : '拉低'}${points}`]),
      ].join('，')
      return `${name}${byZh[move.manner][direction]}${delta}${about === '' ? '' : `（${about}）`}`
    })
    const rest =
      others === undefined || others.direction === 'level'
        ? []
        : [`其余${byZh[move.manner][others.direction]}${others.delta}`]
    return `${moveZh(move)}；其中${[...said, ...rest].join('，')}。`
  },
  experiment: ({ test, control, variant, direction, difference, low, high, p, judgement }) => {
    const lead = `${test}：实验组${variant}，对照组${control}`
    const interval = `95%置信区间${low}～${high}个百分点${p === undefined ? '' : `，p${p.isBelow ? '<' : '='}${p.text}`}`
    const gap =
      direction === 'level'
        ? `两组持平（${interval}）`
        : `实验组比对照组${direction === 'up' ? '高' : '低'}${difference}（${interval}）`
    const verdict = {
      real: '差异不太可能是偶然',
      chance: direction === 'level' ? '看不出差异' : '差异可能只是偶然，还不能说两组不同',
      small: '样本太少，还不能下结论',
    }[judgement]
    return `${lead}，${gap}，${verdict}。`
  },
  series: ({ move, peak, compound, step, year }) => {
    const more = [
      ...(compound === undefined || compound.direction === 'level'
        ? []
        : [
            `${step === undefined ? '平均每期' : eachZh[step]}复合${growthZh[compound.direction]}${compound.text}`,
          ]),
      ...(year === undefined
        ? []
        : [
            year.direction === 'level'
              ? `${year.at}同比持平`
              : `${year.at}同比${(move.manner === 'rate' ? byZh.rate : growthZh)[year.direction]}${year.text}`,
          ]),
      ...(peak === undefined ? [] : [`最高为${peak.at}的${peak.text}`]),
    ]
    return `${[moveZh(move), ...more].join('；')}。`
  },
  cohorts: ({ of, ages }) => {
    const said = ages.map(({ age, rate, to }) => `${age}留存${to === undefined ? rate : `${rate}～${to}`}`)
    return `各批次${of === undefined ? '' : '加权平均，'}${said.join('，')}${of === undefined ? '' : `（以${of}为基数）`}。`
  },
  list: (names) =>
    names.length > 4 ? `${names.slice(0, 3).join('、')}等${names.length}项` : names.join('、'),
  testName: (name, hits) =>
    name === ''
      ? hits.replace(/^(?:实验组?|测试组?|[AB]组)(?=.)/, '').replace(/(?:人数|次数|量)?(?<!率)$/, '率')
      : name.replace(/(?:人数|次数)$/, '率'),
  surveyName: '问卷',
  sampleInputs: (control, variant) => `对照组${control}，实验组${variant}`,
  outOf: (hits, size) => `${size}中${hits}`,
}

const verbEn = { up: 'rose', down: 'fell' } as const
const eachEn = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  half: 'half-year',
  year: 'year',
} as const
const adverbEn = { up: 'up', down: 'down' } as const

const relativeEn = (manner: Manner, direction: 'up' | 'down', relative: string): string =>
  manner === 'rate' ? `a relative ${direction === 'up' ? 'increase' : 'decrease'} of ${relative}` : relative

function moveEn({ subject, manner, before, after, from, to, direction, delta, relative }: Move): string {
  if (direction === 'level')
    return from === undefined
      ? `${subject} stood at ${after} before and after`
      : `${subject} was ${after}, unchanged from ${from}`
  const start = from === undefined ? before : `${before} in ${from}`
  const end = to === undefined ? after : `${after} in ${to}`
  const more = relative === undefined ? '' : ` (${relativeEn(manner, direction, relative)})`
  return `${subject} ${verbEn[direction]} from ${start} to ${end}, ${adverbEn[direction]} ${delta}${more}`
}

const en: ComparisonSentences = {
  change: (move) => `${moveEn(move)}.`,
  relativeOnly: (subject, direction, relative) =>
    direction === 'level'
      ? `${subject} did not change; the base is not stated.`
      : `${subject} ${verbEn[direction]} by ${relative}; the base is not stated.`,
  deltaOnly: (subject, _manner, direction, delta) =>
    direction === 'level'
      ? `${subject} did not change; the base is not stated.`
      : `${subject} ${verbEn[direction]} by ${delta}; the base is not stated.`,
  benchmark: ({ subject, actual, against, benchmark, source, direction, gap, relative }) => {
    const basis = `${inner(against)} (${benchmark}${source === '' ? '' : `, ${source}`})`
    return direction === 'level'
      ? `${subject} was ${actual}, level with ${basis}.`
      : `${subject} was ${actual}, ${gap}${relative === undefined ? '' : ` (${relative})`} ${direction === 'up' ? 'above' : 'below'} ${basis}.`
  },
  shares: ({ whole, parts, more, others, exceeds }) => {
    const said = parts.map(({ name, text, share }) =>
      text === undefined ? `${withoutShare(name)} ${share}` : `${name} ${text} (${share})`,
    )
    const rest =
      others &&
      (others.text === undefined ? `the rest ${others.share}` : `the rest ${others.text} (${others.share})`)
    const body = listed([
      ...said,
      ...(more ? ['others not listed'] : []),
      ...(rest === undefined ? [] : [rest]),
    ])
    const lead = whole ? `${whole.name} came to ${whole.text}: ` : ''
    return `${lead}${body}${exceeds ? '; several answers were allowed, so shares may exceed 100%' : ''}.`
  },
  rate: ({ population, base, count, rateName, rate, about }) => {
    const [baseText, countText] = [
      about === 'base' ? `about ${base}` : base,
      about === 'count' ? `about ${count}` : count,
    ]
    return population === ''
      ? `${rateName} was ${rate} (${countText} of ${baseText}).`
      : `${rateName} was ${rate}: ${countText} of ${baseText} (${inner(population)}).`
  },
  funnel: ({ first, last, steps, overall, worst, earlier }) => {
    const more =
      earlier === undefined
        ? ''
        : earlier.direction === 'level'
          ? ', as before'
          : `, ${adverbEn[earlier.direction]} ${earlier.points} from ${earlier.overall}`
    const loss =
      worst === undefined || steps < 3
        ? ''
        : `; the largest loss was between ${inner(worst.from)} and ${inner(worst.to)}, ${worst.loss}${worst.lost === undefined ? '' : ` (${worst.lost})`}`
    return `From ${inner(first)} to ${inner(last)} in ${steps} steps, the overall conversion was ${overall}${more}${loss}.`
  },
  residual: ({ whole, parts, value, share, unitCost }) =>
    `${whole} other than ${en.list(parts)} came to ${value}${share === undefined ? '' : ` (${share})`}${unitCost === undefined ? '' : `; their ${inner(unitCost.name)} was ${unitCost.rest}, against ${unitCost.whole} overall`}.`,
  ratio: ({ left, right, leftText, rightText, perOne, times, larger }) => {
    if (perOne === undefined)
      return `${left} (${leftText}) to ${inner(right)} (${rightText}) came to ${times}.`
    const pair = `The ratio of ${inner(left)} (${leftText}) to ${inner(right)} (${rightText}) was ${perOne}`
    if (larger === 'level') return `${pair}: both are equal.`
    return `${pair}: ${inner(larger === 'left' ? left : right)} was ${times} ${inner(larger === 'left' ? right : left)}.`
  },
  survey: ({ sent, valid, response, answers, more, multiple }) => {
    const lead = [
      ...(sent === undefined ? [] : [`${sent} sent`]),
      ...(valid === undefined ? [] : [`${valid} valid`]),
      ...(response === undefined ? [] : [`a response rate of ${response}`]),
    ].join(', ')
    const said = answers.map(({ name, rate, count, isAbout }) =>
      rate === undefined
        ? `${count ?? ''} chose “${name}”`
        : `${rate}${count === undefined ? '' : ` (${isAbout ? 'about ' : ''}${count})`} chose “${name}”`,
    )
    const body =
      said.length === 0
        ? ''
        : `${listed([...said, ...(more ? ['others not listed'] : [])])}${multiple ? ' (several answers allowed)' : ''}`
    const text = [lead, body].filter((part) => part !== '').join('; ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  },
  contribution: (move, parts, others) => {
    const said = parts.map(({ name, direction, delta, share, points }) => {
      if (direction === 'level') return `${name} did not change`
      const about = [
        ...(share === undefined ? [] : [`${share} of the change`]),
        ...(points === undefined ? [] : [`${direction === 'up' ? 'adding' : 'taking'} ${points}`]),
      ].join(', ')
      return `${name} ${verbEn[direction]} by ${delta}${about === '' ? '' : ` (${about})`}`
    })
    const rest =
      others === undefined || others.direction === 'level'
        ? []
        : [`the rest ${verbEn[others.direction]} by ${others.delta}`]
    return `${moveEn(move)}; ${listed([...said, ...rest])}.`
  },
  experiment: ({ test, control, variant, direction, difference, low, high, p, judgement }) => {
    const interval = `95% confidence interval ${low} to ${high} percentage points${p === undefined ? '' : `, p ${p.isBelow ? '<' : '='} ${p.text}`}`
    const gap =
      direction === 'level'
        ? `no difference (${interval})`
        : `${difference} ${direction === 'up' ? 'higher' : 'lower'} (${interval})`
    const verdict = {
      real: 'this is unlikely to be chance',
      chance: direction === 'level' ? 'there is nothing to tell them apart' : 'this may be chance alone',
      small: 'the sample is too small to conclude from',
    }[judgement]
    return `${test}: ${variant} in the test group against ${control} in the control group, ${gap}; ${verdict}.`
  },
  series: ({ move, peak, compound, step, year }) => {
    const more = [
      ...(compound === undefined || compound.direction === 'level'
        ? []
        : [
            `${adverbEn[compound.direction]} ${compound.text} per ${step === undefined ? 'period' : eachEn[step]}, compounded`,
          ]),
      ...(year === undefined
        ? []
        : [
            year.direction === 'level'
              ? `${year.at} was level with the year before`
              : `${year.at} was ${adverbEn[year.direction]} ${year.text} year on year`,
          ]),
      ...(peak === undefined ? [] : [`the highest was ${peak.text} in ${peak.at}`]),
    ]
    return `${[moveEn(move), ...more].join('; ')}.`
  },
  cohorts: ({ of, ages }) => {
    const said = ages.map(
      ({ age, rate, to }) => `${to === undefined ? rate : `${rate} to ${to}`} (${inner(age)})`,
    )
    return `${of === undefined ? 'By cohort' : 'Weighted over all cohorts'}, retention was ${listed(said)}.`
  },
  list: (names) =>
    names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : listed(names),
  testName: (name, hits) => {
    if (name !== '') return name
    const what = singular(hits.replace(/^(?:test|variant|treatment)(?: group)? (?=.)/i, ''))
    const rate = / rate$/i.test(what) ? what : `${what} rate`
    return `${rate.charAt(0).toUpperCase()}${rate.slice(1)}`
  },
  surveyName: 'Survey',
  sampleInputs: (control, variant) => `control ${control}, test ${variant}`,
  outOf: (hits, size) => `${hits} of ${size}`,
}

export const comparisonSentences: Readonly<Record<Language, ComparisonSentences>> = { 'zh-CN': zh, en }
