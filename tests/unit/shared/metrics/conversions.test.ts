import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unitOf } from '../../../../shared/formula/index.ts'
import { calculate, type Operand } from '../../../../shared/metrics/calculate.ts'
import type { Expression, FormulaFunction } from '../../../../shared/model/figure.ts'
import { FigureId } from '../../../../shared/model/ids.ts'

test('every formula comes to the same, whatever the times in it are counted in', () => {
  const seconds: Readonly<Record<string, number>> = { 秒: 1, 分钟: 60, 小时: 3600, 天: 86_400 }
  const unit = fc.constantFrom(...Object.keys(seconds))
  const positive = fc.integer({ min: 1, max: 10_000 })
  const ids = ['a', 'b', 'c', 'd', 'e'].map((id) => FigureId.parse(id))
  const operators = fc.constantFrom('+' as const, '*' as const, '/' as const)
  const functions = fc.constantFrom<FormulaFunction>('share', 'sum', 'mean', 'max', 'min', 'geometric-mean')
  /** Values above zero, of which only the last step takes one off the other. */
  const { tree: sum } = fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...ids).map((id) => ({ figure: id })),
      fc.constantFrom({ number: 0.5, unit: '%' }, { number: 90, unit: '分钟' }),
      fc.record({ operator: operators, left: tie('tree'), right: tie('tree') }),
      fc.record({ call: functions, arguments: fc.tuple(tie('tree'), tie('tree')) }),
    ),
  }))
  const last = fc.constantFrom<(parts: [Expression, Expression]) => Expression>(
    ([left]) => left,
    ([left, right]) => ({ operator: '-', left, right }),
    (parts) => ({ call: 'change', arguments: parts }),
    (parts) => ({ call: 'rest', arguments: parts }),
    (parts) => ({ call: 'growth', arguments: parts }),
    (parts) => ({ call: 'saving', arguments: parts }),
  )
  /** Seconds, seconds, amounts and people per second, people, each counted in a unit of its own. */
  const figuresIn = (amounts: readonly number[], units: readonly string[]): Map<FigureId, Operand> => {
    const [one = 1, two = 1, three = 1, four = 1, five = 1] = amounts
    const [first = '秒', second = '秒', third = '秒', fourth = '秒'] = units
    const worth = (word: string): number => seconds[word] ?? 1
    return new Map([
      [ids[0] as FigureId, { kind: 'duration', unit: first, value: one / worth(first) }],
      [ids[1] as FigureId, { kind: 'duration', unit: second, value: two / worth(second) }],
      [ids[2] as FigureId, { kind: 'amount', unit: `元/${third}`, value: three * worth(third) }],
      [ids[3] as FigureId, { kind: 'count', unit: `人/${fourth}`, value: four * worth(fourth) }],
      [ids[4] as FigureId, { kind: 'count', unit: '人', value: five }],
    ])
  }
  const inSeconds = (expression: Expression, figures: ReadonlyMap<FigureId, Operand>) => {
    const measured = unitOf(expression, figures)
    if ('problem' in measured) return measured.problem.code
    const result = calculate(expression, (id) => figures.get(id), measured)
    if (result.value === null) return result.missing
    const [above = '', ...below] = measured.unit.split('/')
    const worth = (words: readonly string[]): number =>
      words.reduce((product, word) => product * (seconds[word] ?? 1), 1)
    return (result.value * worth(above.split('·'))) / worth(below)
  }
  let compared = 0
  fc.assert(
    fc.property(
      fc.tuple(sum, sum),
      last,
      fc.array(positive, { minLength: 5, maxLength: 5 }),
      fc.array(unit, { minLength: 4, maxLength: 4 }),
      (parts, lastStep, amounts, units) => {
        const results = (expression: Expression) => [
          inSeconds(expression, figuresIn(amounts, [])),
          inSeconds(expression, figuresIn(amounts, units)),
        ]
        const [plain, other] = results(lastStep(parts))
        if (typeof plain !== 'number' || typeof other !== 'number') {
          if (plain === 'units-differ' || other === 'units-differ') expect(other).toBe(plain)
          return
        }
        compared += 1
        // A difference may be as far off as what it is taken from.
        const sizes = [plain, ...parts.flatMap((part) => results(part)), 1]
        const size = Math.max(...sizes.flatMap((one) => (typeof one === 'number' ? [Math.abs(one)] : [])))
        const isDifference = lastStep(parts) !== parts[0]
        const scale = isDifference ? size : Math.max(Math.abs(plain), Math.abs(other))
        expect(Math.abs(plain - other), JSON.stringify(lastStep(parts))).toBeLessThanOrEqual(1e-11 * scale)
      },
    ),
    { numRuns: 5000 },
  )
  expect(compared).toBeGreaterThan(400)
})
