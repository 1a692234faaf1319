// All goals of the project at a glance: cards on top, then one row a goal, and beside them the form of the chosen one.

import { type ReactElement, useDeferredValue, useState } from 'react'
import type { FigureState, Verdict } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { usualTiers } from '../../../shared/text/figures.ts'
import { goalsPageWords } from '../../../shared/text/goals-page.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { useWords } from '../../words.ts'
import { Select } from './field.tsx'
import { removeGoal } from './goal-actions.ts'
import './goals.css'
import { GoalCards } from './goal-cards.tsx'
import { GoalForm } from './goal-form.tsx'
import { filterGoals, type GoalFilter, goalRows } from './goal-rows.ts'
import { GoalTable } from './goal-table.tsx'
import { showFigure } from './segments.ts'
import { TiersDialog } from './tiers-dialog.tsx'

const everything: GoalFilter = { query: '', verdict: '', tier: '', owner: '' }

export interface GoalsSegmentProps {
  project: Project
  figures: readonly FigureState[]
}

export function GoalsSegment({ project, figures }: GoalsSegmentProps): ReactElement {
  const words = useWords(goalsPageWords)
  const [filter, setFilter] = useState(everything)
  const [chosen, setChosen] = useState<FigureId | null>(null)
  const [grading, setGrading] = useState(false)
  const rows = goalRows(figures)
  const shown = filterGoals(rows, useDeferredValue(filter))
  const figure = rows.find((row) => row.figure.id === chosen)?.figure
  const owners = [...new Set(rows.flatMap(({ goal }) => goal.owner ?? []))]
  const change = (changes: Partial<GoalFilter>): void => setFilter((before) => ({ ...before, ...changes }))
  return (
    <>
      <div className="figures-tools">
        {rows.length > 0 && (
          <>
            <input
              type="search"
              className="input"
              aria-label={words.search}
              placeholder={words.search}
              value={filter.query}
              onChange={(event) => change({ query: event.target.value })}
            />
            <Select
              quiet
              label={words.columns.verdict}
              value={filter.verdict === 'reached' ? '' : filter.verdict}
              empty={words.anyVerdict}
              options={(Object.keys(words.verdicts) as Verdict[]).map((value) => ({
                value,
                label: words.verdicts[value],
              }))}
              onChange={(verdict) => change({ verdict })}
            />
            <Select
              quiet
              label={words.columns.tier}
              value={filter.tier}
              empty={words.anyTier}
              options={(project.tiers ?? usualTiers(project.language)).map(({ name }) => ({
                value: name,
                label: name,
              }))}
              onChange={(tier) => change({ tier })}
            />
            {owners.length > 0 && (
              <Select
                quiet
                label={words.owner}
                value={filter.owner}
                empty={words.anyOwner}
                options={owners.map((value) => ({ value, label: value }))}
                onChange={(owner) => change({ owner })}
              />
            )}
          </>
        )}
        <span className="figures-gap" />
        {!project.readOnly && (
          <Button icon="goal" onClick={() => setGrading(true)}>
            {words.tiers.open}
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <div className="figures-empty">
          <EmptyState icon="goal" title={words.emptyTitle}>
            <p>{words.emptyText}</p>
          </EmptyState>
        </div>
      ) : (
        <div className={figure ? 'figures-body has-side' : 'figures-body'}>
          <div className="figures-main">
            <GoalCards rows={rows} filter={filter} onFilter={change} onGoal={setChosen} />
            <GoalTable
              project={project}
              rows={shown}
              chosen={figure?.id ?? null}
              onChoose={setChosen}
              onFigure={(id) => showFigure(project.id, id)}
            />
          </div>
          {figure && (
            <aside className="figures-side" aria-label={figure.name}>
              <GoalPanel key={figure.id} project={project} figure={figure} onClose={() => setChosen(null)} />
            </aside>
          )}
        </div>
      )}
      {grading && <TiersDialog project={project} rows={rows} onClose={() => setGrading(false)} />}
    </>
  )
}

interface GoalPanelProps {
  project: Project
  figure: FigureState
  onClose: () => void
}

function GoalPanel({ project, figure, onClose }: GoalPanelProps): ReactElement {
  const words = useWords(goalsPageWords)
  const [failure, setFailure] = useState<unknown>(null)
  return (
    <section className="figures-part">
      <header className="figures-panel-head">
        <h2>{figure.name}</h2>
        <IconButton icon="close" label={words.close} onClick={onClose} />
      </header>
      <p className="figure-outcome">{figure.goal?.text.outcome}</p>
      {failure !== null && <ErrorNote error={failure} />}
      {!project.readOnly && (
        <>
          <GoalForm project={project} figure={figure} onDone={onClose} />
          <Button
            kind="quiet"
            icon="bin"
            onClick={() => void removeGoal(project, figure, words).then(onClose, setFailure)}
          >
            {words.removeGoal}
          </Button>
        </>
      )}
    </section>
  )
}
