import { describe, expect, test } from 'vitest'
import { timeAgo } from '../../../../../renderer/pages/home/time-ago.ts'

const now = new Date('2026-11-22T10:00:00+08:00')

describe('timeAgo', () => {
  test.each([
    ['2026-11-22T09:59:50+08:00', '刚刚', 'just now'],
    ['2026-11-22T09:55:00+08:00', '5分钟前', '5 minutes ago'],
    ['2026-11-22T07:00:00+08:00', '3小时前', '3 hours ago'],
    ['2026-11-21T23:30:00+08:00', '昨天', 'yesterday'],
    ['2026-11-18T10:00:00+08:00', '4天前', '4 days ago'],
    ['2026-03-02T10:00:00+08:00', '3月2日', '2 March'],
    ['2025-03-02T10:00:00+08:00', '2025年3月2日', '2 March 2025'],
  ])('says %s as a person would', (iso, chinese, english) => {
    expect(timeAgo(iso, now, 'zh-CN', '刚刚')).toBe(chinese)
    expect(timeAgo(iso, now, 'en', 'just now')).toBe(english)
  })

  test('does not speak of the future when clocks differ', () => {
    expect(timeAgo('2026-11-22T10:00:30+08:00', now, 'en', 'just now')).toBe('just now')
  })
})
