import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureFigures } from '../../../../shared/metrics/index.ts'
import type { Expression, Figure } from '../../../../shared/model/figure.ts'
import type { FigureState, Goal } from '../../../../shared/model/goal.ts'
import { ColumnId, FigureId, TableId } from '../../../../shared/model/ids.ts'
import { usualTiers } from '../../../../shared/text/figures.ts'
import { placesOf, sheetOf } from '../../../support/sheet.ts'

const measuring = { language: 'zh-CN' as const, tiers: usualTiers('zh-CN'), yearStart: 1 }

const figure = (id: string, origin: Figure['origin'], more: Partial<Figure> = {}): Figure => ({
  id: FigureId.parse(id),
  name: id,
  kind: 'count',
  unit: '',
  rounding: { scale: 1, decimals: 2 },
  additive: true,
  origin,
  ...more,
})
const typed = (id: string, value: number): Figure => figure(id, { kind: 'typed', value, note: '' })
const of = (id: string): Expression => ({ figure: FigureId.parse(id) })
const formula = (id: string, expression: Expression): Figure => figure(id, { kind: 'formula', expression })
const measure = (figures: readonly Figure[]): Map<string, FigureState> =>
  new Map(measureFigures(figures, [], new Map(), new Map(), measuring).map((state) => [state.id, state]))
const binary = (operator: '+' | '-' | '*' | '/', left: Expression, right: Expression): Expression => ({
  operator,
  left,
  right,
})

describe('formulas', () => {
  test('see figures in any order', () => {
    const states = measure([formula('c', binary('/', of('a'), of('b'))), typed('a', 1), typed('b', 4)])
    expect(states.get('c')).toMatchObject({ value: 0.25, text: '0.25', trace: { text: '[a] ÷ [b]' } })
  })

  test('say why there is no value', () => {
    const states = measure([
      typed('one', 1),
      typed('zero', 0),
      formula('division', binary('/', of('one'), of('zero'))),
      formula('after', binary('+', of('division'), of('one'))),
      formula('unknown', binary('+', of('nobody'), of('one'))),
      formula('self', binary('+', of('self'), of('one'))),
      formula('left', binary('+', of('right'), of('one'))),
      formula('right', binary('*', of('left'), { number: 2 })),
      formula('outside', binary('*', of('left'), { number: 2 })),
    ])
    const missing = (id: string): unknown => states.get(id)?.missing
    expect(states.get('division')).toMatchObject({ value: null, text: '—' })
    expect(missing('division')).toBe('divided-by-zero')
    expect(missing('after')).toBe('depends-on-missing')
    expect(missing('unknown')).toBe('depends-on-missing')
    expect([missing('self'), missing('left'), missing('right')]).toEqual(['circular', 'circular', 'circular'])
    expect(missing('outside')).toBe('depends-on-missing')
  })

  test('write brackets only where they change the value', () => {
    const text = (expression: Expression): string | undefined =>
      measure([typed('a', 3), typed('b', 2), formula('f', expression)]).get('f')?.trace.text
    expect(text(binary('/', binary('-', of('a'), of('b')), of('b')))).toBe('([a] − [b]) ÷ [b]')
    expect(text(binary('-', of('a'), binary('-', of('b'), of('a'))))).toBe('[a] − ([b] − [a])')
    expect(text(binary('+', binary('*', of('a'), of('b')), { number: 1 }))).toBe('[a] × [b] + 1')
  })

  test('a long chain is no problem', () => {
    const chain = Array.from({ length: 300 }, (_, index) =>
      formula(`f${index + 1}`, binary('+', of(`f${index}`), { number: 1 })),
    )
    expect(measure([...chain.toReversed(), typed('f0', 0)]).get('f300')?.value).toBe(300)
  })

  test('nor is one longer than any stack', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) =>
      formula(`f${index + 1}`, binary('+', of(`f${index}`), { number: 1 })),
    )
    expect(measure([...chain.toReversed(), typed('f0', 0)]).get('f20000')?.value).toBe(20_000)
  })

  test('name the files they come from in the end, and the figures in them', () => {
    const read = (id: string): Figure =>
      figure(id, { kind: 'aggregate', table: TableId.parse(id), fn: 'count', filters: [] })
    const one = sheetOf('甲.xlsx', [], []).profile.table
    const places = new Map([
      [TableId.parse('one'), { file: '甲.xlsx', table: one }],
      [TableId.parse('two'), { file: '乙.xlsx', table: one }],
    ])
    const figures = [
      formula('both', binary('+', of('sum'), of('one'))),
      formula('sum', binary('+', of('one'), of('two'))),
      read('one'),
      read('two'),
    ]
    const states = measureFigures(figures, [], new Map(), places, measuring)
    expect(states.map(({ trace }) => trace.text).slice(0, 2)).toEqual([
      '[sum] + [one]（甲.xlsx、乙.xlsx）',
      '[one] + [two]（甲.xlsx、乙.xlsx）',
    ])
  })
})

