import { describe, expect, it } from 'vitest'
import { formatOf, parseFormat, showNumber } from '../../../../electron/import/number-format.ts'

const shown = (value: number, code: string): string => showNumber(value, parseFormat(code), String(value))

describe('a number as its cell shows it', () => {
  it.each([
    [0.45, '0%', '45%'],
    [0.4567, '0.00%', '45.67%'],
    [1234.5, '#,##0.00', '1,234.50'],
    [1234.5, '"¥"#,##0.00', '¥1,234.50'],
    [1234.5, '[$¥-804]#,##0.0;[Red]-[$¥-804]#,##0.0', '¥1,234.5'],
    [5.8, '0.0"万"', '5.8万'],
    [58_000, '0!.0,"万"', '5.8万'],
    [1_234_567, '#,##0,"千元"', '1,235千元'],
    [30, '0"元/人"', '30元/人'],
    [0.1 + 0.2, 'General', '0.3'],
    [12, '0_);(0)', '12'],
  ])('%d under %s is %s', (value, code, text) => {
    expect(shown(value, code)).toBe(text)
  })

  it('keeps the digits of a long whole number', () => {
    expect(showNumber(123_456_789_012_345, parseFormat('General'), '123456789012345')).toBe('123456789012345')
  })
})

describe('what a format says', () => {
  it.each([
    ['yyyy-mm-dd', 'date'],
    ['[$-F800]dddd, mmmm dd, yyyy', 'date'],
    ['yyyy"年"m"月"', 'date'],
    ['m/d/yy h:mm', 'datetime'],
    ['[$-409]h:mm AM/PM;@', 'time'],
    ['mm:ss.0', 'time'],
    ['[mm]:ss', 'elapsed'],
    ['0.00E+00', 'general'],
    ['@', 'text'],
    ['General', 'general'],
    ['G/通用格式', 'general'],
    ['[Red][>=100]0.0%', 'percent'],
    ['"day" 0', 'number'],
    ['aaaa', 'date'],
  ])('%s is of kind %s', (code, kind) => {
    expect(parseFormat(code).kind).toBe(kind)
  })

  it('has a unit and a scale where the number itself is not in base units', () => {
    expect(parseFormat('0.0"万元"')).toMatchObject({ unit: '元', scale: 10_000, money: true })
    expect(parseFormat('0!.0,"万元"')).toMatchObject({ unit: '元', scale: 1, money: true })
    expect(parseFormat('[$€-407] #,##0')).toMatchObject({ unit: 'EUR', money: true })
    expect(parseFormat('#,##0"人"')).toMatchObject({ unit: '人', scale: 1, money: false })
  })

  it('comes from its number alone where the workbook has no code for it', () => {
    expect([9, 14, 31, 46, 22, 44, 0, 9999].map((id) => formatOf(id, undefined).kind)).toEqual([
      'percent',
      'date',
      'date',
      'elapsed',
      'datetime',
      'number',
      'general',
      'general',
    ])
    expect(formatOf(14, '0.0%').kind).toBe('percent')
  })
})
