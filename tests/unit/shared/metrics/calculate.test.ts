import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFormula } from '../../../../shared/formula/index.ts'
import { calculate, type Operand, shiftedId } from '../../../../shared/metrics/calculate.ts'
import type { Expression, FormulaFunction } from '../../../../shared/model/figure.ts'
import type { FigureId } from '../../../../shared/model/ids.ts'
import { roundDecimal } from '../../../../shared/numbers/format.ts'
import { expressions, named } from '../../../support/formulas.ts'
import { type Fraction, fraction, minus, over, plus, times, written } from '../../../support/fractions.ts'

const call = (fn: FormulaFunction, ...values: readonly number[]): Expression => ({
  call: fn,
  arguments: values.map((number) => ({ number })),
})
const nobody = (): undefined => undefined
const of = (fn: FormulaFunction, ...values: readonly number[]) => calculate(call(fn, ...values), nobody)
const value = (fn: FormulaFunction, ...values: readonly number[]): number | null => of(fn, ...values).value
const missing = (fn: FormulaFunction, ...values: readonly number[]) => of(fn, ...values).missing

describe('functions of formulas', () => {
  test('give what reports say', () => {
    expect(value('growth', 12.4, 10.5)).toBe(0.180952380952381)
    expect(value('attainment', 58_000, 50_000)).toBe(1.16)
    expect(value('saving', 28, 30)).toBe(0.0666666666666667)
    expect(value('saving', 22.3, 25)).toBe(0.108)
    expect(value('share', 3.8, 6.2)).toBe(0.612903225806452)
    expect(value('rest', 62_000, 38_000, 8200)).toBe(15_800)
    expect(value('change', 48.2, 42)).toBe(6.2)
    expect(value('mean', 19.1, 19.5, 19.9)).toBe(19.5)
    expect(value('weighted-mean', 0.023, 45, 0.0739, 55)).toBe(0.050995)
    expect(value('geometric-mean', 4, 9)).toBe(6)
    expect(value('compound', 100, 121, 2)).toBe(0.1)
    expect(value('compound', 1, 8, 3)).toBe(1)
    expect([value('max', 3, -1, 2), value('min', 3, -1, 2), value('absolute', -3)]).toEqual([3, -1, 3])
  })

  test('round as a reader would, rates by the digits of their percentage', () => {
    expect(value('round', 2.345, 2)).toBe(2.35)
    expect(value('round', -2.5)).toBe(-3)
    expect(value('round', 58_123, -3)).toBe(58_000)
    const rate: Expression = { call: 'round', arguments: [{ number: 0.05149, unit: '%' }, { number: 1 }] }
    expect(calculate(rate, nobody).value).toBe(0.051)
    expect([missing('round', 1, 0.5), missing('round', 1, 11)]).toEqual(['no-meaning', 'no-meaning'])
  })

  test('of zero: nothing is divided by it, and growth from it means nothing', () => {
    expect(missing('growth', 5, 0)).toBe('no-meaning')
    expect([missing('attainment', 5, 0), missing('saving', 5, 0), missing('share', 5, 0)]).toEqual([
      'divided-by-zero',
      'divided-by-zero',
      'divided-by-zero',
    ])
    expect(missing('weighted-mean', 3, 0, 4, 0)).toBe('divided-by-zero')
    expect([
      missing('compound', 0, 5, 2),
      missing('compound', 5, 0, 2),
      missing('compound', 5, 5, 0),
    ]).toEqual(['no-meaning', 'no-meaning', 'no-meaning'])
    expect([
      value('growth', 0, 5),
      value('attainment', 0, 5),
      value('share', 0, 5),
      value('saving', 0, 5),
    ]).toEqual([-1, 0, 0, 1])
    expect(value('geometric-mean', 0, 5)).toBe(0)
  })

  test('of negative bases: no growth, no attainment, no share', () => {
    expect(missing('growth', 5, -5)).toBe('no-meaning')
    expect(value('growth', -5, 5)).toBe(-2)
    expect([missing('attainment', 5, -5), missing('attainment', -5, 5)]).toEqual(['no-meaning', 'no-meaning'])
    expect([missing('saving', 5, -5), missing('share', 5, -5)]).toEqual(['no-meaning', 'no-meaning'])
    expect(missing('geometric-mean', -4, -9)).toBe('no-meaning')
    expect(missing('weighted-mean', 1, -1, 2, 3)).toBe('no-meaning')
  })

  test('of huge and of tiny numbers never leave the numbers', () => {
    expect(missing('sum', 1.7e308, 1.7e308)).toBe('no-meaning')
    expect(missing('growth', 1e300, 1e-300)).toBe('no-meaning')
    expect(value('geometric-mean', 1e300, 1e300)).toBeCloseTo(1e300, -290)
    expect(value('growth', 3, 1e-9)).toBe(2_999_999_999)
    expect(value('share', 1, 1e15)).toBe(1e-15)
  })

  test('with the wrong number of values have none', () => {
    expect([missing('growth', 1), missing('weighted-mean', 1, 2, 3), missing('sum')]).toEqual([
      'no-meaning',
      'no-meaning',
      'no-meaning',
    ])
  })
})

