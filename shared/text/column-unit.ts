// The unit of a column as its header says it: 万元, %, million users.

import type { Language } from '../model/language.ts'
import type { ColumnType } from '../model/table.ts'

const scaleWords: ReadonlyMap<number, Readonly<Record<Language, string>>> = new Map([
  [1e3, { 'zh-CN': '千', en: '×1,000 ' }],
  [1e4, { 'zh-CN': '万', en: '×10,000 ' }],
  [1e6, { 'zh-CN': '百万', en: 'million ' }],
  [1e8, { 'zh-CN': '亿', en: '×100 million ' }],
])

/** Empty where a column counts nothing in particular, or says so by its type. */
export function columnUnit(
  column: { type: ColumnType; unit?: string | undefined; scale?: number | undefined },
  language: Language,
): string {
  if (column.type === 'percent') return ''
  const scale =
    column.scale === undefined
      ? ''
      : (scaleWords.get(column.scale)?.[language] ?? `×${column.scale.toLocaleString(language)} `)
  return `${scale}${column.unit ?? ''}`.trim()
}
