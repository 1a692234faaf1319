// How long ago something was, as people say it: 5分钟前, yesterday; the date when it is more than a week.

import type { Language } from '../../../shared/model/language.ts'
import { localeOf } from '../../words.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** `iso` is a time in ISO 8601; `justNow` stands for less than a minute. */
export function timeAgo(iso: string, now: Date, language: Language, justNow: string): string {
  const then = new Date(iso)
  const seconds = Math.max(0, (now.getTime() - then.getTime()) / 1000)
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const days = Math.round((startOfDay(now) - startOfDay(then)) / (day * 1000))
  if (seconds < minute) return justNow
  if (seconds < hour) return words.format(-Math.floor(seconds / minute), 'minute')
  if (days === 0) return words.format(-Math.floor(seconds / hour), 'hour')
  if (days <= 7) return words.format(-days, 'day')
  const year = then.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const)
  return then.toLocaleDateString(localeOf(language), { ...year, month: 'long', day: 'numeric' })
}

const startOfDay = (time: Date): number =>
  new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime()
