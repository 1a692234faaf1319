// A figure in the form says what it would be kept as, and comes back into the form as it was.

import { describe, expect, it } from 'vitest'
import {
  type DraftContext,
  draftOfFigure,
  emptyFigureDraft,
  type FigureDraft,
  readFigure,
} from '../../../../../renderer/pages/figures/figure-draft.ts'
import type { Figure } from '../../../../../shared/model/figure.ts'
import type { ColumnId, FigureId, SourceId, TableId } from '../../../../../shared/model/ids.ts'
import type { Table } from '../../../../../shared/model/table.ts'
import { figureEditorWords } from '../../../../../shared/text/figure-editor.ts'
import { someFigure } from '../../../../support/figures.ts'

const id = (name: string): ColumnId => name as ColumnId
const table: Table = {
  id: 'daily' as TableId,
  source: 's' as SourceId,
  sheet: '日报',
  range: 'A1:D9',
  headerRows: [1],
  name: '日报',
  skipped: [],
  rowCount: 8,
  columns: [
    { id: id('day'), name: '日期', type: 'date', letter: 'A' },
    { id: id('channel'), name: '渠道', type: 'text', letter: 'B' },
    { id: id('users'), name: '注册', type: 'integer', letter: 'C' },
    { id: id('cost'), name: '成本', type: 'money', unit: '元', letter: 'D' },
  ],
}
const words = figureEditorWords['zh-CN']
const users = someFigure({ name: '累计注册', unit: '人', value: 100, text: '100人' })
const cost = someFigure({ name: '累计成本', kind: 'amount', unit: '元', value: 3000, text: '3,000元' })
const rate = someFigure({ name: '点击率', kind: 'rate', unit: '%', value: 0.1, text: '10%' })
const context: DraftContext = {
  tables: [table],
  figures: [users, cost, rate],
  language: 'zh-CN',
  words,
}
const draft = (given: Partial<FigureDraft>): FigureDraft => ({
  ...emptyFigureDraft('table', table.id),
  ...given,
})

describe('a figure from a table', () => {
  it('takes kind, unit and name from its column and its one condition', () => {
    const condition = { key: 1, column: id('channel'), kind: 'is', text: '抖音', from: '', to: '' } as const
    const { figure } = readFigure(draft({ column: id('cost'), conditions: [condition] }), context)
    expect(figure).toMatchObject({
      name: '抖音成本合计',
      kind: 'amount',
      unit: '元',
      additive: true,
      origin: {
        kind: 'aggregate',
        fn: 'sum',
        column: 'cost',
        where: [{ kind: 'is', column: 'channel', values: ['抖音'] }],
      },
    })
  })

  it('learns the unit of a bare column from another figure over it', () => {
    const known = someFigure({
      name: '抖音注册',
      unit: '人',
      origin: { kind: 'aggregate', table: table.id, column: id('users'), fn: 'sum', filters: [] },
    })
    const { figure } = readFigure(draft({ column: id('users') }), { ...context, figures: [known] })
    expect(figure?.unit).toBe('人')
  })

  it('does not add up averages, peaks of days and distinct values', () => {
    const additive = (given: Partial<FigureDraft>): boolean | undefined =>
      readFigure(draft({ column: id('users'), ...given }), context).figure?.additive
    expect(additive({})).toBe(true)
    expect(additive({ fn: 'avg' })).toBe(false)
    expect(additive({ fn: 'max', per: 'day' })).toBe(false)
    expect(additive({ fn: 'distinct', column: id('channel') })).toBe(false)
    expect(additive({ fn: 'count', column: '' })).toBe(true)
  })

  it('says what is still to be chosen', () => {
    expect(readFigure(draft({ table: '' }), context).problems).toEqual({ table: words.chooseTable })
    expect(readFigure(draft({}), context).problems).toEqual({ column: words.chooseColumn })
    // 渠道 has nothing to sum.
    expect(readFigure(draft({ column: id('channel') }), context).figure).toBeNull()
  })
})

