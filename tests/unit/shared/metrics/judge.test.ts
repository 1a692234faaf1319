import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureFigures } from '../../../../shared/metrics/index.ts'
import type { Figure, FigureKind } from '../../../../shared/model/figure.ts'
import {
  type Comparator,
  type Goal,
  type JudgedGoal,
  type Polarity,
  Tiers,
} from '../../../../shared/model/goal.ts'
import { FigureId } from '../../../../shared/model/ids.ts'
import type { Language } from '../../../../shared/model/language.ts'
import { usualTiers } from '../../../../shared/text/figures.ts'

interface Case {
  kind?: FigureKind
  unit?: string
  decimals?: number
  comparator?: Comparator
  polarity?: Polarity
  target: number
  targetHigh?: number
  actual: number | null
  language?: Language
  tiers?: Tiers
}

function judged({
  kind = 'count',
  unit = '人',
  decimals = 0,
  target,
  targetHigh,
  actual,
  language = 'zh-CN',
  tiers = usualTiers(language),
  ...more
}: Case): JudgedGoal {
  const id = FigureId.parse('f')
  const polarity = more.polarity ?? 'higher'
  const figure: Figure = {
    id,
    name: '指标',
    kind,
    unit,
    rounding: { scale: 1, decimals },
    additive: false,
    origin:
      actual === null
        ? { kind: 'formula', expression: { figure: FigureId.parse('nobody') } }
        : { kind: 'typed', value: actual, note: '' },
  }
  const goal: Goal = {
    figure: id,
    comparator: more.comparator ?? (polarity === 'lower' ? '≤' : '≥'),
    target,
    ...(targetHigh !== undefined && { targetHigh }),
    polarity,
    origin: { kind: 'typed', value: target, note: '' },
  }
  const result = measureFigures([figure], [goal], new Map(), new Map(), { language, tiers, yearStart: 1 })[0]
    ?.goal
  if (!result) throw new Error('not judged')
  return result
}

const cost = { kind: 'amount', unit: '元', decimals: 1, polarity: 'lower' } as const
const rate = { kind: 'rate', unit: '%', decimals: 1 } as const

describe('words by kind', () => {
  test('a count speaks of its attainment', () => {
    expect(judged({ target: 50_000, actual: 62_000 })).toMatchObject({
      attainment: 1.24,
      verdict: 'exceeded',
      text: { target: '≥50,000人', attainment: '124%', verdict: '超额达成', outcome: '达成率124%' },
    })
    expect(judged({ target: 8_000, actual: 9_260 }).text.outcome).toBe('达成率115.8%')
    expect(judged({ target: 100, actual: 93 })).toMatchObject({
      verdict: 'missed',
      text: { outcome: '达成率93%', verdict: '未达成' },
    })
    expect(judged({ target: 5, actual: 6, language: 'en', unit: 'people' }).text).toEqual({
      target: '≥ 5 people',
      attainment: '120%',
      verdict: 'Exceeded',
      outcome: '120% of target',
    })
  })

  test('a cost speaks of what was saved, never of attainment', () => {
    expect(judged({ ...cost, target: 25, actual: 22.3 })).toMatchObject({
      verdict: 'exceeded',
      text: { target: '≤25元', attainment: '降低10.8%', verdict: '优于目标', outcome: '较目标降低10.8%' },
    })
    expect(judged({ ...cost, target: 30, actual: 33 }).text.outcome).toBe('超出目标10%')
    expect(judged({ ...cost, target: 30, actual: 30 })).toMatchObject({
      verdict: 'met',
      text: { outcome: '与目标持平', attainment: '持平' },
    })
    expect(judged({ ...cost, kind: 'count', unit: '次', target: 40, actual: 30 }).text.outcome).toBe(
      '较目标减少25%',
    )
    expect(judged({ ...cost, kind: 'duration', unit: '分钟', target: 40, actual: 30 }).text.outcome).toBe(
      '较目标缩短25%',
    )
    expect(judged({ ...cost, language: 'en', unit: 'CNY', target: 25, actual: 22.3 }).text.outcome).toBe(
      '10.8% below target',
    )
    expect(judged({ ...cost, language: 'en', unit: 'CNY', target: 30, actual: 33 }).text.outcome).toBe(
      '10% above target',
    )
  })

  test('a rate in ‰ is as fine in points as it is in itself', () => {
    const complaints = { kind: 'rate', unit: '‰', decimals: 1, polarity: 'lower', target: 0.003 } as const
    expect(judged({ ...complaints, actual: 0.0024 }).text.outcome).toBe('低于目标0.06个百分点')
    expect(judged({ ...complaints, actual: 0.00312 }).text.outcome).toBe('超出目标0.01个百分点')
  })

  test('a rate speaks of percentage points', () => {
    expect(judged({ ...rate, target: 0.45, actual: 0.482 })).toMatchObject({
      text: { target: '≥45%', attainment: '107.1%', outcome: '高出目标3.2个百分点（达成率107.1%）' },
    })
    expect(judged({ ...rate, target: 0.1, actual: 0.18, polarity: 'lower' })).toMatchObject({
      verdict: 'missed',
      text: { attainment: '超出8个百分点', outcome: '超出目标8个百分点' },
    })
    expect(judged({ ...rate, target: 0.1, actual: 0.087, polarity: 'lower' }).text.outcome).toBe(
      '低于目标1.3个百分点',
    )
    expect(judged({ ...rate, target: 0.1, actual: 0.09, language: 'en' }).text.outcome).toBe(
      '1 percentage point below target (90% of target)',
    )
  })

  test('a target is written as it was set, not as the figure is rounded', () => {
    expect(judged({ ...rate, decimals: 0, target: 0.455, actual: 0.5 }).text.target).toBe('≥45.5%')
    expect(judged({ ...rate, decimals: 2, target: 0.45, actual: 0.5 }).text.target).toBe('≥45%')
  })
})

