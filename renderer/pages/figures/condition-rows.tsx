// Which rows of a table take part in a figure: one condition a line, all of them to hold.

import type { ReactElement } from 'react'
import type { ColumnId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Table } from '../../../shared/model/table.ts'
import { dataWords } from '../../../shared/text/data.ts'
import { type ConditionKind, figureEditorWords } from '../../../shared/text/figure-editor.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { useColumnProfile } from '../../queries.ts'
import { useWords } from '../../words.ts'
import { type Condition, emptyCondition, kindsFor, no, yes } from './conditions.ts'
import { Field, Select } from './field.tsx'
import type { FigureDraft } from './figure-draft.ts'

export interface ConditionRowsProps {
  project: Project
  table: Table
  draft: FigureDraft
  onDraft: (changes: Partial<FigureDraft>) => void
}

export function ConditionRows({ project, table, draft, onDraft }: ConditionRowsProps): ReactElement {
  const words = useWords(figureEditorWords)
  const { conditions, filters, where } = draft
  const nameOf = (id: ColumnId): string => table.columns.find((column) => column.id === id)?.name ?? ''
  const change = (index: number, changes: Partial<Condition>): void =>
    onDraft({ conditions: conditions.map((one, at) => (at === index ? { ...one, ...changes } : one)) })
  const isEmpty = conditions.length + filters.length + where.length === 0
  return (
    <fieldset className="conditions">
      <legend className="field-label">{words.conditions}</legend>
      {isEmpty && <p className="figures-hint">{words.noConditions}</p>}
      {(filters.length > 0 || where.length > 0) && (
        <ul className="condition-chips">
          {filters.map((filter, index) => (
            <Chip
              key={`${filter.column} ${String(filter.is)}`}
              text={`${nameOf(filter.column)} ${words.conditionKinds.is} ${String(filter.is)}`}
              label={words.removeCondition(index + 1)}
              onRemove={() => onDraft({ filters: filters.toSpliced(index, 1) })}
            />
          ))}
          {where.map((filter, index) => (
            <Chip
              key={`${filter.column} ${filter.kind}`}
              text={nameOf(filter.column)}
              label={words.removeCondition(filters.length + index + 1)}
              onRemove={() => onDraft({ where: where.toSpliced(index, 1) })}
            />
          ))}
        </ul>
      )}
      {conditions.map((condition, index) => (
        <ConditionRow
          key={condition.key}
          project={project}
          table={table}
          condition={condition}
          place={filters.length + where.length + index + 1}
          onChange={(changes) => change(index, changes)}
          onRemove={() => onDraft({ conditions: conditions.toSpliced(index, 1) })}
        />
      ))}
      <div>
        <Button
          size="small"
          icon="plus"
          onClick={() => onDraft({ conditions: [...conditions, emptyCondition()] })}
        >
          {words.addCondition}
        </Button>
      </div>
    </fieldset>
  )
}

interface ChipProps {
  text: string
  label: string
  onRemove: () => void
}

const Chip = ({ text, label, onRemove }: ChipProps): ReactElement => (
  <li>
    <button type="button" className="condition-chip" aria-label={`${label}: ${text}`} onClick={onRemove}>
      <span>{text}</span>
      <Icon name="close" size={12} />
    </button>
  </li>
)

interface ConditionRowProps {
  project: Project
  table: Table
  condition: Condition
  place: number
  onChange: (changes: Partial<Condition>) => void
  onRemove: () => void
}

function ConditionRow(props: ConditionRowProps): ReactElement {
  const { project, table, condition, place, onChange, onRemove } = props
  const words = useWords(figureEditorWords)
  const answers = useWords(dataWords)
  const column = table.columns.find(({ id }) => id === condition.column)
  const isListed = condition.kind === 'is' && column !== undefined && column.type !== 'boolean'
  const values = useColumnProfile(project.id, table.id, isListed ? column.id : null).data?.values ?? []
  const ends = column?.type === 'date' ? 'date' : 'text'
  return (
    <div className="condition">
      <Select<ColumnId>
        quiet
        label={words.conditionColumn(place)}
        value={condition.column}
        empty={words.chooseColumn}
        options={table.columns.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          const next = table.columns.find((one) => one.id === id)
          onChange({ column: id, kind: (next && kindsFor(next)[0]) ?? 'is', text: '', from: '', to: '' })
        }}
      />
      {column && (
        <Select<ConditionKind>
          quiet
          label={words.conditionKind(place)}
          value={condition.kind}
          options={kindsFor(column).map((value) => ({ value, label: words.conditionKinds[value] }))}
          onChange={(kind) => kind !== '' && onChange({ kind })}
        />
      )}
      {column && condition.kind === 'is' && column.type === 'boolean' && (
        <Select
          quiet
          label={words.conditionValue(place)}
          value={condition.text}
          empty=""
          options={[
            { value: yes, label: answers.yes },
            { value: no, label: answers.no },
          ]}
          onChange={(text) => onChange({ text })}
        />
      )}
      {column && (isListed || condition.kind === 'contains') && (
        <Field
          quiet
          label={words.conditionValue(place)}
          value={condition.text}
          hint={isListed ? words.anyOf : ''}
          offers={values.flatMap(({ value }) => (value === null ? [] : [String(value)]))}
          onChange={(text) => onChange({ text })}
        />
      )}
      {column && condition.kind === 'between' && (
        <>
          <Field
            quiet
            type={ends}
            label={words.conditionFrom(place)}
            value={condition.from}
            hint={words.from}
            onChange={(from) => onChange({ from })}
          />
          <Field
            quiet
            type={ends}
            label={words.conditionTo(place)}
            value={condition.to}
            hint={words.to}
            onChange={(to) => onChange({ to })}
          />
        </>
      )}
      <IconButton icon="close" label={words.removeCondition(place)} onClick={onRemove} />
    </div>
  )
}