describe('against exact rational arithmetic, to the stated rounding', () => {
  /** As people type them: up to four decimals, of any size that reports have. */
  const decimal = fc
    .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 4 }))
    .map(([whole, places]) => Number(`${whole}e-${places}`) + 0)
  const positive = decimal.map((one) => Math.abs(one) || 1)
  const decimals = fc.integer({ min: 0, max: 6 })

  /**
   * The percentage as it is written must be the nearest of its decimals: a tie goes away from zero, and nothing but a
   * difference beyond the digits that a number keeps may move it.
   */
  const agrees = (fn: FormulaFunction, values: readonly number[], exact: Fraction, places: number): void => {
    const shown = `${fn} ${values.join(' ')}`
    const ours = value(fn, ...values)
    expect(ours, shown).not.toBeNull()
    const text = roundDecimal(ours ?? 0, places, 2)
    const percent = times(exact, fraction(100))
    const half = over(fraction(0.5), { over: 10n ** BigInt(places), under: 1n })
    const off = size(minus(decimalOf(text), percent))
    const noise = times(size(percent), fraction(6e-15))
    expect(isBelow(off, plus(half, noise)), `${shown}: ${text}, not ${written(percent, places)}`).toBe(true)
    const digits = written(percent, places + 1)
    const isTie = isBelow(size(minus(decimalOf(digits), percent)), fraction(0)) && digits.endsWith('5')
    if (isTie && digits.replace(/[-.]/g, '').replace(/^0+/, '').length <= 15)
      expect(text, shown).toBe(written(percent, places))
  }
  const decimalOf = (text: string): Fraction => ({
    over: BigInt(text.replace('.', '')),
    under: 10n ** BigInt(text.split('.')[1]?.length ?? 0),
  })
  const size = (one: Fraction): Fraction => ({ ...one, over: one.over < 0n ? -one.over : one.over })
  /** Or the same. */
  const isBelow = (left: Fraction, right: Fraction): boolean => minus(left, right).over <= 0n
  const all = { numRuns: 2000 }

  test('growth and change', () => {
    fc.assert(
      fc.property(decimal, positive, decimals, (now, before, places) => {
        const difference = minus(fraction(now), fraction(before))
        agrees('growth', [now, before], over(difference, fraction(before)), places)
        agrees('change', [now, before], difference, places)
      }),
      all,
    )
  })

  test('attainment, saving and share', () => {
    fc.assert(
      fc.property(positive, positive, decimals, (actual, target, places) => {
        agrees('attainment', [actual, target], over(fraction(actual), fraction(target)), places)
        agrees('share', [actual, target], over(fraction(actual), fraction(target)), places)
        const saved = over(minus(fraction(target), fraction(actual)), fraction(target))
        agrees('saving', [actual, target], saved, places)
      }),
      all,
    )
  })

  test('sums, means and what is left', () => {
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 2, maxLength: 8 }), decimals, (values, places) => {
        const zero = fraction(0)
        const sum = values.map(fraction).reduce(plus, zero)
        agrees('sum', values, sum, places)
        agrees('mean', values, over(sum, fraction(values.length)), places)
        const [whole = 0, ...parts] = values
        agrees('rest', values, minus(fraction(whole), parts.map(fraction).reduce(plus, zero)), places)
      }),
      all,
    )
  })

  test('weighted means', () => {
    const pair = fc.tuple(
      fc.integer({ min: 0, max: 1_000_000 }).map((whole) => Number(`${whole}e-4`)),
      fc.integer({ min: 1, max: 1_000_000 }),
    )
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 6 }), decimals, (pairs, places) => {
        const zero = fraction(0)
        const weights = pairs.map(([, weight]) => fraction(weight)).reduce(plus, zero)
        const sum = pairs.map(([one, weight]) => times(fraction(one), fraction(weight))).reduce(plus, zero)
        agrees('weighted-mean', pairs.flat(), over(sum, weights), places)
      }),
      all,
    )
  })

  test('compound growth, against logarithms', () => {
    fc.assert(
      fc.property(positive, positive, fc.integer({ min: 1, max: 60 }), (first, last, periods) => {
        const expected = Math.expm1(Math.log(last / first) / periods)
        const rate = value('compound', first, last, periods) ?? Number.NaN
        expect(Math.abs(rate - expected)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(expected)))
      }),
    )
  })
})