describe('comparators', () => {
  const verdict = (comparator: Comparator, actual: number, polarity: Polarity = 'higher'): string =>
    judged({ comparator, polarity, target: 10, targetHigh: 12, actual }).verdict

  test('hold or not at the bound itself', () => {
    expect(['≥', '>', '≤', '<', '='].map((one) => verdict(one as Comparator, 10))).toEqual([
      'met',
      'missed',
      'met',
      'missed',
      'met',
    ])
    expect(['≥', '>', '=', '≤'].map((one) => verdict(one as Comparator, 11))).toEqual([
      'exceeded',
      'exceeded',
      'missed',
      'missed',
    ])
  })

  test('a range is met inside and exceeded on its good side', () => {
    expect([9, 10, 12, 13].map((actual) => verdict('range', actual))).toEqual([
      'missed',
      'met',
      'met',
      'exceeded',
    ])
    expect([9, 13].map((actual) => verdict('range', actual, 'lower'))).toEqual(['exceeded', 'missed'])
    const range = judged({ ...rate, comparator: 'range', target: 0.08, targetHigh: 0.12, actual: 0.13 })
    expect(range.text).toMatchObject({ target: '8%～12%', outcome: '高出目标上限1个百分点' })
    expect(judged({ comparator: 'range', target: 10, targetHigh: 12, actual: 11 }).text.outcome).toBe(
      '在目标区间内',
    )
  })

  test('sums of binary fractions are judged as what they stand for', () => {
    expect(judged({ ...cost, target: 0.3, actual: 0.1 + 0.2 }).verdict).toBe('met')
    expect(judged({ ...rate, target: 0.07, actual: 0.07 * (1 + 1e-15) }).verdict).toBe('met')
  })
})

describe('where a ratio means nothing', () => {
  test('a target of zero is judged by the difference', () => {
    expect(judged({ polarity: 'lower', unit: '次', target: 0, actual: 3 })).toMatchObject({
      attainment: null,
      verdict: 'missed',
      text: { outcome: '超出目标3次', attainment: '超出3次' },
    })
    expect(judged({ polarity: 'lower', unit: '次', target: 0, actual: 0 })).toMatchObject({
      verdict: 'met',
      text: { outcome: '与目标持平' },
    })
  })

  test('so are negative targets and negative results', () => {
    expect(judged({ kind: 'amount', unit: '元', target: -500, actual: -300 })).toMatchObject({
      attainment: null,
      verdict: 'exceeded',
      text: { outcome: '高出目标200元' },
    })
    expect(judged({ kind: 'amount', unit: '元', target: 500, actual: -300 }).text.outcome).toBe(
      '低于目标800元',
    )
  })

  test('without a value nothing is judged', () => {
    expect(judged({ target: 5, actual: null })).toMatchObject({
      attainment: null,
      verdict: 'unknown',
      text: { target: '≥5人', attainment: '—', verdict: '暂无数据', outcome: '暂无数据' },
    })
  })
})