describe('recomputing', () => {
  const size = 12
  const ids = Array.from({ length: size }, (_, index) => `n${index}`)
  /** Which figures each formula stands on; an empty list makes a figure typed. */
  const graph = fc.array(fc.uniqueArray(fc.nat(size - 1), { maxLength: 3 }), {
    minLength: size,
    maxLength: size,
  })
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: size, maxLength: size })
  const figuresOf = (operands: readonly (readonly number[])[], typedValues: readonly number[]): Figure[] =>
    ids.map((id, index) => {
      const parts = (operands[index] ?? []).map((operand) => of(ids[operand] ?? ''))
      return parts.length === 0
        ? typed(id, typedValues[index] ?? 0)
        : formula(id, { call: 'sum', arguments: parts })
    })

  test('circles are found wherever one figure leads back to itself, and nowhere else', () => {
    fc.assert(
      fc.property(graph, values, (operands, typedValues) => {
        const states = measure(figuresOf(operands, typedValues))
        // Warshall: who can be reached from whom.
        const reaches = operands.map((from) => ids.map((_, to) => from.includes(to)))
        for (const [via] of ids.entries())
          for (const [from] of ids.entries())
            for (const [to] of ids.entries())
              if (reaches[from]?.[via] && reaches[via]?.[to]) reaches[from][to] = true
        const isCircular = ids.map((_, index) => reaches[index]?.[index] === true)
        for (const [index, id] of ids.entries()) {
          const standsOnCircle = isCircular.some((circular, other) => circular && reaches[index]?.[other])
          expect(states.get(id)?.missing, id).toBe(
            isCircular[index] ? 'circular' : standsOnCircle ? 'depends-on-missing' : undefined,
          )
        }
      }),
    )
  })

  test('after any changes gives what it gives from scratch, in any order of the figures', () => {
    const change = fc.record({
      at: fc.nat(size - 1),
      value: fc.integer({ min: -1000, max: 1000 }),
      operands: fc.option(fc.uniqueArray(fc.nat(size - 1), { maxLength: 3 })),
    })
    fc.assert(
      fc.property(
        graph,
        values,
        fc.array(change, { maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        (operands, start, changes, order) => {
          const [now, amounts] = [operands.map((one) => [...one]), [...start]]
          measure(figuresOf(now, amounts))
          for (const { at, value, operands: other } of changes) {
            amounts[at] = value
            if (other) now[at] = other
            measure(figuresOf(now, amounts))
          }
          const figures = figuresOf(now, amounts)
          const places = new Map(figures.map((one) => [one.id, order.next().value ?? 0]))
          const shuffled = figures.toSorted(
            (left, right) => (places.get(left.id) ?? 0) - (places.get(right.id) ?? 0),
          )
          const scratch = measure(structuredClone(figures))
          expect(measure(figures)).toEqual(scratch)
          for (const [id, state] of measure(shuffled)) expect(state).toEqual(scratch.get(id))
        },
      ),
      { numRuns: 100 },
    )
  })

  test('a sum of sums is what plain addition gives', () => {
    fc.assert(
      fc.property(values, (amounts) => {
        // Each stands on the two before it.
        const operands = ids.map((_, index) => (index < 2 ? [] : [index - 1, index - 2]))
        const plain: number[] = []
        for (const [index] of ids.entries())
          plain.push(index < 2 ? (amounts[index] ?? 0) : (plain[index - 1] ?? 0) + (plain[index - 2] ?? 0))
        const states = measure(figuresOf(operands, amounts))
        expect(ids.map((id) => states.get(id)?.value)).toEqual(plain.map((one) => one + 0))
      }),
    )
  })
})

