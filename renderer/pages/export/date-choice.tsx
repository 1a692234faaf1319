// A day or a span of days from a calendar, written out in the report's own language. antd's pickers: the browser's
// speak its language, not the program's.

import { DatePicker } from 'antd'
import type { ReactElement } from 'react'
import type { Language } from '../../../shared/model/language.ts'
import { formatDay, formatPeriod } from '../../../shared/numbers/format.ts'
import { Themed } from '../../components/themed.tsx'

export interface DateChoiceProps {
  id: string
  kind: 'day' | 'period'
  language: Language
  onChoose: (text: string) => void
  onClose: () => void
}

export function DateChoice({ id, kind, language, onChoose, onClose }: DateChoiceProps): ReactElement {
  const shared = {
    autoFocus: true,
    defaultOpen: true,
    className: 'date-choice',
    onOpenChange: (open: boolean) => {
      if (!open) onClose()
    },
  }
  return (
    <Themed>
      {kind === 'day' ? (
        <DatePicker
          {...shared}
          id={id}
          onChange={(_, day) => {
            if (typeof day === 'string' && day !== '') onChoose(formatDay(day, language))
          }}
        />
      ) : (
        <DatePicker.RangePicker
          {...shared}
          id={{ start: id }}
          onChange={(_, [from, to]) => {
            if (from && to) onChoose(formatPeriod({ from, to }, language))
          }}
        />
      )}
    </Themed>
  )
}
