// The types a column may have, as the browser's own list; one that the user chose can be given back to the guess.

import type { ReactElement } from 'react'
import type { ColumnType } from '../../../../shared/model/table.ts'
import { dataWords } from '../../../../shared/text/data.ts'
import { reviewWords } from '../../../../shared/text/import-review.ts'
import { useWords } from '../../../words.ts'

export interface TypeSelectProps {
  label: string
  type: ColumnType
  /** Whether the user chose it. */
  decided: boolean
  small?: boolean
  /** Undefined goes back to the guess. */
  onType: (type: ColumnType | undefined) => void
}

export function TypeSelect({ label, type, decided, small, onType }: TypeSelectProps): ReactElement {
  const { types } = useWords(dataWords)
  const { reset } = useWords(reviewWords)
  return (
    <select
      className={small ? 'type-select' : 'input'}
      aria-label={label}
      value={type}
      onChange={({ target }) => onType(target.value === '' ? undefined : (target.value as ColumnType))}
    >
      {Object.entries(types).map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
      {decided && <option value="">{reset}</option>}
    </select>
  )
}