describe('goals', () => {
  const counted = (id: string, value: number | null, more: Partial<Figure> = {}): Figure =>
    value === null
      ? figure(id, { kind: 'formula', expression: of('nobody') }, { unit: '人', ...more })
      : figure(id, { kind: 'typed', value, note: '' }, { unit: '人', ...more })
  const goalOf = (id: string, expression: Expression, target = 1): Goal => ({
    figure: FigureId.parse(id),
    comparator: '≥',
    target,
    polarity: 'higher',
    origin: { kind: 'formula', expression },
  })
  const judged = (figures: readonly Figure[], goal: Goal) =>
    measureFigures(figures, [goal], new Map(), new Map(), measuring).find(({ id }) => id === goal.figure)
      ?.goal

  test('with a formula have their target worked out: actual ÷ rate of attainment', () => {
    const rate = figure('rate', { kind: 'typed', value: 1.158, note: '' }, { kind: 'rate', unit: '%' })
    const goal = goalOf('payers', binary('/', of('payers'), of('rate')), 5)
    expect(judged([counted('payers', 9264), rate], goal)).toMatchObject({
      target: 8000,
      attainment: 1.158,
      verdict: 'exceeded',
    })
  })

  test('follow the figures that their target is made of, in the unit of their own', () => {
    const last = counted('last', 200)
    const goal = goalOf('now', binary('*', of('last'), { number: 1.5 }))
    expect(judged([counted('now', 300), last], goal)).toMatchObject({ target: 300, verdict: 'met' })
    const minutes = figure(
      'minutes',
      { kind: 'typed', value: 90, note: '' },
      { kind: 'duration', unit: '分钟' },
    )
    const hours = figure('hours', { kind: 'typed', value: 2, note: '' }, { kind: 'duration', unit: '小时' })
    expect(judged([minutes, hours], goalOf('minutes', of('hours')))).toMatchObject({
      target: 120,
      attainment: 0.75,
    })
  })

  test('without a target that can be worked out have no verdict', () => {
    const goal = goalOf('now', of('gone'), 50)
    expect(judged([counted('now', 300), counted('gone', null)], goal)).toMatchObject({
      target: 50,
      attainment: null,
      verdict: 'unknown',
    })
  })
})

describe('formulas against exact rational arithmetic', () => {
  /** A number with up to four decimals, as people type them. */
  const decimal = fc
    .integer({ min: -1_000_000, max: 1_000_000 })
    .map((whole) => ({ whole, value: Number(`${whole}e-4`) }))
  type Tree = { whole: number; value: number } | { operator: '+' | '-' | '*' | '/'; left: Tree; right: Tree }
  const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree; leaf: Tree }>((tie) => ({
    leaf: decimal,
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      decimal,
      fc.record({
        operator: fc.constantFrom('+' as const, '-' as const, '*' as const),
        left: tie('tree'),
        right: tie('tree'),
      }),
      fc.record({ operator: fc.constant('/' as const), left: tie('tree'), right: tie('leaf') }),
    ),
  })).tree

  interface Fraction {
    over: bigint
    under: bigint
  }
  const exact = (node: Tree): Fraction | undefined => {
    if ('whole' in node) return { over: BigInt(node.whole), under: 10_000n }
    const [left, right] = [exact(node.left), exact(node.right)]
    if (!left || !right) return undefined
    switch (node.operator) {
      case '*':
        return { over: left.over * right.over, under: left.under * right.under }
      case '/':
        if (right.over === 0n) return undefined
        return { over: left.over * right.under, under: left.under * right.over }
      case '+':
      case '-': {
        const sign = node.operator === '+' ? 1n : -1n
        return {
          over: left.over * right.under + sign * right.over * left.under,
          under: left.under * right.under,
        }
      }
    }
  }
  /** The same with every number positive and every difference a sum: how far rounding may carry. */
  const size = (node: Tree): number => {
    if ('whole' in node) return Math.abs(node.value)
    const [left, right] = [size(node.left), size(node.right)]
    return node.operator === '*' ? left * right : node.operator === '/' ? left / right : left + right
  }
  const expressionOf = (node: Tree): Expression =>
    'whole' in node
      ? { number: node.value }
      : binary(node.operator, expressionOf(node.left), expressionOf(node.right))

  test('agree, and divide by zero exactly when it does', () => {
    fc.assert(
      fc.property(tree, (node) => {
        const state = measure([formula('f', expressionOf(node))]).get('f')
        const fraction = exact(node)
        if (!fraction) {
          expect(state?.missing).toBe('divided-by-zero')
          return
        }
        const scaled = (fraction.over * 10n ** 30n) / fraction.under
        const reference = Number(scaled) / 1e30
        expect(Math.abs((state?.value ?? Number.NaN) - reference)).toBeLessThanOrEqual(
          1e-12 * size(node) + 1e-25,
        )
      }),
      { numRuns: 500 },
    )
  })

  test('decimals that cancel leave exactly nothing, so that nothing is divided by it', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const sum = Number(`${a.whole + b.whole}e-4`)
        const difference = binary('-', binary('+', { number: a.value }, { number: b.value }), { number: sum })
        const states = measure([
          formula('none', difference),
          formula('over', binary('/', { number: 1 }, of('none'))),
        ])
        expect(states.get('none')?.value).toBe(0)
        expect(states.get('over')?.missing).toBe('divided-by-zero')
      }),
    )
  })
})

