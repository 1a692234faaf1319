import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Language } from '../../../../../shared/model/language.ts'
import {
  compare,
  type Given,
  money,
  people,
  points,
  rate,
  textsOf,
  valueOf,
} from '../../../../support/comparing.ts'

type Role = 'before' | 'after' | 'delta' | 'relative'

const change = (given: Partial<Record<Role, Given>>, name = '', language: Language = 'zh-CN') =>
  compare(
    given,
    {
      kind: 'change',
      name,
      ...Object.fromEntries(
        (['before', 'after', 'delta', 'relative'] as const).map((role) => [role, given[role] ? role : null]),
      ),
    },
    language,
  )

const minutes = (value: number): Given => ({ value, kind: 'duration', unit: '分钟', name: '使用时长' })

describe('any two of the four give the others', () => {
  test('before and after', () => {
    const found = change({ before: people(8000), after: people(9260) }, '付费用户')
    expect(textsOf(found)).toEqual({ delta: '1,260人', relative: '15.8%' })
    expect(found.sentence).toBe('付费用户由8,000人增至9,260人，增加1,260人（增长15.8%）。')
    expect(found.warnings).toEqual([])
  })

  test('after and the difference', () => {
    const found = change({ after: minutes(31), delta: minutes(6) }, '使用时长')
    expect(textsOf(found)).toEqual({ before: '25分钟', relative: '24.0%' })
    expect(found.sentence).toBe('使用时长由25分钟延长至31分钟，延长6分钟（增长24%）。')
  })

  test('before and the difference', () => {
    const found = change({ before: minutes(25), delta: minutes(-6) }, '等待时长')
    expect(textsOf(found)).toEqual({ after: '19分钟', relative: '-24.0%' })
    expect(found.sentence).toBe('等待时长由25分钟缩短至19分钟，缩短6分钟（下降24%）。')
  })

  test('before and the relative change', () => {
    expect(textsOf(change({ before: money(50, '元', 1), relative: rate(-0.42) }, '获客成本'))).toEqual({
      after: '29.0元',
      delta: '-21.0元',
    })
  })

  test('after and the relative change', () => {
    expect(textsOf(change({ after: people(360), relative: rate(2) }, '访客'))).toEqual({
      before: '120人',
      delta: '240人',
    })
  })

  test('the difference and the relative change', () => {
    expect(textsOf(change({ delta: people(240), relative: rate(2) }, '访客'))).toEqual({
      before: '120人',
      after: '360人',
    })
    expect(textsOf(change({ delta: points(0.062), relative: rate(0.155, 1) }, '留存率'))).toEqual({
      before: '40.0%',
      after: '46.2%',
    })
  })

  test('whichever two are known, the others come out the same', () => {
    const value = fc.integer({ min: 1, max: 1_000_000 })
    const pairs = [
      ['before', 'delta'],
      ['after', 'delta'],
      ['before', 'relative'],
      ['after', 'relative'],
      ['delta', 'relative'],
    ] as const
    fc.assert(
      fc.property(value, value, fc.constantFrom(...pairs), (before, after, pair) => {
        fc.pre(before !== after)
        const all = {
          before: people(before),
          after: people(after),
          delta: people(after - before),
          relative: rate(after / before - 1, 10),
        }
        const found = change({ [pair[0]]: all[pair[0]], [pair[1]]: all[pair[1]] })
        for (const role of ['before', 'after', 'delta', 'relative'] as const) {
          const computed = valueOf(found, role)
          const wanted = all[role].value ?? 0
          if (role === pair[0] || role === pair[1]) expect(computed).toBeUndefined()
          else expect((computed ?? 0) / wanted).toBeCloseTo(1, 5)
        }
      }),
    )
  })
})

/** A fraction × 1000, rounded half away from zero: tenths of a percent, in whole numbers only. */
function tenths(numerator: bigint, denominator: bigint): bigint {
  const [scaled, isNegative] = [numerator * 1000n, numerator < 0n]
  const doubled = (isNegative ? -scaled : scaled) * 2n + denominator
  const rounded = doubled / (2n * denominator)
  return isNegative ? -rounded : rounded
}

test('a relative change is written as the exact fraction rounds', () => {
  const value = fc.integer({ min: 1, max: 1_000_000 })
  fc.assert(
    fc.property(value, value, (before, after) => {
      fc.pre(Math.abs(after / before - 1) >= 0.01)
      const text = textsOf(change({ before: people(before), after: people(after) }))['relative'] ?? ''
      const written = BigInt(text.replace(/[%,.]/g, ''))
      expect(written).toBe(tenths(BigInt(after - before), BigInt(before)))
    }),
    { numRuns: 500 },
  )
})

describe('rates change by points, and in percent only of themselves', () => {
  test('in Chinese', () => {
    const found = change({ before: rate(0.42), after: rate(0.482, 1) }, '7日留存率')
    expect(textsOf(found)).toEqual({ delta: '6.2个百分点', relative: '14.8%' })
    expect(found.sentence).toBe('7日留存率由42%升至48.2%，提高6.2个百分点（相对提升14.8%）。')
  })

  test('in English', () => {
    const found = change({ before: rate(0.68), after: rate(0.52) }, 'Churn', 'en')
    expect(found.sentence).toBe(
      'Churn fell from 68% to 52%, down 16 percentage points (a relative decrease of 23.5%).',
    )
  })

  test('a percentage is no difference of rates', () => {
    const found = change({ before: rate(0.42), delta: rate(0.062, 1) })
    expect(found.warnings).toEqual(['units-differ'])
    expect(found.derived).toEqual([])
    expect(found.sentence).toBe('')
  })
})

