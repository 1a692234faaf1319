// The types a column may have, as the browser's own list; one that the user chose can be given back to the guess.

import type { ReactElement } from 'react'
import type { ColumnType, DateStep } from '../../../../shared/model/table.ts'
import { type DataWords, dataWords } from '../../../../shared/text/data.ts'
import { reviewWords } from '../../../../shared/text/import-review.ts'
import { useWords } from '../../../words.ts'
import { typeText } from '../../../components/cell-text.ts'

const typesOf = ({ types }: DataWords): ColumnType[] => Object.keys(types) as ColumnType[]

export interface TypeSelectProps {
  label: string
  type: ColumnType
  step: DateStep | undefined
  /** Whether the user chose it. */
  decided: boolean
  small?: boolean
  /** Undefined goes back to the guess. */
  onType: (type: ColumnType | undefined) => void
}

export function TypeSelect({ label, type, step, decided, small, onType }: TypeSelectProps): ReactElement {
  const words = useWords(dataWords)
  const { reset } = useWords(reviewWords)
  return (
    <select
      className={small ? 'type-select' : 'input'}
      aria-label={label}
      value={type}
      onChange={({ target }) => onType(target.value === '' ? undefined : (target.value as ColumnType))}
    >
      {typesOf(words).map((value) => (
        <option key={value} value={value}>
          {typeText(value, value === type ? step : undefined, words)}
        </option>
      ))}
      {decided && <option value="">{reset}</option>}
    </select>
  )
}
