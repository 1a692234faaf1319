import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSpan, secondsOf } from '../../../../shared/numbers/spans.ts'

fc.configureGlobal({ seed: 1 })

describe('a span of several parts', () => {
  it.each([
    ['1小时05分', 3900],
    ['1小时零5分', 3900],
    ['1个小时30分钟', 5400],
    ['2天3小时', 183_600],
    ['3分20秒', 200],
    ['1分500毫秒', 60.5],
    ['1h 30m', 5400],
    ['1h30min', 5400],
    ['1 hour and 5 minutes', 3900],
    ['2 days 03:04:05', 183_845],
    ['1 day, 2:03:04', 93_784],
    ['3天 12:00', 302_400],
  ])('%s is %d seconds', (text, seconds) => {
    expect(parseSpan(text)).toBe(seconds)
  })

  it.each([
    '',
    '5分',
    '90s',
    '9:30',
    '5分1小时',
    '1小时1小时',
    '1小时5',
    '小时5分',
    '1天25:00',
    '3月5日',
    '5m',
  ])('is not read from %j', (text) => {
    expect(parseSpan(text)).toBeUndefined()
  })

  it('is read back, in Chinese and in English', () => {
    const part = fc.integer({ min: 0, max: 59 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), part, part, (hours, minutes, seconds) => {
        const total = hours * 3600 + minutes * 60 + seconds
        expect(parseSpan(`${hours}小时${minutes}分${seconds}秒`)).toBe(total)
        expect(parseSpan(`${hours}h ${minutes}m ${seconds}s`)).toBe(total)
      }),
    )
  })
})

it('units of time have their seconds, others have none', () => {
  expect(['秒', '分钟', 'min', '小时', 'h', '天', 'days', 'ms'].map(secondsOf)).toEqual([
    1, 60, 60, 3600, 3600, 86_400, 86_400, 0.001,
  ])
  expect(['m', 'w', '月', '年', '元', '', 'hour glass'].map(secondsOf)).toEqual(Array(7).fill(undefined))
})
