// Tables of tasks with a first and a last day: a Gantt chart, which has no figures.

import type { ChartSpec } from '../../model/chart.ts'
import { ChartId } from '../../model/ids.ts'
import { stableId } from '../../model/stable-id.ts'
import type { Language } from '../../model/language.ts'
import type { Period } from '../../model/figure.ts'
import type { Column, TableProfile, TableRow } from '../../model/table.ts'
import { lastDayOf } from '../../numbers/dates.ts'
import { parseDaySpan } from '../../numbers/day-span.ts'
import { suggestionWords } from '../../text/suggestions.ts'
import { isPlainName, isStepHeader, isTotal } from '../lexicon.ts'
import { longestName } from '../row-number.ts'
import { numberColumns, numberIn, type Offer, placeOf, textColumns, textIn } from './offer.ts'

const mostSpans = 100

const isStart = (name: string): boolean =>
  /开始|起始|启动|开工|^起|\b(starts?|begins?|from|kick-?off)\b/i.test(name)
const isEnd = (name: string): boolean =>
  /结束|完成|截止|完工|交付|^止|\b(ends?|finish(es)?|due|to|until|deadline|completion)\b/i.test(name)
const isSpan = (name: string): boolean =>
  /时间|起止|周期|期间|日期|工期|\b(period|dates?|duration|schedule|when|time)\b/i.test(name)
const isTaskHeader = (name: string): boolean =>
  /任务|事项|工作|项目|里程碑|活动|计划|\b(tasks?|activit(y|ies)|milestones?|work|projects?|deliverables?)\b/i.test(
    name,
  ) || isStepHeader(name)
const isProgress = (name: string): boolean => /进度|完成(率|度|比例)|\b(progress|done|complete)\b/i.test(name)

export function offersOfTasks(profile: TableProfile, language: Language): Offer[] {
  const [task] = textColumns(profile, isTaskHeader)
  const times = task && isTaskHeader(task.name) ? timesOf(profile, task) : undefined
  if (!task || !times) return []
  const progress = numberColumns(profile).find(({ type, name }) => type === 'percent' && isProgress(name))
  const spans = profile.head.flatMap((row) => {
    const name = textIn(profile, row, task).slice(0, longestName)
    const span = name === '' || isTotal(name) ? undefined : times.spanIn(row)
    const share = progress && numberIn(profile, row, progress)
    const isShare = share !== undefined && share >= 0 && share <= 1
    return span && span.from <= span.to ? [{ name, ...span, ...(isShare && { share }) }] : []
  })
  if (spans.length < 2) return []
  const shown = spans.slice(0, mostSpans)
  const words = suggestionWords[language].tasks
  const about = [task.name, times.columns.map(({ name }) => name), shown.length] as const
  return [
    {
      reason: 'spans-of-tasks',
      key: [task.id, ...times.columns.map(({ id }) => id)],
      name: words.name(...about),
      why: words.why(...about),
      figures: [],
      charts: [ganttOf(profile, task, words.name(...about), shown)],
    },
  ]
}

interface Times {
  columns: readonly Column[]
  spanIn: (row: TableRow) => Period | undefined
}

/** A column for the first day and one for the last, or one of texts with both in it. */
function timesOf(profile: TableProfile, task: Column): Times | undefined {
  const days = profile.table.columns.filter(
    ({ type, name }) => (type === 'date' || type === 'datetime') && isPlainName(name),
  )
  const start = days.find(({ name }) => isStart(name))
  const end = days.find((column) => column !== start && isEnd(column.name))
  if (start && end) {
    const spanIn = (row: TableRow): Period | undefined => {
      const [from, to] = [start, end].map((column) => dayIn(row.values[placeOf(profile, column)]))
      return from === undefined || to === undefined ? undefined : { from, to: lastDayOf(to, end.step) }
    }
    return { columns: [start, end], spanIn }
  }
  const both = textColumns(profile, isSpan).find((column) => column !== task && isSpan(column.name))
  return both && { columns: [both], spanIn: (row) => parseDaySpan(textIn(profile, row, both)) }
}

/** The day of a date or of a moment. */
function dayIn(cell: unknown): string | undefined {
  const day = typeof cell === 'string' ? cell.slice(0, 10) : ''
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day : undefined
}

const ganttOf = (
  { table }: TableProfile,
  task: Column,
  name: string,
  spans: NonNullable<ChartSpec['spans']>,
): ChartSpec => ({
  id: ChartId.parse(stableId('c', 'gantt', table.id, task.id)),
  kind: 'gantt',
  name,
  categories: [],
  series: [],
  spans,
})