describe('tiers', () => {
  const tierOf = (more: Partial<Case>): string | undefined =>
    judged({ target: 100, actual: 0, ...more }).tier?.name

  test('are the best that the index reaches, from its own end on', () => {
    expect([101, 100, 99.99, 80, 79.99, 0].map((actual) => tierOf({ actual }))).toEqual([
      '优秀',
      '优秀',
      '达标',
      '达标',
      '未达标',
      '未达标',
    ])
    expect([100, 80, 79].map((actual) => tierOf({ actual, language: 'en' }))).toEqual([
      'Excellent',
      'Close to target',
      'Below target',
    ])
  })

  test('follow the saving where less is better', () => {
    expect([90, 100, 110, 120, 121].map((actual) => tierOf({ ...cost, actual }))).toEqual([
      '优秀',
      '优秀',
      '达标',
      '达标',
      '未达标',
    ])
  })

  test('are those of the project', () => {
    const tiers = Tiers.parse([
      { from: 1.2, name: 'A' },
      { from: 1, name: 'B' },
      { from: 0.6, name: 'C' },
      { from: null, name: 'D' },
    ])
    expect([120, 119, 60, 59].map((actual) => tierOf({ actual, tiers }))).toEqual(['A', 'B', 'C', 'D'])
  })

  test('take binary noise for what it stands for', () => {
    expect(tierOf({ ...rate, target: 0.3, actual: 0.1 + 0.2 })).toBe('优秀')
    expect(tierOf({ ...rate, target: 0.1, actual: 0.08 * (1 - 1e-15) })).toBe('达标')
  })

  test('are none where there is no index', () => {
    expect(judged({ target: 0, actual: 3 })).toMatchObject({ index: null, tier: null })
    expect(judged({ target: -5, actual: 3 })).toMatchObject({ index: null, tier: null })
    expect(judged({ target: 5, actual: null })).toMatchObject({ index: null, tier: null })
  })

  test('of a target that is to be hit, every step away counts, on either side', () => {
    const exact = { comparator: '=', target: 100 } as const
    expect([100, 90, 110, 250].map((actual) => judged({ ...exact, actual }).index)).toEqual([1, 0.9, 0.9, 0])
    expect(judged({ ...exact, actual: 110 })).toMatchObject({ verdict: 'missed', tier: { name: '达标' } })
  })
})

describe('at the ends of the numbers', () => {
  test('nothing is endless or no number', () => {
    const extreme = [0, 5e-324, 1e-300, 1, 1e15, 1e300, Number.MAX_VALUE]
    for (const target of extreme)
      for (const actual of extreme)
        for (const polarity of ['higher', 'lower'] as const) {
          const goal = judged({ target, actual, polarity })
          for (const number of [goal.attainment, goal.index])
            expect(number === null || Number.isFinite(number)).toBe(true)
          expect(Object.values(goal.text).join(' ')).not.toMatch(/NaN|Infinity|undefined/)
        }
  })
})

describe('against exact arithmetic', () => {
  const decimal = fc.record({
    whole: fc.integer({ min: 1, max: 10_000_000 }),
    places: fc.integer({ min: 0, max: 4 }),
  })
  const valueOf = ({ whole, places }: { whole: number; places: number }): number =>
    Number(`${whole}e-${places}`)
  const compared = (a: { whole: number; places: number }, b: { whole: number; places: number }): number => {
    const [left, right] = [
      BigInt(a.whole) * 10n ** BigInt(4 - a.places),
      BigInt(b.whole) * 10n ** BigInt(4 - b.places),
    ]
    return left < right ? -1 : left > right ? 1 : 0
  }

  test('the verdict is the comparison and no text contradicts it', () => {
    fc.assert(
      fc.property(
        decimal,
        decimal,
        fc.constantFrom<FigureKind>('count', 'amount', 'rate'),
        fc.boolean(),
        (target, actual, kind, less) => {
          const polarity = less ? 'lower' : 'higher'
          const goal = judged({
            kind,
            unit: kind === 'rate' ? '%' : '元',
            decimals: 2,
            polarity,
            target: valueOf(target),
            actual: valueOf(actual),
          })
          const order = compared(actual, target) * (less ? -1 : 1)
          expect(goal.verdict).toBe(order > 0 ? 'exceeded' : order === 0 ? 'met' : 'missed')
          const ratio = valueOf(actual) / valueOf(target)
          expect(Math.abs((goal.attainment ?? 0) - ratio)).toBeLessThan(ratio * 1e-14)
          expect(goal.text.attainment === '100%' || goal.text.outcome.includes('持平')).toBe(order === 0)
          if (less) expect(goal.text.outcome).not.toContain('达成率')
        },
      ),
    )
  })

  test('attainment, index and tier are those of exact rationals', () => {
    fc.assert(
      fc.property(decimal, decimal, fc.boolean(), (target, actual, less) => {
        const goal = judged({
          polarity: less ? 'lower' : 'higher',
          target: valueOf(target),
          actual: valueOf(actual),
        })
        // actual ÷ target as a fraction of whole numbers.
        const [over, under] = [
          BigInt(actual.whole) * 10n ** BigInt(4 - actual.places),
          BigInt(target.whole) * 10n ** BigInt(4 - target.places),
        ]
        const index = less ? 2n * under - over : over
        const digits = Number((over * 10n ** 40n) / under) / 1e40
        expect(Math.abs((goal.attainment ?? 0) - digits)).toBeLessThanOrEqual(digits * 1e-14)
        // Where a bound is further away than the drift that is let pass, the grade is exact.
        const far = [100n, 80n].every((bound) => {
          const distance = index * 100n - bound * under
          return distance === 0n || (distance < 0n ? -distance : distance) * 10n ** 9n > under
        })
        if (!far) return
        const tier = index * 100n >= 100n * under ? '优秀' : index * 100n >= 80n * under ? '达标' : '未达标'
        expect(goal.tier?.name).toBe(tier)
        expect(goal.index).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
