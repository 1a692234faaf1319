// How the rows and periods behind a figure are told, beyond what figures.ts says of every figure.

import type { Shift } from '../model/figure.ts'
import type { Language } from '../model/language.ts'
import { listed } from './english.ts'

/** Values, days and numbers arrive written. */
export interface TraceWords {
  contains: (column: string, text: string) => string
  isOneOf: (column: string, values: readonly string[]) => string
  /** A span of days, or one that has only a beginning or an end. */
  within: (column: string, span: string) => string
  since: (column: string, day: string) => string
  until: (column: string, day: string) => string
  /** Either end may be open. */
  between: (column: string, from: string | undefined, to: string | undefined) => string
  blank: (column: string, isFilled: boolean) => string
  misfit: (column: string) => string
  /** Stands for a cell that holds nothing, yes or no. */
  values: { none: string; yes: string; no: string }
  /** Which days a shifted figure was read over: 上期为2026年2月. */
  shifted: (shift: Shift, span: string) => string
}

const zh: TraceWords = {
  contains: (column, text) => `${column}含“${text}”`,
  isOneOf: (column, values) => `${column}为${values.join('、')}`,
  within: (column, span) => `${column}在${span}`,
  since: (column, day) => `${column}从${day}起`,
  until: (column, day) => `${column}到${day}为止`,
  between: (column, from, to) => {
    if (from === undefined) return to === undefined ? column : `${column}不超过${to}`
    return to === undefined ? `${column}不低于${from}` : `${column}在 ${from} 到 ${to} 之间`
  },
  blank: (column, isFilled) => `${column}${isFilled ? '不为空' : '为空'}`,
  misfit: (column) => `${column}格式不符`,
  values: { none: '空', yes: '是', no: '否' },
  shifted: (shift, span) => `${shift === 'previous' ? '上期' : '去年同期'}为${span}`,
}

const en: TraceWords = {
  contains: (column, text) => `${column} contains “${text}”`,
  isOneOf: (column, values) =>
    `${column} is ${values.length > 1 ? `one of ${listed(values)}` : (values[0] ?? '')}`,
  within: (column, span) => `${column} within ${span}`,
  since: (column, day) => `${column} from ${day} on`,
  until: (column, day) => `${column} up to ${day}`,
  between: (column, from, to) => {
    if (from === undefined) return to === undefined ? column : `${column} at most ${to}`
    return to === undefined ? `${column} at least ${from}` : `${column} between ${from} and ${to}`
  },
  blank: (column, isFilled) => `${column} is ${isFilled ? 'not ' : ''}empty`,
  misfit: (column) => `${column} does not fit its type`,
  values: { none: 'empty', yes: 'yes', no: 'no' },
  shifted: (shift, span) => `${shift === 'previous' ? 'the period before is' : 'a year before is'} ${span}`,
}

export const traceWords: Readonly<Record<Language, TraceWords>> = { 'zh-CN': zh, en }