describe('what is odd is said', () => {
  test('a relative change alone has no base', () => {
    const found = change({ relative: rate(0.18) }, 'ARPU')
    expect(found.warnings).toEqual(['no-base'])
    expect(found.sentence).toBe('ARPU增长18%，未说明比较基数。')
    expect(change({ relative: rate(-0.3) }, 'CAC', 'en').sentence).toBe(
      'CAC fell by 30%; the base is not stated.',
    )
  })

  test('a difference alone has none either', () => {
    const found = change({ delta: points(-0.03) }, '投诉率')
    expect(found.warnings).toEqual(['no-base'])
    expect(found.sentence).toBe('投诉率下降3个百分点，未说明比较基数。')
  })

  test('of nothing there is no percentage', () => {
    const found = change({ before: people(0), after: people(5) }, '投诉')
    expect(found.warnings).toEqual(['no-base'])
    expect(textsOf(found)).toEqual({ delta: '5人', relative: '—' })
    expect(found.sentence).toBe('投诉由0人增至5人，增加5人。')
  })

  test('of a loss there is no percentage', () => {
    const found = change({ before: money(-2000), after: money(3000) }, '利润')
    expect(found.warnings).toEqual(['no-base'])
    expect(valueOf(found, 'relative')).toBeNull()
    expect(found.sentence).toBe('利润由-2,000元增至3,000元，增加5,000元。')
  })

  test('a tiny base exaggerates', () => {
    expect(change({ before: people(3), after: people(7) }).warnings).toEqual(['tiny-base'])
    expect(change({ before: money(10), after: money(250) }).warnings).toEqual(['tiny-base'])
    expect(change({ before: people(20), after: people(25) }).warnings).toEqual([])
  })

  test('numbers that cannot all be right contradict one another', () => {
    const before = rate(0.18)
    const after = rate(0.24)
    expect(change({ before, after, delta: points(0.06) }).warnings).toEqual([])
    // 17.5% to 18.5% and 23.5% to 24.5% may be anything from 5 to 7 points apart.
    expect(change({ before, after, delta: points(0.069) }).warnings).toEqual([])
    expect(change({ before, after, delta: points(0.08) }).warnings).toEqual(['contradicts'])
    expect(change({ before, after, relative: rate(0.33) }).warnings).toEqual([])
    expect(change({ before, after, relative: rate(0.5) }).warnings).toEqual(['contradicts'])
    expect(change({ before: people(100), delta: people(50), relative: rate(0.2) }).warnings).toEqual([
      'contradicts',
    ])
    expect(change({ after: people(150), delta: people(50), relative: rate(0.5) }).warnings).toEqual([])
    expect(change({ after: people(150), delta: people(50), relative: rate(0.4) }).warnings).toEqual([
      'contradicts',
    ])
  })

  test('what was counted is exact, what was written in 万 is not', () => {
    const rounded = (value: number) => people(value, { scale: 1e4, decimals: 1 })
    expect(
      change({ before: rounded(39_000), after: rounded(58_000), delta: rounded(19_000) }).warnings,
    ).toEqual([])
    expect(change({ before: people(39_000), after: people(58_000), delta: people(19_500) }).warnings).toEqual(
      ['contradicts'],
    )
  })

  test('people are not compared with money', () => {
    expect(change({ before: people(5), after: money(7) }).warnings).toEqual(['units-differ'])
  })

  test('minutes are not compared with hours', () => {
    expect(change({ before: minutes(90), after: { ...minutes(2), unit: '小时' } }).warnings).toEqual([
      'units-differ',
    ])
  })
})

test('without a value there is a figure without one, and no sentence', () => {
  const found = change({ before: people(null), after: people(7) })
  expect(textsOf(found)).toEqual({ delta: '—', relative: '—' })
  expect(found.sentence).toBe('')
})

test('what did not change is level, in both languages', () => {
  const same = { before: people(80), after: people(80) }
  expect(change(same, '社群数').sentence).toBe('社群数为80人，前后持平。')
  expect(change(same, 'Groups', 'en').sentence).toBe('Groups stood at 80人 before and after.')
})

test('where both periods are known they are named', () => {
  const found = compare(
    {
      before: people(1200, { name: '注册', period: { from: '2026-04-01', to: '2026-04-30' } }),
      after: people(1500, { name: '注册', period: { from: '2026-05-01', to: '2026-05-31' } }),
    },
    { kind: 'change', before: 'before', after: 'after', delta: null, relative: null },
  )
  expect(found.sentence).toBe('注册由2026年4月的1,200人增至2026年5月的1,500人，增加300人（增长25%）。')
})

test('a difference too small for its rounding is written all the same', () => {
  const wan = (value: number) => people(value, { scale: 1e4, decimals: 1 })
  const found = change({ before: wan(58_000), after: wan(58_300) })
  expect(textsOf(found)['delta']).toBe('300人')
})
