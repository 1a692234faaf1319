// Why a column is what it is taken for, as one line: 按内容：1,263 格中 1,260 格是日期 · 单位来自表头.

import type { FoundColumn } from '../../../../shared/model/table.ts'
import type { DataWords } from '../../../../shared/text/data.ts'
import type { ReviewWords } from '../../../../shared/text/import-review.ts'

/** Empty where the preview does not say. */
export function reasonText(column: FoundColumn, words: ReviewWords, types: DataWords['types']): string {
  const { reason } = column
  if (!reason) return ''
  return [words.typeReason(reason, types[column.type]), reason.unit && words.unitReasons[reason.unit]]
    .filter(Boolean)
    .join(' · ')
}