describe('a figure by a formula', () => {
  it('takes kind and unit from its figures', () => {
    const read = readFigure(
      draft({ way: 'formula', formula: '[累计成本]/[累计注册]', name: '单价' }),
      context,
    )
    expect(read.figure).toMatchObject({ name: '单价', kind: 'amount', unit: '元/人', additive: false })
  })

  it('adds up what is a sum of what adds up', () => {
    const formula = '[累计注册] + [累计注册]'
    expect(readFigure(draft({ way: 'formula', formula, name: '两倍' }), context).figure?.additive).toBe(true)
  })

  it('says where units do not fit, and names nothing that is itself', () => {
    const wrong = readFigure(draft({ way: 'formula', formula: '[累计注册] + [点击率]' }), context)
    expect(wrong).toMatchObject({ figure: null, formulaProblem: { code: 'units-differ' } })
    const itself = readFigure(draft({ way: 'formula', formula: '[累计注册]*2', id: users.id }), context)
    expect(itself.formulaProblem?.code).toBe('unknown-name')
  })
})

describe('a figure by a pattern', () => {
  it('is made of the chosen figures, and says which is missing', () => {
    const pattern = { pattern: 'acquisition-cost', operands: [cost.id] } as const
    const missing = readFigure(draft({ way: 'pattern', pattern }), context)
    expect(missing.problems.pattern).toBe(words.operandMissing('新增用户数'))
    const whole = { ...pattern, operands: [cost.id, users.id] }
    const read = readFigure(draft({ way: 'pattern', pattern: whole }), context)
    expect(read.figure).toMatchObject({ name: '获客成本', kind: 'amount', unit: '元/人' })
  })
})

describe('a figure typed in', () => {
  it('needs its value, its name and where it is from', () => {
    const none = readFigure(draft({ way: 'typed' }), context)
    expect(none.problems).toEqual({
      value: words.valueUnreadable,
      note: words.noteMissing,
      name: words.nameMissing,
    })
    const whole = draft({ way: 'typed', value: '5.8万人', note: '后台截图', name: '观看' })
    expect(readFigure(whole, context)).toMatchObject({
      figure: { kind: 'count', unit: '人', origin: { kind: 'typed', value: 58_000, note: '后台截图' } },
      problems: {},
    })
  })
})

describe('a figure that is there already', () => {
  const kept: Omit<Figure, 'origin'> = {
    id: 'f-1' as FigureId,
    name: '抖音成本',
    kind: 'amount',
    unit: '元',
    rounding: { scale: 1e4, decimals: 2 },
    additive: true,
    scope: '6 个渠道合计',
    part: { of: 'cost' as FigureId, by: '渠道', key: '抖音' },
  }
  const origins: Figure['origin'][] = [
    { kind: 'cell', table: table.id, row: 3, column: id('cost'), label: '投放' },
    {
      kind: 'aggregate',
      table: table.id,
      column: id('cost'),
      fn: 'max',
      filters: [{ column: id('day'), is: '2026-03', step: 'month' }],
      where: [
        { kind: 'is', column: id('channel'), values: ['抖音', '小红书'] },
        { kind: 'misfit', column: id('users') },
      ],
      per: { column: id('day'), step: 'day' },
    },
    {
      kind: 'formula',
      expression: {
        operator: '-',
        left: { figure: cost.id },
        right: { operator: '*', left: { figure: cost.id }, right: { figure: rate.id } },
      },
    },
    { kind: 'typed', value: 58_000, note: '后台截图' },
  ]

  it.each(origins)('comes back from the form as it was: $kind', (origin) => {
    const figure: Figure = { ...kept, origin }
    const { figure: read } = readFigure(draftOfFigure(figure, context, '5.8万元'), context)
    // Filters that the form has no fields for stand before the others.
    const where = origin.kind === 'aggregate' ? { where: origin.where?.toReversed() } : {}
    expect(read).toEqual({ ...figure, origin: { ...origin, ...where } })
  })
})
