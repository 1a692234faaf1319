// The builder of one chart: data on the left, the chart in the middle, kind and look on the right. Every change counts at
// once and can be undone; saving is nobody's task.

import { type ReactElement, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { type KindChoice, plotChart, suitableKinds } from '../../../shared/charts/index.ts'
import type { ChartSpec, ChartState } from '../../../shared/model/chart.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Table } from '../../../shared/model/table.ts'
import { chartBuilderWords, type DataWay } from '../../../shared/text/chart-builder.ts'
import { Button } from '../../components/button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { useChartData } from '../../queries.ts'
import { useWords } from '../../words.ts'
import './builder.css'
import { BuilderHead } from './builder-head.tsx'
import { type BuilderSession, isComplete, lastChoices } from './builder-session.ts'
import { specOf } from './chart-actions.ts'
import type { Place } from './chart-uses.ts'
import { type Editing, nameOf, wayOf } from './editing.ts'
import './data-panel.css'
import { FiguresPanel } from './figures-panel.tsx'
import './look-panel.css'
import { KindPicker } from './kind-picker.tsx'
import { LookPanel } from './look-panel.tsx'
import { Preview } from './preview.tsx'
import { TablePanel } from './table-panel.tsx'
import { TasksPanel } from './tasks-panel.tsx'
import { UsedIn } from './used-in.tsx'

export interface BuilderProps {
  project: Project
  session: BuilderSession
  figures: readonly FigureState[]
  tables: readonly Table[]
  /** Where the report shows it. */
  uses: readonly Place[]
  /** As the project has it; absent while it is not kept. */
  kept: ChartState | undefined
}

const ways: readonly DataWay[] = ['figures', 'table', 'tasks']

export function Builder({ project, session, figures, tables, uses, kept }: BuilderProps): ReactElement {
  const words = useWords(chartBuilderWords)
  const { chart: spec, autoKind, autoName, failure } = useStore(session.store)
  const [looked, setLooked] = useState<DataWay | null>(() => firstWay(spec))
  const known = useMemo(() => new Map(figures.map((figure) => [figure.id, figure])), [figures])
  const found = useChartData(project.id, spec.query ?? null)
  const data = spec.query && found.data
  const chart: ChartState = useMemo(() => (data ? { ...spec, data } : spec), [spec, data])
  const plot = useMemo(() => plotChart(chart, known, project.language), [chart, known, project.language])
  const kinds = useMemo(() => suitableKinds(chart, known, project.language), [chart, known, project.language])
  const isWaiting = found.isPlaceholderData || found.isPending
  const disabled = project.readOnly

  const change = (edit: (chart: ChartSpec) => ChartSpec): void => {
    if (disabled) return
    setLooked(null)
    session.edit((now) => ({ chart: edit(now.chart) }))
  }
  const editing: Editing = { project, chart, plot, kinds, figures: known, tables, disabled, change }

  useEffect(() => {
    if (kept) session.seen(kept, false)
  }, [session, kept])
  useEffect(() => () => void session.flush(), [session])
  useEffect(() => {
    // What the query will find decides the kind: until it is here there is nothing to decide.
    if (disabled || !isComplete(spec) || (spec.query && isWaiting)) return
    const best = autoKind ? bestOf(kinds, spec) : undefined
    const drawn = best ? specOf(best.chart) : spec
    const name = autoName ? nameOf(drawn, { figures: known, tables, project }) : drawn.name
    session.adjust(spec, { ...drawn, name })
  }, [disabled, spec, kinds, isWaiting, autoKind, autoName, known, tables, project, session])

  const press = useEffectEvent((event: KeyboardEvent): void => {
    const isSearch = event.target instanceof HTMLInputElement && event.target.type === 'search'
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isSearch || disabled) return
    const key = event.key.toLowerCase()
    if (key === 'z' && !event.shiftKey) session.undo()
    else if (key === 'y' || key === 'z') session.redo()
    else return
    event.preventDefault()
    setLooked(null)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])

  const way = looked ?? wayOf(spec)
  return (
    <div className="builder">
      <BuilderHead editing={editing} session={session} kept={kept !== undefined} />
      <aside className="builder-side builder-data" aria-label={words.data}>
        <fieldset className="segments" aria-label={words.wayLabel}>
          {ways.map((one) => (
            <button key={one} type="button" aria-pressed={one === way} onClick={() => setLooked(one)}>
              {words.ways[one]}
            </button>
          ))}
        </fieldset>
        {way === 'figures' && <FiguresPanel {...editing} />}
        {way === 'table' && <TablePanel {...editing} />}
        {way === 'tasks' && <TasksPanel {...editing} />}
      </aside>
      <div className="builder-middle">
        {failure !== null && (
          <ErrorNote error={failure}>
            <Button size="small" onClick={() => void session.flush()}>
              {words.retry}
            </Button>
          </ErrorNote>
        )}
        {found.error && <ErrorNote error={found.error} />}
        {disabled && <p className="builder-hint">{words.readOnly}</p>}
        <Preview {...editing} way={way} isDraft={kept === undefined} />
        <UsedIn project={project} uses={uses} />
      </div>
      <aside className="builder-side builder-look" aria-label={words.look}>
        <KindPicker
          kind={chart.kind}
          choices={kinds}
          disabled={disabled}
          onChoose={(choice) => {
            lastChoices.kind = choice.kind
            session.edit(() => ({ chart: specOf(choice.chart), autoKind: false }))
          }}
        />
        <LookPanel {...editing} />
      </aside>
    </div>
  )
}

/** A new chart opens on the way that it was asked for; a kept one on what it is made from. */
const firstWay = (chart: ChartSpec): DataWay | null => (isComplete(chart) ? null : wayOf(chart))

/** The kind as it is, when it suits; else the one used last, else the first that does. */
function bestOf(kinds: readonly KindChoice[], { kind }: ChartSpec): KindChoice | undefined {
  const suited = kinds.filter(({ best }) => best)
  return (
    suited.find((choice) => choice.kind === kind) ??
    suited.find((choice) => choice.kind === lastChoices.kind) ??
    suited[0] ??
    kinds.find(({ problem }) => problem === undefined)
  )
}
