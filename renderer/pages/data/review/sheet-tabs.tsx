// The sheets of a workbook under its cells, as spreadsheet programs have them: one shown, each taken or left out.

import type { ReactElement } from 'react'
import { reviewWords } from '../../../../shared/text/import-review.ts'
import { Icon } from '../../../components/icon.tsx'
import { useWords } from '../../../words.ts'
import type { PreviewSheet } from './recipe-edits.ts'

export interface SheetTabsProps {
  sheets: readonly PreviewSheet[]
  chosen: string
  isLeftOut: (sheet: string) => boolean
  onChoose: (sheet: string) => void
  onTake: (sheet: string, taken: boolean) => void
}

export function SheetTabs({
  sheets,
  chosen,
  isLeftOut,
  onChoose,
  onTake,
}: SheetTabsProps): ReactElement | null {
  const words = useWords(reviewWords)
  const [only] = sheets
  // The sheet of a text file has no name to choose it by.
  if (sheets.length === 1 && !only?.hidden && !(only && isLeftOut(only.name))) return null
  return (
    <ul className="sheet-tabs" aria-label={words.sheets}>
      {sheets.map(({ name, hidden }) => {
        const out = isLeftOut(name)
        return (
          <li key={name} className={name === chosen ? 'sheet-tab sheet-tab-chosen' : 'sheet-tab'}>
            <button type="button" aria-current={name === chosen} onClick={() => onChoose(name)}>
              <span className={out ? 'sheet-name sheet-name-out' : 'sheet-name'}>{name}</span>
              {hidden && <small>{words.hidden}</small>}
              {out && <small>{words.leftOut}</small>}
            </button>
            <button
              type="button"
              className="sheet-take"
              aria-pressed={!out}
              aria-label={words.takeSheet(name)}
              title={out ? words.takeSheet(name) : words.leaveSheet(name)}
              onClick={() => onTake(name, out)}
            >
              <Icon name={out ? 'plus' : 'check'} size={14} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
