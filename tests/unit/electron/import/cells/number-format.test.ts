import { describe, expect, it } from 'vitest'
import { formatOf, parseFormat, showNumber } from '../../../../../electron/import/cells/number-format.ts'

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
    [-12, '0_);(0)', '(12)'],
    [-1234.5, '#,##0.00;[Red]-#,##0.00', '-1,234.50'],
    [-1234.5, '[$¥-804]#,##0.0;[Red]-[$¥-804]#,##0.0', '-¥1,234.5'],
    [-0.5, '0.0%', '-50.0%'],
    [0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-'],
    [0, '0;-0;"无"', '无'],
    [1.005, '0.00', '1.01'],
    [0.285, '0%', '29%'],
    [2.5, '0', '3'],
    [-2.5, '0', '-3'],
    [0.5, '#.##', '.5'],
    [12, '0.0#', '12.0'],
    [12.25, '0.0#', '12.25'],
    [12.258, '0.0#', '12.26'],
    [7, '00000', '00007'],
    [13_800_138_000, '000-0000-0000', '138-0013-8000'],
    [123_456, '#,##0,', '123'],
    [0, '#', '0'],
    [999_999.995, '#,##0.00', '1,000,000.00'],
    [0.000_001_5, '0.0E+00', '1.5E-06'],
    [12_345, '##0.0E+0', '12.3E+3'],
    [9.99, '0.0E+0', '1.0E+1'],
    [0, '0.00E+00', '0.00E+00'],
    [1.5, '# ?/?', '1 1/2'],
    [0.333_333, '# ?/?', '1/3'],
    [0.618_034, '# ??/??', '55/89'],
    [0.3, '# ?/8', '2/8'],
    [2, '# ?/?', '2'],
    [123_456_789, '0!.00,,"亿"', '1.23亿'],
    [58_000, '0"."0,"万"', '5.8万'],
    [58_000, '[>=10000]0!.0,"万";0', '5.8万'],
    [580, '[>=10000]0!.0,"万";0', '580'],
    [-58_000, '[<=-10000]-0!.0,"万";0', '-5.8万'],
    [0.9, '[<1]0.0%;0.0', '90.0%'],
    [12, 'G/通用格式"人"', '12人'],
    [12.5, 'General', '12.5'],
    [3, '"第"0"期"', '第3期'],
    [1e21, '0.00', '1000000000000000000000.00'],
    [5, ';;;', '5'],
    [5, '0.0‰', '5.0‰'],
    [1234.5, '#,##0.00 "元";(#,##0.00) "元"', '1,234.50 元'],
  ])('%d under %s is %s', (value, code, text) => {
    expect(shown(value, code)).toBe(text)
  })

  it('keeps the digits of a long whole number', () => {
    expect(showNumber(123_456_789_012_345, parseFormat('General'), '123456789012345')).toBe('123456789012345')
  })

  it('leaves what is beyond any number as a percentage as it stands', () => {
    expect(showNumber(1.7e308, parseFormat('0%'), '1.7E308')).toBe('1.7e+308')
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
    ['[$-411]ge.m.d', 'date'],
    ['[$-411]ggge"年"m"月"d"日";@', 'date'],
    ['e-mm-dd', 'date'],
    ['bbbb', 'date'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日";@', 'date'],
    ['[$-x-sysdate]dddd, mmmm dd, yyyy', 'date'],
    ['[$-F400]h:mm:ss AM/PM', 'time'],
    ['[$-x-systime]h:mm:ss', 'time'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['yyyy/m/d 上午/下午h:mm', 'datetime'],
    ['d [h]:mm', 'datetime'],
    ['[ss].00', 'elapsed'],
    ['[Blue]General', 'general'],
    ['0"上"', 'number'],
    ['"上午"0', 'number'],
    ['\\d0', 'number'],
    ['!y0', 'number'],
    ['0"d";yyyy', 'number'],
    ['# ?/?', 'general'],
    ['##0.0E+0', 'general'],
    [';;;', 'general'],
    ['', 'general'],
    ['"', 'general'],
    ['[', 'general'],
  ])('%s is of kind %s', (code, kind) => {
    expect(parseFormat(code).kind).toBe(kind)
  })

  it('has a unit and a scale where the number itself is not in base units', () => {
    expect(parseFormat('0.0"万元"')).toMatchObject({ unit: '元', scale: 10_000, money: true })
    expect(parseFormat('0!.0,"万元"')).toMatchObject({ unit: '元', scale: 1, money: true })
    expect(parseFormat('[$€-407] #,##0')).toMatchObject({ unit: 'EUR', money: true })
    expect(parseFormat('#,##0"人"')).toMatchObject({ unit: '人', scale: 1, money: false })
  })

  it('tells whether a date has a day', () => {
    const days = ['yyyy"年"m"月"', 'mmm-yy', 'yyyy', 'm/d', 'aaaa', 'yyyy-mm-dd'].map(
      (code) => parseFormat(code).hasDay,
    )
    expect(days).toEqual([false, false, false, true, true, true])
  })

  it('has a unit behind General, and none of a percent', () => {
    expect(parseFormat('General"元"')).toMatchObject({ kind: 'general', unit: '元', money: true })
    expect(parseFormat('0.0"‰"')).toMatchObject({ kind: 'number', decimals: 1, unit: '‰' })
    expect(parseFormat('0.0%')).toMatchObject({ kind: 'percent', decimals: 1, unit: '', suffix: '%' })
  })

  it('is read in time that grows with its length, whatever it is', () => {
    const started = performance.now()
    for (const piece of ['[$', '"a', '0', ',', '[>=', '\\', '_', 'am', '[h', 'y', ';', '/?', '上午'])
      showNumber(1.5, parseFormat(piece.repeat(20_000)), '1.5')
    expect(performance.now() - started).toBeLessThan(3000)
  })

  it('comes from its number alone where the workbook has no code for it', () => {
    const dates = [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]
    const times = [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]
    expect(dates.filter((id) => formatOf(id, undefined).kind !== 'date')).toEqual([])
    expect(times.filter((id) => formatOf(id, undefined).kind !== 'time')).toEqual([])
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
