// A chart that is being built: the chart as it is now, everything that can be undone, and its saving. It outlives the
// page, so that a look at the report costs no history. A new chart is kept once there is something in it to draw.

import { createStore, type StoreApi } from 'zustand'
import type { ChartKind, ChartSpec, PaletteId } from '../../../shared/model/chart.ts'
import type { ChartId, ProjectId } from '../../../shared/model/ids.ts'
import { client, useConnection } from '../../api.ts'
import { showSaveState } from '../../save-state.ts'

/** One state of the chart, with what the program still decides by itself. */
export interface Step {
  chart: ChartSpec
  /** The kind follows the data, and the name what is picked, until the user chooses them. */
  autoKind: boolean
  autoName: boolean
}

interface Shown extends Step {
  past: readonly Step[]
  future: readonly Step[]
  failure: unknown
}

export interface BuilderSession {
  readonly store: StoreApi<Shown>
  /** Changes nothing and adds nothing to undo when the step comes out the same. */
  edit(change: (now: Step) => Partial<Step>): void
  /**
   * What the program decides by itself: part of the step before, not one that is undone by itself. Nothing when the chart
   * is no longer the one that it was decided for.
   */
  adjust(decidedFor: ChartSpec, chart: ChartSpec): void
  undo(): void
  redo(): void
  isSaved(): boolean
  /** Saves now what is not saved yet; resolves when it is or cannot be. */
  flush(): Promise<void>
  /** The chart as the engine has it: takes it over when somebody else changed it and nothing is unsaved here. */
  seen(kept: ChartSpec, opening: boolean): void
}

const pauseMs = 250
const sessions = new Map<string, BuilderSession>()
const keyOf = (project: ProjectId, chart: ChartId): string => `${project} ${chart}`

/** What was chosen last, offered first the next time; lasts as long as the window. */
export const lastChoices: { kind?: ChartKind; palette?: PaletteId } = {}

export const maybeSession = (project: ProjectId, chart: ChartId): BuilderSession | undefined =>
  sessions.get(keyOf(project, chart))

/** Ends what is being built: the chart was removed, and saving it would bring it back. */
export function endSession(project: ProjectId, chart: ChartId): void {
  sessions.delete(keyOf(project, chart))
}

/** `kept`: whether the project has this chart already. What is saved of other projects is forgotten. */
export function openSession(project: ProjectId, first: Step, kept: boolean): BuilderSession {
  const key = keyOf(project, first.chart.id)
  for (const [other, session] of sessions)
    if (!other.startsWith(keyOf(project, '' as ChartId)) && session.isSaved()) sessions.delete(other)
  const session = sessions.get(key) ?? startSession(project, key, first, kept)
  sessions.set(key, session)
  return session
}

/** Whether there is anything to draw, so that it is worth keeping. */
export const isComplete = ({ series, query, spans }: ChartSpec): boolean =>
  query !== undefined ||
  (spans ?? []).length > 0 ||
  series.some(({ figures }) => figures.some((id) => id !== null))

const sortedKeys = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value

/** The engine's answer also holds what the query found. */
function written(chart: ChartSpec & { data?: unknown }): string {
  const { data: _data, ...spec } = chart
  return JSON.stringify(spec, sortedKeys)
}

function startSession(project: ProjectId, key: string, first: Step, kept: boolean): BuilderSession {
  const store = createStore<Shown>(() => ({ ...first, past: [], future: [], failure: null }))
  let saved = kept ? written(first.chart) : ''
  /** Versions that were replaced here and may still be read until the newest is. */
  const outdated = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> | undefined

  const isSaved = (): boolean => written(store.getState().chart) === saved
  const stepOf = ({ chart, autoKind, autoName }: Shown): Step => ({ chart, autoKind, autoName })

  function changed(): void {
    if (saved === '' && !isComplete(store.getState().chart)) return
    if (isSaved()) return
    showSaveState('unsaved')
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), pauseMs)
  }

  async function send(): Promise<void> {
    while (!isSaved() && sessions.has(key)) {
      const { chart } = store.getState()
      showSaveState('saving')
      try {
        await client.call('charts.save', { project, chart })
      } catch (failure) {
        store.setState({ failure })
        showSaveState('failed')
        return
      }
      outdated.add(saved)
      saved = written(chart)
      store.setState({ failure: null })
    }
    showSaveState('saved')
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    if (saved === '' && !isComplete(store.getState().chart)) return Promise.resolve()
    if (isSaved()) return sending ?? Promise.resolve()
    sending ??= send().finally(() => {
      sending = undefined
    })
    return sending
  }

  return {
    store,
    isSaved,
    flush,
    edit(change) {
      const now = store.getState()
      const next = { ...stepOf(now), ...change(now) }
      if (JSON.stringify(next) === JSON.stringify(stepOf(now))) return
      store.setState({ ...next, past: [...now.past, stepOf(now)], future: [] })
      changed()
    },
    adjust(decidedFor, chart) {
      if (store.getState().chart !== decidedFor || written(chart) === written(decidedFor)) return
      store.setState({ chart })
      changed()
    },
    undo() {
      const now = store.getState()
      const before = now.past.at(-1)
      if (!before) return
      store.setState({ ...before, past: now.past.slice(0, -1), future: [stepOf(now), ...now.future] })
      changed()
    },
    redo() {
      const now = store.getState()
      const [next, ...future] = now.future
      if (!next) return
      store.setState({ ...next, past: [...now.past, stepOf(now)], future })
      changed()
    },
    seen(chart, opening) {
      const version = written(chart)
      if (version === saved) outdated.clear()
      if (!isSaved() || version === saved || (!opening && outdated.has(version))) return
      const now = store.getState()
      outdated.clear()
      saved = version
      const { data: _data, ...spec } = chart as ChartSpec & { data?: unknown }
      store.setState({ ...stepOf(now), chart: spec, past: [...now.past, stepOf(now)], future: [] })
    },
  }
}

function flushAll(): void {
  for (const session of sessions.values()) void session.flush()
}

// The last moments in which a page can still send something.
document.addEventListener('visibilitychange', flushAll)
window.addEventListener('pagehide', flushAll)
useConnection.subscribe((now) => {
  if (now === 'open') flushAll()
})