describe('cells and aggregates', () => {
  const sheet = sheetOf(
    '日报.xlsx',
    [
      { name: '日期', type: 'date' },
      { name: '注册', type: 'integer' },
    ],
    [
      ['2026-03-01', 5],
      ['2026-03-02', 7],
    ],
    {
      sheet: '日报',
    },
  )
  const { table } = sheet.profile
  const total = (column: string, tableId = table.id): Figure =>
    figure('total', {
      kind: 'aggregate',
      table: tableId,
      column: ColumnId.parse(column),
      fn: 'sum',
      filters: [],
    })
  const places = placesOf([sheet])
  const read = (one: Figure, readings: Parameters<typeof measureFigures>[2]) =>
    measureFigures([one], [], readings, places, measuring)[0]

  test('carry value, period and place from their reading', () => {
    const period = { from: '2026-03-01', to: '2026-03-02' }
    const reading = { value: 12, rows: 2, cells: 'B2:B3', period }
    expect(read(total('c1'), new Map([[FigureId.parse('total'), reading]]))).toMatchObject({
      value: 12,
      period,
      trace: {
        file: '日报.xlsx',
        sheet: '日报',
        cells: 'B2:B3',
        rows: 2,
        text: '日报.xlsx › 日报 › B2:B3，2 行求和',
      },
    })
  })

  test('do not name the only sheet of a csv file, which is called as the file', () => {
    const csv = new Map([[table.id, { file: '日报.csv', table }]])
    const [state] = measureFigures([total('c1')], [], new Map(), csv, measuring)
    expect(state?.trace.text).toBe('日报.csv，0 行求和')
  })

  test('tell a column that is gone from rows that are not there', () => {
    const none = { value: null, rows: 0, cells: '' }
    expect(read(total('c1'), new Map([[FigureId.parse('total'), none]]))?.missing).toBe('no-rows')
    expect(read(total('c9'), new Map())?.missing).toBe('no-column')
    const elsewhere = read(total('c1', TableId.parse('t-gone')), new Map())
    expect(elsewhere).toMatchObject({
      value: null,
      missing: 'no-column',
      text: '—',
      trace: { text: '数据源已移除' },
    })
  })

  test('a cell is worth what its row says', () => {
    const cell = figure('total', {
      kind: 'cell',
      table: table.id,
      row: 2,
      column: ColumnId.parse('c1'),
      label: 'x',
      factor: 1e4,
    })
    const reading = { value: 5.8, rows: 1, cells: 'B2' }
    expect(read(cell, new Map([[cell.id, reading]]))?.value).toBe(58_000)
  })
})
