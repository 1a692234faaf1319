import { describe, expect, test } from 'vitest'
import { asHtml, asText, type CellBlock } from '../../../../../../renderer/pages/data/grid/copied-cells.ts'
import type { Column, TableRow } from '../../../../../../shared/model/table.ts'

function block(types: readonly Column['type'][], rows: readonly TableRow[], head = false): CellBlock {
  return {
    columns: types.map((type, index) => ({ column: { name: `列${index}`, type }, index })),
    rows,
    head,
  }
}

const text = (type: Column['type'], value: TableRow['values'][number], raw?: string): string =>
  asText(block([type], [{ row: 2, values: [value], ...(raw !== undefined && { raw: { 0: raw } }) }]))

describe('copied cells', () => {
  test('go out with all their digits and in the scale of the sheet', () => {
    expect(text('money', 12_345.678)).toBe('12345.678')
    expect(text('integer', 1630)).toBe('1630')
    expect(text('percent', 0.07)).toBe('7%')
    expect(text('percent', 0.123456789012)).toBe('12.3456789012%')
    expect(text('datetime', '2026-03-01T09:30:00')).toBe('2026-03-01 09:30:00')
    expect(text('boolean', true)).toBe('TRUE')
    expect(text('integer', null)).toBe('')
    expect(text('integer', null, '待补')).toBe('待补')
  })

  test('stand in lines of tabs, quoted where they would break them', () => {
    const rows = [
      { row: 2, values: ['甲\t乙', '两\n行'] },
      { row: 3, values: ['他说"好"', '丙'] },
    ]
    expect(asText(block(['text', 'text'], rows, true))).toBe(
      '列0\t列1\r\n"甲\t乙"\t"两\n行"\r\n"他说""好"""\t丙',
    )
  })

  test.each(['=1+1', '+cmd|x', '@SUM(A1)', "-2+3+cmd|' /C calc'!A0"])('are no formulas: %s', (formula) => {
    expect(text('text', formula)).toBe(`'${formula}`)
    expect(asHtml(block(['text'], [{ row: 2, values: [formula] }]))).toContain(`mso-number-format:'\\@'`)
  })

  test.each(['-5', '+3.5', '-1,200', '-', '-12%', '2026-03-01'])(
    'stay as they are where they are none: %s',
    (plain) => {
      expect(text('text', plain)).toBe(plain)
    },
  )

  test('are a table of cells in HTML, with nothing in it that is markup', () => {
    const html = asHtml(block(['text', 'integer'], [{ row: 2, values: ['<b>&"甲"', 5] }]))
    expect(html).toContain('&lt;b&gt;&amp;&quot;甲&quot;')
    expect(html).toContain('<td>5</td>')
  })

  test('keep the zeros of a code in HTML', () => {
    expect(asHtml(block(['text'], [{ row: 2, values: ['00123'] }]))).toMatch(/<td style=".+">00123<\/td>/)
  })
})
