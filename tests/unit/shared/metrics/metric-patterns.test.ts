// The metric patterns of real summaries, M1 to M18, each through the front that answers it: thresholds are read, goals
// judged, comparisons measured. Every one is tried with usual numbers, with nothing, below nothing, without a number and
// with very many, and with what else can befall it. Numbers and names are our own; the patterns are of the field.

import { describe, expect, test } from 'vitest'
import { maybeSpanLengths } from '../../../../shared/metrics/span-lengths.ts'
import type { MeasuredComparison } from '../../../../shared/model/comparison.ts'
import type { Comparator, Polarity } from '../../../../shared/model/goal.ts'
import { parseQuantity } from '../../../../shared/numbers/parse.ts'
import { parseThreshold } from '../../../../shared/numbers/threshold.ts'
import {
  compare,
  type Given,
  idOf,
  money,
  type Numbers,
  people,
  points,
  rate,
  statesOf,
} from '../../../support/comparing.ts'

const wan = (value: number | null): Given => people(value, { scale: 1e4, decimals: 1 })
const minutes = (value: number | null): Given => ({ value, kind: 'duration', unit: '分钟' })

/** How an actual against its target is worded. */
function outcome(
  actual: Given,
  target: number,
  comparator: Comparator = '≥',
  polarity: Polarity = 'higher',
): string {
  const origin = { kind: 'typed' as const, value: target, note: '' }
  const goal = { figure: idOf('f'), comparator, target, polarity, origin }
  return statesOf({ f: actual }, 'zh-CN', [goal]).get(idOf('f'))?.goal?.text.outcome ?? ''
}
const cost = (actual: number | null, target: number): string =>
  outcome(money(actual, '元/人', 1), target, '≤', 'lower')

/** The sentence, or where there is none what is odd. */
const said = ({ sentence, warnings }: MeasuredComparison): string =>
  [sentence, ...warnings].filter(Boolean).join(' ')

const change = (given: Numbers, name = '指标'): string =>
  said(
    compare(given, {
      kind: 'change',
      name,
      ...Object.fromEntries(
        ['before', 'after', 'delta', 'relative'].map((role) => [role, given[role] ? role : null]),
      ),
    }),
  )

const share = (part: number | null, whole: number | null): string =>
  said(
    compare(
      { 全部: wan(whole), 裂变: wan(part) },
      { kind: 'shares', whole: '全部', parts: ['裂变'], multiple: false },
    ),
  )

const funnel = (...counts: readonly (number | null)[]): string =>
  said(
    compare(Object.fromEntries(counts.map((count, index) => [`第${index + 1}步`, people(count)])), {
      kind: 'funnel',
      steps: counts.map((_, index) => ({ name: `第${index + 1}步`, figure: `第${index + 1}步` })),
    }),
  )

const benchmark = (actual: number | null, other: number | null, source = '行业报告'): string =>
  said(
    compare(
      { 留存率: rate(actual), 行业平均: rate(other) },
      { kind: 'benchmark', actual: '留存率', benchmark: '行业平均', gap: null, source },
    ),
  )

const rateOf = (given: Numbers, population = '活动用户'): string =>
  said(
    compare(given, {
      kind: 'rate',
      population,
      ...Object.fromEntries(['rate', 'count', 'base'].map((role) => [role, given[role] ? role : null])),
    }),
  )

const days = (values: readonly (number | null)[], additive = true) =>
  compare(
    Object.fromEntries(
      values.map((value, index) => [
        `d${index}`,
        people(value, {
          name: `${formatDayOf(index)}日活`,
          additive,
          part: { of: idOf('t'), by: '日期', key: `2026-09-0${index + 1}`, step: 'day' },
        }),
      ]),
    ),
    { kind: 'series', name: '日活', figures: values.map((_, index) => `d${index}`) },
  )
const formatDayOf = (index: number): string => `2026年9月${index + 1}日`
const derivedText = (measured: MeasuredComparison, role: string): string => {
  const found = measured.derived.find((one) => one.role === role)
  return found ? [found.of, found.text].filter(Boolean).join(' ') : measured.warnings.join(' ')
}

const ratio = (left: number | null, right: number | null): string =>
  said(compare({ 投入: money(left), 产出: money(right) }, { kind: 'ratio', left: '投入', right: '产出' }))

