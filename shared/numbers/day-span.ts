// Reads a span of days from what a person typed: 2026年3月2日至8月28日, 2026/3/1-3/10, 2023年7月10日-2023年12月25日（共6个月）,
// 2026年7月~12月, 2 March to 28 August 2026. What one end leaves out it has from the other; no year is ever guessed.

import type { Period } from '../model/figure.ts'
import { lastDayOf, parseDay, parsePeriod } from './dates.ts'

/** Longer texts are no spans. */
const mostCharacters = 60

const between = /\s*(?:至|到|~|—|–|--|\bto\b|\buntil\b|\bthrough\b)\s*/i

/** First and last day, both included; undefined for anything else and where the end comes before the beginning. */
export function parseDaySpan(text: string): Period | undefined {
  if (text.length > mostCharacters) return undefined
  const words = text
    .normalize('NFKC')
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replace(/^from\s+/i, '')
    .trim()
  const strong = between.exec(words)
  if (strong) return spanOf(words.slice(0, strong.index), words.slice(strong.index + strong[0].length))
  // A hyphen may be part of a day: each is tried, from the middle one on.
  const hyphens = [...words.matchAll(/\s*-\s*/g)]
  const middle = words.length / 2
  const nearest = hyphens.toSorted((a, b) => Math.abs(a.index - middle) - Math.abs(b.index - middle))
  for (const hyphen of nearest) {
    const found = spanOf(words.slice(0, hyphen.index), words.slice(hyphen.index + hyphen[0].length))
    if (found) return found
  }
  return undefined
}

interface End {
  from: string
  to: string
}

function endOf(text: string): End | undefined {
  const day = parseDay(text)
  if (day !== undefined) return { from: day, to: day }
  const period = parsePeriod(text)
  return period && { from: period.day, to: lastDayOf(period.day, period.step) }
}

function spanOf(left: string, right: string): Period | undefined {
  const start = endOf(left) ?? endOf(completedStart(left, right))
  const end = endOf(right) ?? (start && endOf(completedEnd(right, left)))
  return start && end && start.from <= end.to ? { from: start.from, to: end.to } : undefined
}

/** 8月28日 after 2026年3月2日, 28日 after 2026年8月1日, 3/10 after 2026/3/1. */
function completedEnd(right: string, left: string): string {
  const [year = '', month = ''] = /^(\d{4}\s*年)\s*(\d{1,2}\s*月)?/.exec(left)?.slice(1) ?? []
  if (/^\d{1,2}\s*月/.test(right)) return `${year}${right}`
  if (/^\d{1,2}\s*[日号]$/.test(right)) return `${year}${month}${right}`
  const numeric = /^(\d{4})([-/.])(\d{1,2})\2\d{1,2}$/.exec(left)
  if (!numeric) return right
  const [, first = '', mark = '', second = ''] = numeric
  const parts = right.split(mark).length
  return parts === 2
    ? `${first}${mark}${right}`
    : parts === 1
      ? `${first}${mark}${second}${mark}${right}`
      : right
}

/** 2 March before 28 August 2026, 1 before 28 August 2026, March 2 before August 28, 2026. */
function completedStart(left: string, right: string): string {
  const year = /,?\s+(\d{4})$/.exec(right)
  if (!year?.[1]) return left
  if (/^\d{1,2}$/.test(left)) return right.replace(/^\d{1,2}/, left)
  return `${left}${year[0]}`
}
