import { describe, expect, test } from 'vitest'
import { spanFigures } from '../../../../../shared/metrics/comparisons/spans.ts'

describe('spans of days', () => {
  test('days with both ends, and months', () => {
    const [days, months] = spanFigures('实习', { from: '2026-03-02', to: '2026-08-28' }, 'zh-CN')
    expect(days).toMatchObject({
      name: '实习天数',
      unit: '天',
      origin: { value: 180, note: '2026年3月2日至2026年8月28日，首尾两天都计入' },
    })
    expect(months?.origin).toMatchObject({ value: 5.87096774193548 })
    expect(months).toMatchObject({ unit: '个月', rounding: { scale: 1, decimals: 1 } })
  })

  test('a span that ends before it begins has no length', () => {
    expect(spanFigures('实习', { from: '2026-03-02', to: '2026-03-01' }, 'zh-CN')).toEqual([])
  })
})