const survey = (
  sent: number | null,
  valid: number | null,
  rates: readonly (number | null)[],
  multiple = true,
): string =>
  said(
    compare(
      {
        发放: people(sent, { unit: '份' }),
        有效: people(valid, { unit: '份' }),
        ...Object.fromEntries(rates.map((one, index) => [`选项${index + 1}`, rate(one)])),
      },
      {
        kind: 'survey',
        sent: '发放',
        valid: '有效',
        answers: rates.map((_, index) => ({ name: `选项${index + 1}`, figure: `选项${index + 1}` })),
        multiple,
      },
    ),
  )

const segments = (rates: Readonly<Record<string, number | null>>): string =>
  said(
    compare(Object.fromEntries(Object.entries(rates).map(([name, value]) => [name, rate(value)])), {
      kind: 'shares',
      whole: null,
      parts: Object.keys(rates),
      multiple: true,
    }),
  )

const threshold = (text: string): string => {
  const found = parseThreshold(text)
  return found
    ? [found.comparator ?? '', found.value, found.high, found.unit, found.polarity]
        .filter((part) => part !== undefined && part !== '')
        .join(' ')
    : 'none'
}

const duration = (text: string): string => {
  const found = parseQuantity(text)
  return found ? `${found.value} ${found.unit}` : 'none'
}

const span = (from: string, to: string): string =>
  (maybeSpanLengths({ from, to }, 'zh-CN')?.lengths ?? []).join(' ')

/** Situations that every pattern is tried in. */
const always = ['usual', 'zero', 'negative', 'missing', 'huge'] as const
type Situation = (typeof always)[number] | 'tiny base' | 'target zero' | 'impossible' | 'other way'
type Tried = Readonly<
  Partial<Record<Situation, readonly [got: string, is: string]>> &
    Record<(typeof always)[number], readonly [got: string, is: string]>
>

interface Pattern {
  what: string
  /** The documents in which it was seen. */
  seen: string
  tried: Tried
}

type Id = `M${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18}`

