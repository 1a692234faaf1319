import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNumeral } from '../../../../shared/numbers/numerals.ts'

fc.configureGlobal({ seed: 1 })

const figures = [...'零一二三四五六七八九']
const formal = [...'零壹贰叁肆伍陆柒捌玖']

/** A whole number below 10^12 as it is written out in full. */
function spellOut(value: number, digits: readonly string[], places: readonly string[]): string {
  const group = (part: number): string => {
    let words = ''
    let isGap = false
    for (let power = 3; power >= 0; power -= 1) {
      const digit = Math.floor(part / 10 ** power) % 10
      if (digit === 0) isGap = words !== '' || part < 1000
      else {
        if (isGap && (words !== '' || part < 1000)) words += digits[0]
        words += `${digits[digit]}${power === 0 ? '' : places[power - 1]}`
        isGap = false
      }
    }
    return words
  }
  let words = ''
  for (const [worth, name] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const part = Math.floor(value / worth) % 1e4
    if (part === 0) continue
    const spelled = group(part).replace(/^零+/, '')
    const hasGap = words !== '' && part < 1000
    words += `${hasGap ? digits[0] : ''}${spelled}${name}`
  }
  return words === '' ? (digits[0] ?? '') : words
}

describe('a Chinese numeral', () => {
  it.each([
    ['零', 0],
    ['十', 10],
    ['十二', 12],
    ['三十五', 35],
    ['一百零五', 105],
    ['一百八', 180],
    ['二百五', 250],
    ['一千零一十', 1010],
    ['两万三', 23_000],
    ['一万零三百', 10_300],
    ['一千二百万', 12_000_000],
    ['三亿五千万', 350_000_000],
    ['一万亿', 1e12],
    ['壹仟贰佰叁拾', 1230],
    ['贰拾萬', 200_000],
    ['二〇二六', 2026],
    ['二○二六', 2026],
    ['一二三四', 1234],
    ['三点一四', 3.14],
    ['零点五', 0.5],
  ])('%s is %d', (text, value) => {
    expect(parseNumeral(text)).toBe(value)
  })

  it.each([
    '',
    '百',
    '万',
    '十百',
    '一一十',
    '一百零',
    '五一',
    '三八',
    '一亿二亿',
    '三点',
    '点五',
    '三点一点四',
    '第三',
    '3',
    'toString',
  ])('is not read from %j', (text) => {
    expect(parseNumeral(text)).toBeUndefined()
  })

  it('is read back from any whole number, in the everyday and in the formal characters', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(20_000), fc.integer({ min: 0, max: 999_999_999_999 })), (value) => {
        expect(parseNumeral(spellOut(value, figures, ['十', '百', '千']))).toBe(value)
        expect(parseNumeral(spellOut(value, formal, ['拾', '佰', '仟']))).toBe(value)
      }),
      { numRuns: 500 },
    )
  })
})
