// How long a span of days is, and how such a length is noted. Numbers arrive here already written.

import type { Language } from '../model/language.ts'
import { counted } from './english.ts'

export interface SpanWords {
  days: (count: string) => string
  months: (count: string) => string
  /** Where a length comes from: its first and its last day. */
  note: (from: string, to: string) => string
}

export const spanWords: Readonly<Record<Language, SpanWords>> = {
  'zh-CN': {
    days: (count) => `${count}天`,
    months: (count) => `${count}个月`,
    note: (from, to) => `${from}至${to}，首尾两天都计入`,
  },
  en: {
    days: (count) => counted(count, 'day'),
    months: (count) => counted(count, 'month'),
    note: (from, to) => `${from} to ${to}, both days counted`,
  },
}