const patterns: Readonly<Record<Id, Pattern>> = {
  M1: {
    what: 'a count against its target, more is better',
    seen: '000, 002',
    tried: {
      usual: [outcome(wan(47_000), 40_000), '达成率117.5%'],
      zero: [outcome(wan(0), 40_000), '达成率0%'],
      negative: [outcome(wan(-500), 40_000), '低于目标4.1万人'],
      missing: [outcome(wan(null), 40_000), '暂无数据'],
      huge: [outcome(people(3.2e12), 2.5e12), '达成率128%'],
      'target zero': [outcome(people(7), 0), '高出目标7人'],
    },
  },
  M2: {
    what: 'less is better',
    seen: '000, 002',
    tried: {
      usual: [cost(27.3, 30), '较目标降低9%'],
      zero: [cost(0, 30), '较目标降低100%'],
      negative: [cost(-3, 30), '低于目标33元/人'],
      missing: [cost(null, 30), '暂无数据'],
      huge: [cost(4e9, 5e9), '较目标降低20%'],
      'target zero': [cost(3, 0), '超出目标3元/人'],
      'other way': [cost(33, 30), '超出目标10%'],
    },
  },
  M3: {
    what: 'a rate against its target, as attainment and in points',
    seen: '000, 002',
    tried: {
      usual: [outcome(rate(0.462, 1), 0.44), '高出目标2.2个百分点（达成率105%）'],
      zero: [outcome(rate(0, 1), 0.44), '低于目标44个百分点（达成率0%）'],
      negative: [outcome(rate(-0.02, 1), 0.1), '低于目标12个百分点'],
      missing: [outcome(rate(null, 1), 0.44), '暂无数据'],
      huge: [outcome(rate(25, 1), 20), '高出目标500个百分点（达成率125%）'],
      'target zero': [outcome(rate(0.03, 1), 0), '高出目标3个百分点'],
    },
  },
  M4: {
    what: 'a rate before and after',
    seen: '000, 001, 002, 003',
    tried: {
      usual: [
        change({ before: rate(0.16), after: rate(0.21) }),
        '指标由16%升至21%，提高5个百分点（相对提升31.3%）。',
      ],
      zero: [change({ before: rate(0), after: rate(0.21) }), '指标由0%升至21%，提高21个百分点。 no-base'],
      negative: [
        change({ before: rate(-0.05), after: rate(0.02) }),
        '指标由-5%升至2%，提高7个百分点。 no-base',
      ],
      missing: [change({ before: rate(null), after: rate(0.21) }), ''],
      huge: [
        change({ before: rate(3), after: rate(12) }),
        '指标由300%升至1,200%，提高900个百分点（相对提升300%）。',
      ],
      'tiny base': [
        change({ before: rate(0.001, 1), after: rate(0.02, 1) }),
        '指标由0.1%升至2.0%，提高1.9个百分点（相对提升1,900%）。 tiny-base',
      ],
      'other way': [
        change({ before: rate(0.68), after: rate(0.5) }),
        '指标由68%降至50%，下降18个百分点（相对下降26.5%）。',
      ],
    },
  },
  M5: {
    what: 'a quantity before and after, two of three',
    seen: '000, 002, 003',
    tried: {
      usual: [
        change({ after: minutes(33), delta: minutes(9) }),
        '指标由24分钟延长至33分钟，延长9分钟（增长37.5%）。',
      ],
      zero: [change({ after: minutes(33), delta: minutes(0) }), '指标为33分钟，前后持平。'],
      negative: [
        change({ after: minutes(20), delta: minutes(-5) }),
        '指标由25分钟缩短至20分钟，缩短5分钟（下降20%）。',
      ],
      missing: [change({ after: minutes(null), delta: minutes(9) }), ''],
      huge: [
        change({ before: people(4e12), after: people(5e12) }),
        '指标由4,000,000,000,000人增至5,000,000,000,000人，增加1,000,000,000,000人（增长25%）。',
      ],
      impossible: [
        change({ before: minutes(24), after: minutes(33), delta: minutes(12) }),
        '指标由24分钟延长至33分钟，延长12分钟（增长37.5%）。 contradicts',
      ],
    },
  },
  M6: {
    what: 'a relative change, which carries its base or is flagged',
    seen: '002, 003',
    tried: {
      usual: [change({ relative: rate(1.2) }), '指标增长120%，未说明比较基数。 no-base'],
      zero: [change({ relative: rate(0) }), '指标持平，未说明比较基数。 no-base'],
      negative: [change({ relative: rate(-0.35) }), '指标下降35%，未说明比较基数。 no-base'],
      missing: [change({ relative: rate(null) }), 'no-base'],
      huge: [
        change({ relative: rate(40), before: people(500) }),
        '指标由500人增至20,500人，增加20,000人（增长4,000%）。 tiny-base',
      ],
      'tiny base': [
        change({ relative: rate(1), before: people(3) }),
        '指标由3人增至6人，增加3人（增长100%）。 tiny-base',
      ],
    },
  },
  M7: {
    what: 'a share of a total, parts no more than the whole',
    seen: '000, 002',
    tried: {
      usual: [share(29_000, 47_000), '全部共4.7万人，其中裂变2.9万人，占61.7%；其余1.8万人，占38.3%。'],
      zero: [share(0, 47_000), '全部共4.7万人，其中裂变0.0万人，占0.0%；其余4.7万人，占100.0%。'],
      negative: [share(-2000, 47_000), '全部共4.7万人，其中裂变-0.2万人，占-4.3%；其余4.9万人，占104.3%。'],
      missing: [share(null, 47_000), ''],
      huge: [
        share(6e11, 8e11),
        '全部共80,000,000.0万人，其中裂变60,000,000.0万人，占75.0%；其余20,000,000.0万人，占25.0%。',
      ],
      impossible: [
        share(50_000, 47_000),
        '全部共4.7万人，其中裂变5.0万人，占106.4%。 part-exceeds-whole parts-exceed-whole',
      ],
    },
  },
  M8: {
    what: 'a funnel with step, overall and loss rates',
    seen: '000, 001, 002',
    tried: {
      usual: [
        funnel(8000, 2000, 900),
        '从第1步到第3步共3步，整体转化率为11.3%；流失最多的一步是“第1步→第2步”，流失率75.0%（6,000人）。',
      ],
      zero: [
        funnel(8000, 0, 0),
        '从第1步到第3步共3步，整体转化率为0.0%；流失最多的一步是“第1步→第2步”，流失率100.0%（8,000人）。 no-base',
      ],
      negative: [funnel(-5, 2), 'step-grows no-base'],
      missing: [funnel(8000, null), ''],
      huge: [funnel(9e12, 3e12), '从第1步到第2步共2步，整体转化率为33.3%。'],
      impossible: [
        funnel(100, 120, 60),
        '从第1步到第3步共3步，整体转化率为60.0%；流失最多的一步是“第2步→第3步”，流失率50.0%（60人）。 step-grows',
      ],
    },
  },
  M9: {
    what: 'against a benchmark with a source',
    seen: '000, 002, 003',
    tried: {
      usual: [benchmark(0.46, 0.33), '留存率为46%，高出行业平均（33%，行业报告）13个百分点。'],
      zero: [benchmark(0, 0.33), '留存率为0%，低于行业平均（33%，行业报告）33个百分点。'],
      negative: [benchmark(-0.02, 0.01), '留存率为-2%，低于行业平均（1%，行业报告）3个百分点。'],
      missing: [benchmark(null, 0.33), ''],
      huge: [benchmark(9, 4), '留存率为900%，高出行业平均（400%，行业报告）500个百分点。'],
      'other way': [benchmark(0.46, 0.33, ''), '留存率为46%，高出行业平均（33%）13个百分点。 no-source'],
      'tiny base': [benchmark(0.2, 0.01), '留存率为20%，高出行业平均（1%，行业报告）19个百分点。 tiny-base'],
    },
  },
  M10: {
    what: 'a rate with its count, of a base that can be named',
    seen: '000',
    tried: {
      usual: [
        rateOf({ rate: rate(0.37, 0, { name: '签到率' }), count: wan(18_600) }),
        '活动用户约5.0万人，签到率为37%，即1.9万人。',
      ],
      zero: [rateOf({ rate: rate(0, 0, { name: '签到率' }), count: wan(0) }), ''],
      negative: [
        rateOf({ rate: rate(0.37, 0, { name: '签到率' }), base: people(-4) }),
        '活动用户-4人，签到率为37%，即-1人。 no-base',
      ],
      missing: [rateOf({ rate: rate(0.37, 0, { name: '签到率' }), count: wan(null) }), ''],
      huge: [
        rateOf({ rate: rate(0.5, 0, { name: '签到率' }), base: people(4e12) }),
        '活动用户4,000,000,000,000人，签到率为50%，即约2,000,000,000,000人。',
      ],
      impossible: [
        rateOf({ rate: rate(0.37, 0, { name: '签到率' }), base: people(10) }),
        '活动用户10人，签到率为37%，即4人。 count-not-whole',
      ],
      'other way': [
        rateOf({ rate: rate(0.37, 0, { name: '签到率' }), base: people(100) }, ''),
        '签到率为37%（37人／100人）。 no-population',
      ],
    },
  },
  M11: {
    what: 'a peak with its date',
    seen: '000, 002',
    tried: {
      usual: [derivedText(days([142_000, 158_000, 151_000]), 'peak'), '2026年9月2日 158,000人'],
      zero: [derivedText(days([0, 0]), 'peak'), '2026年9月1日 0人'],
      negative: [derivedText(days([-5, -2]), 'peak'), '2026年9月2日 -2人'],
      missing: [derivedText(days([null, null]), 'peak'), ''],
      huge: [derivedText(days([1e12, 2e12]), 'peak'), '2026年9月2日 2,000,000,000,000人'],
    },
  },
  M12: {
    what: 'an average over a period, which does not add up',
    seen: '002',
    tried: {
      usual: [derivedText(days([18_000, 21_000], false), 'average'), '19,500.0人'],
      zero: [derivedText(days([0, 0], false), 'average'), '0.0人'],
      negative: [derivedText(days([-4, 2], false), 'average'), '-1.0人'],
      missing: [derivedText(days([18_000, null], false), 'average'), '—'],
      huge: [derivedText(days([1e12, 3e12], false), 'average'), '2,000,000,000,000.0人'],
      impossible: [derivedText(days([18_000, 21_000], false), 'cumulative'), 'not-additive'],
    },
  },
  M13: {
    what: 'k : n, and so many times as much',
    seen: '003',
    tried: {
      usual: [ratio(5000, 23_000), '投入（5,000元）与产出（23,000元）之比为1:4.6，后者是前者的4.6倍。'],
      zero: [ratio(5000, 0), 'no-base'],
      negative: [ratio(-5000, 23_000), ''],
      missing: [ratio(null, 23_000), ''],
      huge: [
        ratio(2e12, 5e12),
        '投入（2,000,000,000,000元）与产出（5,000,000,000,000元）之比为1:2.5，后者是前者的2.5倍。',
      ],
      'other way': [ratio(9000, 3000), '投入（9,000元）与产出（3,000元）之比为3:1，前者是后者的3倍。'],
    },
  },
  M14: {
    what: 'a survey, where several answers may add up to more',
    seen: '000',
    tried: {
      usual: [
        survey(900, 720, [0.7, 0.55]),
        '发放900份，回收有效720份，有效回收率80.0%；选择“选项1”的占70%（约504份），选择“选项2”的占55%（约396份）（可多选）。',
      ],
      zero: [survey(900, 0, []), '发放900份，回收有效0份，有效回收率0.0%。 too-small-a-sample'],
      negative: [survey(900, -3, []), '发放900份，回收有效-3份，有效回收率-0.33%。 too-small-a-sample'],
      missing: [survey(900, null, [0.7]), '发放900份；选择“选项1”的占70%（可多选）。'],
      huge: [survey(8e9, 6e9, []), '发放8,000,000,000份，回收有效6,000,000,000份，有效回收率75.0%。'],
      impossible: [
        survey(900, 720, [0.7, 0.55], false),
        '发放900份，回收有效720份，有效回收率80.0%；选择“选项1”的占70%（约504份），选择“选项2”的占55%（约396份）。 parts-exceed-whole',
      ],
    },
  },
  M15: {
    what: 'what segments do, each by its rate',
    seen: '000, 003',
    tried: {
      usual: [
        segments({ 早间: 0.33, 午间: 0.29, 晚间: 0.44 }),
        '早间占33%；午间占29%；晚间占44%（可多选，占比之和可超过100%）。',
      ],
      zero: [segments({ 早间: 0 }), '早间占0%。'],
      negative: [segments({ 早间: -0.1 }), '早间占-10%。'],
      missing: [segments({ 早间: null }), ''],
      huge: [segments({ 早间: 12 }), '早间占1,200%（可多选，占比之和可超过100%）。 part-exceeds-whole'],
    },
  },
  M16: {
    what: 'thresholds in every spelling',
    seen: '000, 002',
    tried: {
      usual: [
        ['≤28元', '≥35%', '600+', '降至8%以下', '占比不低于55%', '22元/人以内', '8%-12%', '突破百万']
          .map((text) => threshold(text))
          .join(' · '),
        '≤ 28 元 lower · ≥ 0.35 % higher · ≥ 600 higher · ≤ 0.08 % lower · ≥ 0.55 % higher · ≤ 22 元/人 lower · range 0.08 0.12 % · > 1000000 higher',
      ],
      zero: [threshold('≤0元'), '≤ 0 元 lower'],
      negative: [threshold('≥-5%'), '≥ -0.05 % higher'],
      missing: [threshold('越多越好'), 'none'],
      huge: [threshold('不低于3.2万亿元'), '≥ 3200000000000 元 higher'],
      impossible: [threshold('增长20%'), 'none'],
    },
  },
  M17: {
    what: 'durations and numbers of times',
    seen: '000, 001, 002, 003',
    tried: {
      usual: [
        ['8周', '12天', '40分钟', '48小时', '3次'].map((text) => duration(text)).join(' · '),
        '8 周 · 12 天 · 40 分钟 · 48 小时 · 3 次',
      ],
      zero: [duration('0天'), '0 天'],
      negative: [duration('-2天'), '-2 天'],
      missing: [duration('若干天'), 'none'],
      huge: [duration('1200万次'), '12000000 次'],
    },
  },
  M18: {
    what: 'a span of dates, in days and in months',
    seen: '000, 002',
    tried: {
      usual: [span('2026-03-02', '2026-09-01'), '6个月 184天'],
      zero: [span('2026-03-02', '2026-03-02'), '1天'],
      negative: [span('2026-03-02', '2026-02-01'), ''],
      missing: [span('2026-03-02', ''), ''],
      huge: [span('1926-01-01', '2025-12-31'), '1,200个月 36,525天'],
      'other way': [span('2027-01-31', '2028-02-29'), '13个月 395天'],
    },
  },
}

describe.each(Object.entries(patterns))('%s', (_, { what, tried }) => {
  test.each(Object.entries(tried))(`${what}: %s`, (_situation, [got, is]) => {
    expect(got).toBe(is)
  })
})

test('all eighteen are there, each tried with nothing, below nothing, without a number and with very many', () => {
  expect(Object.keys(patterns)).toEqual(Array.from({ length: 18 }, (_, index) => `M${index + 1}`))
  for (const { tried } of Object.values(patterns))
    expect(Object.keys(tried)).toEqual(expect.arrayContaining([...always]))
})

test('a difference of rates written in percent is refused where points are meant', () => {
  expect(change({ before: rate(0.16), delta: points(0.05) })).toContain('提高5个百分点')
  expect(change({ before: rate(0.16), delta: rate(0.05) })).toBe('units-differ')
})
