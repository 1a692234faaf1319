// What was recognised of a table: where it is, its header rows, and the rows left out with the reason.

import { type ReactElement, type ReactNode, useId } from 'react'
import type { SkippedRow, Table } from '../../../shared/model/table.ts'
import { dataWords } from '../../../shared/text/data.ts'
import { useWords } from '../../words.ts'

const rowsNamed = 24

export function TableFacts({ table }: { table: Table }): ReactElement {
  const words = useWords(dataWords)
  const skipped = Map.groupBy(table.skipped, ({ why }) => why)
  return (
    <div className="table-facts">
      <h2>{table.name}</h2>
      <dl>
        <Fact name={words.sheet}>{table.sheet}</Fact>
        <Fact name={words.range}>{table.range}</Fact>
        <Fact name={words.header}>
          {table.headerRows.length === 0 ? words.nothingSkipped : words.headerRows(spanOf(table.headerRows))}
        </Fact>
        <Fact name={words.skipped}>
          {skipped.size === 0 && words.nothingSkipped}
          {[...skipped].map(([why, rows]) => (
            <SkippedRows key={why} why={why} rows={rows} />
          ))}
        </Fact>
      </dl>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The rows themselves on demand: who doubts a total looks there first. */
function SkippedRows({ why, rows }: { why: SkippedRow['why']; rows: readonly SkippedRow[] }): ReactElement {
  const words = useWords(dataWords)
  const id = useId()
  const numbers = rows.slice(0, rowsNamed).map(({ row }) => row)
  return (
    <>
      <button type="button" className="link" popoverTarget={id}>
        {words.skippedRows(words.why[why], rows.length)}
      </button>
      <p id={id} popover="auto" className="skipped-rows">
        {words.rowNumbers(numbers, rows.length > rowsNamed)}
      </p>
    </>
  )
}

/** 2, 3 → 2–3. Header rows follow one another. */
function spanOf(rows: readonly number[]): string {
  const [first, last] = [rows[0], rows.at(-1)]
  return first === last ? `${first ?? ''}` : `${first}–${last}`
}
