// All charts of the project, in small. Arrow keys move among them, Enter opens, F2 renames, Delete removes.

import { type KeyboardEvent, type ReactElement, useDeferredValue, useRef, useState } from 'react'
import type { ChartSpec, ChartState } from '../../../shared/model/chart.ts'
import type { ChartId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Table } from '../../../shared/model/table.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { chartKindNames } from '../../../shared/text/charts.ts'
import { client } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Menu, type MenuItem } from '../../components/menu.tsx'
import { show } from '../../view.ts'
import { useWords } from '../../words.ts'
import { endSession, lastChoices } from './builder-session.ts'
import { duplicateChart, removeChart, specOf, startChart } from './chart-actions.ts'
import { ChartCard } from './chart-card.tsx'
import type { Place } from './chart-uses.ts'
import { firstQuery } from './first-query.ts'
import './gallery.css'
import { addFigures, type Figures } from './figure-layout.ts'
import { Suggested } from './suggested.tsx'

export interface GalleryProps {
  project: Project
  charts: readonly ChartState[]
  figures: Figures
  tables: readonly Table[]
  uses: ReadonlyMap<ChartId, readonly Place[]>
}

export function Gallery(props: GalleryProps): ReactElement {
  const { project, charts, figures, uses } = props
  const words = useWords(chartBuilderWords)
  const kinds = useWords(chartKindNames)
  const [query, setQuery] = useState('')
  const [renaming, setRenaming] = useState<ChartId | null>(null)
  const [failed, setFailed] = useState<{ chart: ChartId; failure: unknown } | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const wanted = useDeferredValue(query).trim().toLowerCase()
  const shown = charts.filter(
    ({ name, kind }) => wanted === '' || `${name} ${kinds[kind]}`.toLowerCase().includes(wanted),
  )

  async function attempt(chart: ChartState, work: () => Promise<unknown>): Promise<void> {
    try {
      setFailed(null)
      await work()
    } catch (failure) {
      setFailed({ chart: chart.id, failure })
    }
  }
  const remove = (chart: ChartState): void =>
    void attempt(chart, () => removeChart(project, specOf(chart), words))
  const rename = (chart: ChartState, name: string | null): void => {
    setRenaming(null)
    requestAnimationFrame(() => cardOf(list.current, chart.id)?.focus())
    if (name === null) return
    void attempt(chart, async () => {
      await client.call('charts.save', { project: project.id, chart: { ...specOf(chart), name } })
      endSession(project.id, chart.id)
    })
  }

  function press(event: KeyboardEvent): void {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('[data-chart]') ?? [])]
    const now = cards.findIndex((card) => card === document.activeElement)
    const chart = charts.find(({ id }) => id === cards[now]?.dataset.chart)
    if (!chart) return
    const columns = cards.filter((card) => topOf(card) === topOf(cards[0])).length
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key]
    if (step !== undefined) cards[now + step]?.focus()
    else if (event.key === 'F2' && !project.readOnly) setRenaming(chart.id)
    else if (event.key === 'Delete' && !project.readOnly) remove(chart)
    else return
    event.preventDefault()
  }

  return (
    <div className="gallery">
      <header className="gallery-head">
        <h1>{words.title}</h1>
        {charts.length > 0 && (
          <>
            <p>{words.count(shown.length, charts.length)}</p>
            <input
              type="search"
              className="input"
              aria-label={words.search}
              placeholder={words.search}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
            {!project.readOnly && <NewChart {...props} />}
          </>
        )}
      </header>
      <div className="gallery-body">
        {charts.length === 0 ? (
          <NoCharts {...props} />
        ) : (
          <>
            {shown.length === 0 && <p className="gallery-none">{words.noMatch}</p>}
            <ul className="gallery-grid" ref={list}>
              {shown.map((chart) => (
                <ChartCard
                  key={chart.id}
                  project={project}
                  chart={chart}
                  figures={figures}
                  uses={uses.get(chart.id) ?? []}
                  renaming={renaming === chart.id}
                  onKeyDown={press}
                  failure={failed?.chart === chart.id ? failed.failure : undefined}
                  onRename={(name) => rename(chart, name)}
                  onStartRename={() => setRenaming(chart.id)}
                  onDuplicate={() => void attempt(chart, () => duplicateChart(project, specOf(chart), words))}
                  onRemove={() => remove(chart)}
                />
              ))}
            </ul>
          </>
        )}
        {!project.readOnly && <Suggested project={project} charts={charts} />}
      </div>
    </div>
  )
}

const topOf = (card: HTMLElement | undefined): number | undefined => card?.closest('li')?.offsetTop
const cardOf = (list: HTMLElement | null, chart: ChartId): HTMLElement | null =>
  list?.querySelector(`[data-chart="${chart}"]`) ?? null

/** What a new chart can be made from, as far as the project has it. */
function useStarts({ project, charts, figures, tables }: GalleryProps): MenuItem[] {
  const words = useWords(chartBuilderWords)
  const goals = [...figures.values()].filter(({ goal }) => goal !== undefined)
  const [table] = tables
  const palette = lastChoices.palette ?? charts.at(-1)?.palette
  const start = (given: Partial<ChartSpec>): void =>
    startChart(project.id, { ...given, ...(palette && { palette }) })
  return [
    ...(figures.size > 0
      ? [
          {
            id: 'figures',
            label: words.createFrom.figures,
            icon: 'chart' as const,
            onChoose: () => start({}),
          },
        ]
      : []),
    ...(goals.length > 0
      ? [
          {
            id: 'goals',
            label: words.createFrom.goals,
            icon: 'goal' as const,
            onChoose: () => {
              const { categories, series } = addFigures(
                { categories: [], series: [] },
                goals,
                figures,
                project.language,
              )
              start({ categories, series })
            },
          },
        ]
      : []),
    ...(table
      ? [
          {
            id: 'table',
            label: words.createFrom.table,
            icon: 'table' as const,
            onChoose: () =>
              // A column that cannot be looked at is chosen in the builder, which says what is wrong.
              void firstQuery(project.id, table)
                .catch(() => undefined)
                .then((query) => start(query ? { query } : {})),
          },
        ]
      : []),
    {
      id: 'tasks',
      label: words.createFrom.tasks,
      icon: 'calendar' as const,
      onChoose: () => start({ kind: 'gantt' }),
    },
  ]
}

function NewChart(props: GalleryProps): ReactElement {
  const words = useWords(chartBuilderWords)
  return <Menu label={words.create} icon="plus" text={words.create} items={useStarts(props)} />
}

function NoCharts(props: GalleryProps): ReactElement {
  const { project, figures, tables } = props
  const words = useWords(chartBuilderWords)
  const starts = useStarts(props)
  const isBare = figures.size === 0 && tables.length === 0
  return (
    <div className="gallery-empty">
      <EmptyState
        icon="chart"
        title={words.emptyTitle}
        actions={
          project.readOnly ? null : (
            <>
              {isBare && (
                <Button
                  kind="primary"
                  icon="arrow"
                  onClick={() => show({ screen: 'project', project: project.id, page: 'data' })}
                >
                  {words.toData}
                </Button>
              )}
              {starts.map(({ id, label, icon, onChoose }, index) => (
                <Button
                  key={id}
                  kind={index === 0 && !isBare ? 'primary' : 'plain'}
                  {...(icon && { icon })}
                  onClick={onChoose}
                >
                  {label}
                </Button>
              ))}
            </>
          )
        }
      >
        <p>{words.emptyText}</p>
      </EmptyState>
    </div>
  )
}