describe('units in calculation', () => {
  const figures = [
    named('minutes', '分钟数', 'duration', '分钟'),
    named('hours', '小时数', 'duration', '小时'),
    named('people', '人数', 'count', '人'),
    named('wage', '时薪', 'amount', '元/小时'),
    named('rate', '比率', 'rate', '%'),
  ]
  const amounts: Readonly<Record<string, number>> = {
    minutes: 90,
    hours: 2,
    people: 30,
    wage: 60,
    rate: 0.25,
  }
  const operandOf = (id: FigureId): Operand | undefined => {
    const figure = figures.find((one) => one.id === id)
    return figure && { kind: figure.kind, unit: figure.unit, value: amounts[id] ?? null }
  }
  const result = (text: string, as?: Pick<Operand, 'kind' | 'unit'>) => {
    const read = readFormula(text, figures, 'zh-CN')
    return 'expression' in read ? calculate(read.expression, operandOf, as) : read.problem
  }

  test('minutes and hours are added in the unit of the first, or in that of the figure', () => {
    expect(result('[分钟数] + [小时数]')).toEqual({ value: 210 })
    expect(result('[小时数] + [分钟数]')).toEqual({ value: 3.5 })
    expect(result('[分钟数] + [小时数]', { kind: 'duration', unit: '小时' })).toEqual({ value: 3.5 })
    expect(result('合计([小时数], [分钟数], 30分钟)', { kind: 'duration', unit: '秒' })).toEqual({
      value: 14_400,
    })
    expect(result('占比([分钟数], [小时数])')).toEqual({ value: 0.75 })
    expect(result('最大([分钟数], [小时数])')).toEqual({ value: 120 })
  })

  test('minutes and hours cancel where they are multiplied', () => {
    expect(result('[时薪] × [分钟数]')).toEqual({ value: 90 })
    expect(result('[小时数] ÷ [分钟数]')).toEqual({ value: 1.33333333333333 })
    expect(result('[人数] ÷ [小时数] × [分钟数]')).toEqual({ value: 22.5 })
  })

  test('operands that no longer fit say so', () => {
    const sum: Expression = {
      operator: '+',
      left: { figure: figures[2]?.id as FigureId },
      right: { figure: figures[4]?.id as FigureId },
    }
    expect(calculate(sum, operandOf)).toEqual({ value: null, missing: 'units-differ' })
    expect(calculate({ operator: '*', left: sum, right: { number: 2 } }, operandOf).missing).toBe(
      'units-differ',
    )
  })

  test('what a conversion changes is the unit and nothing else', () => {
    const units = ['秒', '分钟', '小时', '天'] as const
    fc.assert(
      fc.property(
        fc.constantFrom(...units),
        fc.constantFrom(...units),
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 1e6 }),
        (one, other, left, right) => {
          const operand = (id: FigureId): Operand =>
            id === figures[0]?.id
              ? { kind: 'duration', unit: one, value: left }
              : { kind: 'duration', unit: other, value: right }
          const sum = (first: number, second: number): Expression => ({
            operator: '+',
            left: { figure: figures[first]?.id as FigureId },
            right: { figure: figures[second]?.id as FigureId },
          })
          const seconds = { kind: 'duration', unit: '秒' } as const
          const there = calculate(sum(0, 1), operand, seconds).value ?? Number.NaN
          const back = calculate(sum(1, 0), operand, seconds).value ?? Number.NaN
          expect(Math.abs(there - back)).toBeLessThanOrEqual(1e-12 * there)
        },
      ),
    )
  })
})

describe('periods of results', () => {
  const march = { from: '2026-03-01', to: '2026-03-31' }
  const february = { from: '2026-02-01', to: '2026-02-28' }
  const [one] = [named('one', '注册', 'count', '人')]
  const operandOf = (id: FigureId): Operand | undefined => {
    if (id === one?.id) return { kind: 'count', unit: '人', value: 12, period: march }
    const earlier = one && shiftedId(one.id, 'previous')
    return id === earlier ? { kind: 'count', unit: '人', value: 10, period: february } : undefined
  }
  const result = (text: string) => {
    const read = readFormula(text, one ? [one] : [], 'zh-CN')
    return 'expression' in read ? calculate(read.expression, operandOf) : undefined
  }

  test('growth is about the later period, a sum about both', () => {
    expect(result('环比([注册])')).toEqual({ value: 0.2, period: march })
    expect(result('[注册] + 上期([注册])')).toEqual({
      value: 22,
      period: { from: '2026-02-01', to: '2026-03-31' },
    })
    expect(result('上期([注册])')).toEqual({ value: 10, period: february })
  })

  test('a figure without an earlier self has no growth', () => {
    expect(result('同比([注册])')).toEqual({ value: null, missing: 'no-meaning' })
  })
})

test('no formula gives anything but a finite number or a reason', () => {
  const known = [
    named('a', 'a', 'count', '人'),
    named('b', 'b', 'rate', '%'),
    named('c', 'c', 'duration', '小时'),
  ]
  const operands = fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), {
    minLength: 3,
    maxLength: 3,
  })
  fc.assert(
    fc.property(
      expressions(
        known.map(({ id }) => id),
        ['%', '元', '分钟', '人'],
      ),
      operands,
      (expression, values) => {
        const found = calculate(expression, (id) => {
          const place = known.findIndex((figure) => figure.id === id)
          const figure = known[place]
          return figure && { kind: figure.kind, unit: figure.unit, value: values[place] ?? null }
        })
        if (found.value === null) expect(found.missing).toBeDefined()
        else expect(Number.isFinite(found.value)).toBe(true)
      },
    ),
    { numRuns: 3000 },
  )
})
