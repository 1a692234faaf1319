// A figure taken from the columns of a table: which column, how it is calculated, over which rows, and whether time is
// summed up first.

import type { ReactElement } from 'react'
import type { CallOutput } from '../../../shared/contract.ts'
import type { AggregateFunction, PeriodStep } from '../../../shared/model/figure.ts'
import type { ColumnId, TableId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { figureEditorWords } from '../../../shared/text/figure-editor.ts'
import { useWords } from '../../words.ts'
import { ConditionRows } from './condition-rows.tsx'
import { Select } from './field.tsx'
import { columnsFor, isDated } from './aggregate-draft.ts'
import type { FigureDraft, ReadFigure } from './figure-draft.ts'

export interface AggregateFieldsProps {
  project: Project
  sources: CallOutput<'sources.list'>['sources']
  draft: FigureDraft
  problems: ReadFigure['problems']
  onDraft: (changes: Partial<FigureDraft>) => void
}

export function AggregateFields(props: AggregateFieldsProps): ReactElement {
  const { project, sources, draft, problems, onDraft } = props
  const words = useWords(figureEditorWords)
  const tables = sources.flatMap((source) => source.tables.map((table) => ({ source, table })))
  const table = tables.find((one) => one.table.id === draft.table)?.table
  const columns = table ? columnsFor(table, draft.fn) : []
  const isSummedUp = table?.columns.some(isDated) ?? false
  if (tables.length === 0) return <p className="figures-hint">{words.noTables}</p>
  return (
    <>
      <Select<TableId>
        label={words.table}
        value={draft.table}
        empty={words.chooseTable}
        problem={problems.table}
        options={tables.map((one) => ({
          value: one.table.id,
          label: one.table.name,
          ...(sources.length > 1 ? { group: one.source.name } : {}),
        }))}
        onChange={(id) =>
          onDraft({ table: id, column: '', conditions: [], filters: [], where: [], per: '', ...asProposed })
        }
      />
      <div className="figures-grid">
        <Select<AggregateFunction>
          label={words.fn}
          value={draft.fn}
          options={(Object.keys(words.fns) as AggregateFunction[]).map((value) => ({
            value,
            label: words.fns[value],
          }))}
          onChange={(fn) => fn !== '' && onDraft({ fn, ...asProposed })}
        />
        {draft.fn !== 'count' && (
          <Select<ColumnId>
            label={words.column}
            value={draft.column}
            empty={words.chooseColumn}
            problem={problems.column}
            options={columns.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(column) => onDraft({ column, ...asProposed })}
          />
        )}
        {isSummedUp && (
          <Select<PeriodStep>
            label={words.per}
            value={draft.per}
            empty={words.perNone}
            options={(Object.keys(words.steps) as PeriodStep[]).map((value) => ({
              value,
              label: words.steps[value],
            }))}
            onChange={(per) => onDraft({ per, additive: null })}
          />
        )}
      </div>
      {draft.per !== '' && (
        <p className="figures-hint">{words.perHint(words.steps[draft.per], words.fns[draft.fn])}</p>
      )}
      {table && (
        <ConditionRows key={table.id} project={project} table={table} draft={draft} onDraft={onDraft} />
      )}
    </>
  )
}

/** Another column is another kind, unit and rounding; a name that was written stays. */
const asProposed: Partial<FigureDraft> = { kind: null, unit: null, rounding: null, additive: null }
