// The engine's door: opens projects, connects the steps (read, keep, measure, draw, write, print) and answers the
// contract. The only module that knows the steps; each step knows only its own. Whatever it does not do itself but
// has to be done in some order is here; arithmetic, SQL, words and formats are not.
// Over 300 lines because every call of the contract has its handler here.

import { existsSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import manifest from '../package.json' with { type: 'json' }
import type { EventName, EventPayload } from '../shared/contract.ts'
import { RecapError } from '../shared/errors.ts'
import { proposeCharts } from '../shared/charts/index.ts'
import { unitOf } from '../shared/formula/index.ts'
import {
  measureComparisons,
  measureFigures,
  shiftedFigures,
  suggestFigures,
} from '../shared/metrics/index.ts'
import type { ChartSpec, ChartState } from '../shared/model/chart.ts'
import type { MeasuredComparison } from '../shared/model/comparison.ts'
import type { Figure } from '../shared/model/figure.ts'
import type { FigureState, Goal } from '../shared/model/goal.ts'
import { houseStyles, styleFor } from '../shared/model/house-style.ts'
import type { ChartId, ComparisonId, FigureId, FileRef, ProjectId } from '../shared/model/ids.ts'
import type { Language } from '../shared/model/language.ts'
import { operandsOfChart } from '../shared/model/operands.ts'
import type { Suggestion } from '../shared/model/suggestion.ts'
import { earlierRecipe, withHeaders } from '../shared/model/recipe-of.ts'
import type { Problem } from '../shared/model/source.ts'
import { Facts, noFacts, type Project, type TemplateId } from '../shared/model/project.ts'
import { formatPeriod } from '../shared/numbers/format.ts'
import { composeReport } from '../shared/report/index.ts'
import { type Handlers, type Reply, answer } from '../shared/rpc.ts'
import { documentWords } from '../shared/text/document.ts'
import { usualTiers } from '../shared/text/figures.ts'
import { problemText } from '../shared/text/formula.ts'
import { projectWords } from '../shared/text/projects.ts'
import { examine } from './doctor.ts'
import type { ReadProgress } from './import/index.ts'
import { freePath } from './free-path.ts'
import { createJobs } from './jobs.ts'
import { type OpenProject, openProjects } from './open-projects.ts'
import type { Platform } from './platform.ts'
import { recentFile, settingsFile } from './settings.ts'
import { type Store, type StoredProject, createStore, openStore, sqliteVersion } from './store/index.ts'
import { assertChartUnused, assertFigureUnused } from './uses.ts'
import { writeWholeFile } from './whole-file.ts'

export interface Recap {
  handlers: Handlers
  /** Answers any call with a reply; never throws. */
  answer(name: unknown, input: unknown): Promise<Reply>
  /** Returns the function that stops listening. */
  on(listener: Listener): () => void
  /** Cancels what is under way and closes every project. */
  close(): void
}

type Listener = (event: EventName, payload: unknown) => void
type Opened = OpenProject<Store>
type Change = EventPayload<'project.changed'>['what'][number]

const ending = '.recap'

/** Loaded when first needed: most starts of the program neither read nor print. */
const reading = async () => import('./import/index.ts')
const printing = async () => import('./export/index.ts')

export function createRecap(platform: Platform): Recap {
  const listeners = new Set<Listener>()
  const emit = <N extends EventName>(event: N, payload: EventPayload<N>): void => {
    for (const listener of listeners) listener(event, payload)
  }
  const changed = (project: ProjectId, ...what: Change[]): void => emit('project.changed', { project, what })
  const jobs = createJobs((progress) => emit('job.progress', progress))
  const settings = settingsFile(platform.dataFolder)
  const recent = recentFile(platform.dataFolder)
  const storeOptions = { asideFolder: join(platform.dataFolder, 'backups') }
  const projects = openProjects((path) => openStore(path, storeOptions), recent.list)
  const storeOf = (id: ProjectId): Store => projects.get(id).store

  function remember({ path }: Opened): void {
    try {
      recent.add(path)
    } catch (error) {
      // Not being on the list is no reason not to open.
      platform.log({ level: 'warn', event: 'recent-not-written', error: String(error) })
    }
  }

  function open(file: FileRef): Project {
    const project = projects.at(platform.files.pathOf(file).path)
    remember(project)
    return projectOf(project)
  }

  function create(path: string, template: TemplateId, language: Language, facts: Facts): Opened {
    const style = styleFor(language)
    const opened = projects.add(
      path,
      createStore(path, { template, language, style, facts, tiers: null, yearStart: 1 }, storeOptions),
    )
    remember(opened)
    return opened
  }

  const newPath = (name: string, language: Language): string =>
    freePath(platform.projectsFolder, name, projectWords[language].untitled, ending)

  const importFile: Handlers['sources.import'] = ({ project, file, recipe, job }) =>
    jobs.run(job, project, async ({ signal, progress }) => {
      const { store } = projects.get(project)
      const input = platform.files.pathOf(file)
      const { inspectFile } = await reading()
      const replayed = recipe ?? earlierRecipe(store.sources.list(), input.name)
      const onProgress = ({ done, total, rows }: ReadProgress): void =>
        progress('reading', done, total, 'bytes', rows)
      let problems: Problem[] = []
      const imported = await store.sources.import(
        async (sink) => {
          const found = await inspectFile(input, { recipe: replayed, signal, onProgress, sink })
          problems = found.inspection.problems
          return { ...found, ...(replayed && { recipe: withHeaders(replayed, found.inspection.tables) }) }
        },
        { importedAt: platform.now(), signal },
      )
      if (imported.replaced) followGoals(store)
      changed(project, 'sources', 'figures', 'charts')
      return { ...imported, problems }
    })

  const draft: Handlers['report.draft'] = async ({ project: id }) => {
    const store = storeOf(id)
    const suggestions = suggest(store)
    const goals = suggestions.flatMap((suggestion) => suggestion.goals)
    store.figures.save(
      suggestions.flatMap((suggestion) => suggestion.figures),
      goals,
      { keep: true },
    )
    store.comparisons.save(
      suggestions.flatMap((suggestion) => suggestion.comparisons),
      { keep: true },
    )
    const figures = await measure(store)
    // What has no value, such as a month that is no longer in the data, has no place in a draft.
    const present = figures.filter(({ value, goal }) => value !== null || goal !== undefined)
    const project = store.project.read()
    const { language, template } = project
    const facts = fillFacts(project, present)
    store.project.write({ ...project, facts })
    const proposed = proposeCharts(present, store.comparisons.list(), language)
    store.charts.save([...proposed, ...suggestions.flatMap((suggestion) => suggestion.charts)])
    const charts = chartsOf(store)
    const shown = charts.filter((chart) => showsAny(chart, byId(present)))
    const blocks = composeReport({ template, language, facts, figures: present, charts: shown })
    store.report.save(store.report.read().revision, blocks, platform.now())
    changed(id, 'project', 'figures', 'charts', 'report')
    return { report: store.report.read(), figures, charts }
  }

  const exportReport: Handlers['report.export'] = ({ project: id, format, file, style, job }) =>
    jobs.run(job, id, async ({ signal, progress }) => {
      const start = performance.now()
      const opened = projects.get(id)
      const project = projectOf(opened)
      const { fileNameFor, printReport } = await printing()
      const bytes = await printReport(
        {
          project,
          style: houseStyles[style ?? project.style],
          blocks: opened.store.report.read().blocks,
          figures: byId(await measure(opened.store)),
          charts: byId(chartsOf(opened.store)),
        },
        format,
        { signal, onProgress: (done, total) => progress('writing', done, total, 'blocks') },
      )
      signal.throwIfAborted()
      const ruled = fileNameFor(project, format)
      const target = file ? platform.files.pathOf(file) : { path: platform.files.scratch(ruled), name: ruled }
      writeWholeFile(target.path, bytes)
      const ref = file ?? platform.files.refFor(target.path, target.name)
      return { file: ref, name: target.name, ms: Math.round(performance.now() - start) }
    })

  const handlers: Handlers = {
    'app.info': () => ({
      version: manifest.version,
      host: platform.host,
      dialogs: platform.pickProject !== undefined,
    }),
    'app.doctor': ({ file }) => {
      const checks = examine(platform, manifest.version, sqliteVersion())
      if (file === undefined) return { checks }
      const opened = projects.at(platform.files.pathOf(file).path)
      opened.store.assertSound()
      const tables = opened.store.tables.list()
      const rows = tables.reduce((sum, table) => sum + table.rowCount, 0)
      const { figures } = opened.store.figures.list()
      const value = `${projectOf(opened).name}: ${tables.length} tables, ${rows} rows, ${figures.length} figures`
      return { checks: [...checks, { name: 'project', ok: true, value }] }
    },
    'settings.read': () => settings.read(),
    'settings.write': (changes) => settings.write(changes),

    'projects.recent': () => ({
      projects: recent
        .list()
        .filter((path) => existsSync(path))
        .map((path) => ({
          file: platform.files.refFor(path),
          name: basename(path, ending),
          changedAt: changedAt(path).toISOString(),
        }))
        .toSorted((a, b) => b.changedAt.localeCompare(a.changedAt)),
    }),
    'projects.create': ({ file, name, template, language }) => {
      const path = file ? platform.files.pathOf(file).path : newPath(name ?? '', language)
      return projectOf(create(path, template, language, noFacts))
    },
    'projects.open': ({ file }) => open(file),
    'projects.pick': async () => {
      if (!platform.pickProject) {
        throw new RecapError('not-yet-available', 'this host has no dialogs', { what: 'projects.pick' })
      }
      const file = await platform.pickProject()
      return { project: file && open(file) }
    },
    'projects.sample': async ({ language }) => {
      const { name, files, facts } = projectWords[language].sample
      const opened = create(newPath(name, language), 'internship', language, facts)
      try {
        for (const file of files) {
          await importFile({
            project: opened.id,
            file: platform.files.refFor(join(platform.samplesFolder, file)),
          })
        }
        await draft({ project: opened.id })
      } catch (error) {
        projects.close(opened.id)
        rmSync(opened.path, { force: true })
        throw error
      }
      return projectOf(opened)
    },
    'projects.read': ({ project }) => projectOf(projects.get(project)),
    'projects.update': ({ project, facts, style, language, tiers, yearStart }) => {
      const { store } = projects.get(project)
      const before = store.project.read()
      const after = {
        ...before,
        language: language ?? before.language,
        style: style ?? before.style,
        tiers: tiers === undefined ? before.tiers : tiers,
        yearStart: yearStart ?? before.yearStart,
      }
      store.project.write({ ...after, facts: Facts.parse({ ...before.facts, ...facts }) })
      const measuresAnew =
        after.language !== before.language || tiers !== undefined || yearStart !== undefined
      changed(project, 'project', ...(measuresAnew ? (['figures'] as const) : []))
      return projectOf(projects.get(project))
    },
    'projects.close': ({ project }) => {
      jobs.cancelAll(project)
      projects.close(project)
      return {}
    },
    'projects.copy': ({ project }) => {
      const opened = projects.get(project)
      const name = basename(opened.path)
      const path = platform.files.scratch(name)
      opened.store.copyTo(path)
      return { file: platform.files.refFor(path, name), name }
    },

    'sources.preview': ({ file, recipe, job }) =>
      jobs.run(job, undefined, async ({ signal }) => {
        const { previewFile } = await reading()
        return previewFile(platform.files.pathOf(file), { recipe, signal })
      }),
    'sources.inspect': ({ file, recipe, job }) =>
      jobs.run(job, undefined, async ({ signal, progress }) => {
        const { inspectFile } = await reading()
        const { inspection } = await inspectFile(platform.files.pathOf(file), {
          recipe,
          signal,
          onProgress: ({ done, total, rows }) => progress('reading', done, total, 'bytes', rows),
        })
        return inspection
      }),
    'sources.raw': async ({ file, sheet }) => (await reading()).readRaw(platform.files.pathOf(file), sheet),
    'sources.import': importFile,
    'sources.list': ({ project }) => {
      const store = storeOf(project)
      const tables = Map.groupBy(store.tables.list(), ({ source }) => source)
      return {
        sources: store.sources.list().map((source) => ({ ...source, tables: tables.get(source.id) ?? [] })),
      }
    },
    'sources.remove': ({ project, source }) => {
      storeOf(project).sources.remove(source)
      changed(project, 'sources', 'figures', 'charts')
      return {}
    },

    'tables.rows': ({ project, table, ...page }) => storeOf(project).tables.rows(table, page),
    'tables.place': ({ project, table, row }) => ({ index: storeOf(project).tables.place(table, row) }),
    'tables.profile': ({ project, table, column }) => storeOf(project).tables.column(table, column),
    'tables.query': ({ project, table, by, aggregates, where }) =>
      storeOf(project).tables.query(table, by, aggregates, where),

    'figures.list': async ({ project }) => ({ figures: await measure(storeOf(project)) }),
    'figures.save': async ({ project, figure }) => {
      const store = storeOf(project)
      await tried(store, figure)
      store.figures.save([figure], [])
      return changedFigure(project, figure.id)
    },
    'figures.try': async ({ project, figure }) => ({ figure: await tried(storeOf(project), figure) }),
    'figures.rows': ({ project, figure }) => {
      const store = storeOf(project)
      return { rows: store.tables.filtersOf(figureOf(store, figure)) }
    },
    'figures.remove': ({ project, figure }) => {
      const store = storeOf(project)
      const { figures } = store.figures.list()
      const users = {
        figures,
        comparisons: store.comparisons.list(),
        charts: store.charts.list(),
        blocks: store.report.read().blocks,
      }
      assertFigureUnused(figure, users, store.project.read().language)
      store.figures.remove(figure)
      changed(project, 'figures')
      return {}
    },
    'goals.save': ({ project, goal }) => {
      storeOf(project).figures.save([], [goal])
      return changedFigure(project, goal.figure)
    },
    'goals.remove': ({ project, figure }) => {
      storeOf(project).figures.removeGoal(figure)
      changed(project, 'figures')
      return {}
    },

    'comparisons.list': async ({ project }) => ({ comparisons: await compare(storeOf(project)) }),
    'comparisons.save': async ({ project, comparison }) => {
      const store = storeOf(project)
      store.comparisons.save([comparison])
      changed(project, 'figures')
      const measured = (await compare(store)).find(({ comparison: { id } }) => id === comparison.id)
      if (!measured) throw new RecapError('comparison-unknown', `no comparison ${comparison.id}`)
      return { comparison: measured }
    },
    'comparisons.remove': ({ project, comparison }) => {
      const { comparisons } = storeOf(project)
      if (!comparisons.list().some(({ id }) => id === comparison))
        throw new RecapError('comparison-unknown', `no comparison ${comparison}`)
      comparisons.remove(comparison)
      changed(project, 'figures')
      return {}
    },

    'suggestions.list': async ({ project }) => ({ suggestions: await newSuggestions(storeOf(project)) }),
    'suggestions.accept': async ({ project, suggestions: wanted }) => {
      const store = storeOf(project)
      const accepted = (await newSuggestions(store)).filter(({ id }) => wanted.includes(id))
      const kept = keep(store, accepted)
      changed(project, 'figures', 'charts')
      return kept
    },

    'charts.list': ({ project }) => ({ charts: chartsOf(storeOf(project)) }),
    'charts.save': ({ project, chart }) => {
      storeOf(project).charts.save([chart])
      changed(project, 'charts')
      return {}
    },
    'charts.remove': ({ project, chart: id }) => {
      const store = storeOf(project)
      const chart = store.charts.list().find((candidate) => candidate.id === id)
      if (!chart) throw new RecapError('chart-unknown', `no chart ${id}`)
      assertChartUnused(chart, store.report.read().blocks)
      store.charts.remove(id)
      changed(project, 'charts')
      return {}
    },
    'charts.query': ({ project, query }) => storeOf(project).tables.chartData(query),

    'report.read': ({ project }) => storeOf(project).report.read(),
    'report.save': ({ project, revision, blocks }) => {
      const saved = storeOf(project).report.save(revision, blocks, platform.now())
      changed(project, 'report')
      return saved
    },
    'report.draft': draft,
    'report.export': exportReport,

    'jobs.cancel': ({ job }) => {
      jobs.cancel(job)
      return {}
    },
  }

  async function changedFigure(project: ProjectId, id: FigureId): Promise<{ figure: FigureState }> {
    changed(project, 'figures')
    const figure = (await measure(storeOf(project))).find((candidate) => candidate.id === id)
    if (!figure) throw new RecapError('figure-unknown', `no figure ${id}`)
    return { figure }
  }

  return {
    handlers,
    answer: (name, input) =>
      answer(handlers, name, input, (id, call, error) =>
        platform.log({
          level: 'error',
          event: 'call-failed',
          id,
          call,
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        }),
      ),
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      jobs.cancelAll()
      projects.closeAll()
    },
  }
}

const byId = <T extends { id: string }>(things: readonly T[]): ReadonlyMap<T['id'], T> =>
  new Map(things.map((thing) => [thing.id, thing]))

/** A chart of a table that was removed shows nothing. */
const showsAny = (chart: ChartState, figures: ReadonlyMap<FigureId, FigureState>): boolean =>
  operandsOfChart(chart).some((id) => figures.has(id)) ||
  chart.data !== undefined ||
  (chart.spans?.length ?? 0) > 0

const projectOf = ({ id, path, store }: Opened): Project => ({
  id,
  name: basename(path, ending),
  ...store.project.read(),
  readOnly: store.readOnly,
})

/** Of the file and of its log, whichever is younger. */
function changedAt(path: string): Date {
  const times = [path, `${path}-wal`].flatMap(
    (file) => statSync(file, { throwIfNoEntry: false })?.mtime ?? [],
  )
  return new Date(Math.max(...times.map(Number)))
}

/** All that the tables suggest, whether it is there already or not; charts only where they show no figures. */
function suggest(store: Store): Suggestion[] {
  const profiles = store.tables.list().map((table) => store.tables.profile(table.id))
  const { language, yearStart } = store.project.read()
  return suggestFigures(profiles, language, yearStart)
}

/** What is suggested and not there yet, each with the charts that its figures make. */
async function newSuggestions(store: Store): Promise<Suggestion[]> {
  const { language } = store.project.read()
  const { figures, goals } = store.figures.list()
  const known = new Set<string>([
    ...figures.map(({ id }) => id),
    ...goals.map(({ figure }) => `goal of ${figure}`),
    ...store.comparisons.list().map(({ id }) => id),
    ...store.charts.list().map(({ id }) => id),
  ])
  const suggestions = suggest(store)
  const measured = byId(await measure(store, suggestions))
  return suggestions.flatMap((suggestion) => {
    const own = suggestion.figures.flatMap(({ id }) => measured.get(id) ?? [])
    // The charts of all goals belong to what sets the goals: elsewhere they would show some of them.
    const drawn = proposeCharts(own, suggestion.comparisons, language).filter(
      ({ kind }) => suggestion.goals.length > 0 || !/^(attainment|target|cards)$/.test(kind),
    )
    const charts = [...suggestion.charts, ...drawn]
    const parts = [
      ...suggestion.figures.map(({ id }) => id),
      ...suggestion.goals.map(({ figure }) => `goal of ${figure}`),
      ...suggestion.comparisons.map(({ id }) => id),
      ...charts.map(({ id }) => id),
    ]
    return parts.some((part) => !known.has(part)) ? [{ ...suggestion, charts }] : []
  })
}

/** Keeps what is new of them, and says what that was. */
function keep(
  store: Store,
  suggestions: readonly Suggestion[],
): { figures: FigureId[]; comparisons: ComparisonId[]; charts: ChartId[] } {
  const newOf = <T extends { id: string }>(there: readonly T[], offered: readonly T[]): T[] => {
    const known = new Set(there.map(({ id }) => id))
    return [...byId(offered).values()].filter(({ id }) => !known.has(id))
  }
  const all = <T>(partsOf: (suggestion: Suggestion) => readonly T[]): T[] => suggestions.flatMap(partsOf)
  const figures = newOf(
    store.figures.list().figures,
    all((suggestion) => suggestion.figures),
  )
  const comparisons = newOf(
    store.comparisons.list(),
    all((suggestion) => suggestion.comparisons),
  )
  const charts = newOf(
    store.charts.list(),
    all((suggestion) => suggestion.charts),
  )
  store.figures.save(
    figures,
    all((suggestion) => suggestion.goals),
    { keep: true },
  )
  store.comparisons.save(comparisons)
  store.charts.save(charts)
  const idsOf = <I extends string>(things: readonly { id: I }[]): I[] => things.map(({ id }) => id)
  return { figures: idsOf(figures), comparisons: idsOf(comparisons), charts: idsOf(charts) }
}

/** Every figure, and what is suggested as if it were there. */
async function measure(store: Store, suggestions: readonly Suggestion[] = []): Promise<FigureState[]> {
  const { figures, goals } = store.figures.list()
  const offered = suggestions.flatMap((suggestion) => suggestion.figures)
  const all = [...byId([...offered, ...figures]).values()]
  const allGoals = [...suggestions.flatMap((suggestion) => suggestion.goals), ...goals]
  return measureAll(store, all, allGoals)
}

async function measureAll(
  store: Store,
  figures: readonly Figure[],
  goals: readonly Goal[],
): Promise<FigureState[]> {
  const { language, tiers, yearStart } = store.project.read()
  const readings = await store.readings([...figures, ...shiftedFigures(figures, yearStart, goals)])
  const files = new Map(store.sources.list().map(({ id, name }) => [id, name]))
  const places = new Map(
    store.tables.list().map((table) => [table.id, { file: files.get(table.source) ?? '', table }]),
  )
  return measureFigures(figures, goals, readings, places, {
    language,
    tiers: tiers ?? usualTiers(language),
    yearStart,
  })
}

/** What the figure would be. @throws RecapError formula-invalid */
async function tried(store: Store, figure: Figure): Promise<FigureState> {
  const { figures, goals } = store.figures.list()
  const { language } = store.project.read()
  const all = [...byId([...figures, figure]).values()]
  const { origin } = figure
  if (origin.kind === 'formula') {
    const found = unitOf(origin.expression, byId(all))
    if ('problem' in found)
      throw new RecapError('formula-invalid', found.problem.code, {
        message: problemText(found.problem, language),
      })
  }
  const state = (await measureAll(store, all, goals)).find(({ id }) => id === figure.id)
  if (!state) throw new RecapError('figure-unknown', `no figure ${figure.id}`)
  if (state.missing === 'circular')
    throw new RecapError('formula-invalid', 'circular', {
      message: problemText({ code: 'circular' }, language),
    })
  return state
}

function figureOf(store: Store, id: FigureId): Figure {
  const figure = store.figures.list().figures.find((candidate) => candidate.id === id)
  if (!figure) throw new RecapError('figure-unknown', `no figure ${id}`)
  return figure
}

async function compare(store: Store): Promise<MeasuredComparison[]> {
  const { language } = store.project.read()
  return measureComparisons(store.comparisons.list(), byId(await measure(store)), language)
}

/** Charts with what their queries find; one whose table or column is gone has no data. */
const chartsOf = (store: Store): ChartState[] =>
  store.charts.list().map((chart) => {
    const data = chart.query && maybeData(store, chart.query)
    return data ? { ...chart, data } : chart
  })

function maybeData(store: Store, query: NonNullable<ChartSpec['query']>): ChartState['data'] {
  const columns = new Set(
    store.tables
      .list()
      .flatMap(({ id, columns: own }) => (id === query.table ? own.map((one) => one.id) : [])),
  )
  const needed = [
    query.by.column,
    query.split?.column,
    ...query.measures.map(({ column }) => column),
    ...(query.where ?? []).map(({ column }) => column),
  ]
  return needed.every((id) => id === undefined || columns.has(id)) && columns.size > 0
    ? store.tables.chartData(query)
    : undefined
}

/** Targets that stand in a cell of a file follow the file; who is better, higher or lower, stays the user's word. */
function followGoals(store: Store): void {
  const proposed = new Map(
    suggest(store)
      .flatMap(({ goals }) => goals)
      .map((goal) => [goal.figure, goal]),
  )
  const followed = store.figures.list().goals.flatMap((goal) => {
    const newer = proposed.get(goal.figure)
    return newer && goal.origin.kind === 'cell' ? [{ ...newer, ...saidOf(goal) }] : []
  })
  store.figures.save([], followed)
}

/** What of a goal is the user's own word. */
const saidOf = ({ polarity, owner, period, setBy }: Goal): Partial<Goal> & Pick<Goal, 'polarity'> => ({
  polarity,
  ...(owner !== undefined && { owner }),
  ...(period !== undefined && { period }),
  ...(setBy !== undefined && { setBy }),
})

/** Facts that the user left empty and the data or the template can tell. */
function fillFacts({ facts, template, language }: StoredProject, figures: readonly FigureState[]): Facts {
  const periods = figures.flatMap(({ period }) => period ?? [])
  const from = periods.map((period) => period.from).toSorted()[0]
  const to = periods
    .map((period) => period.to)
    .toSorted()
    .at(-1)
  return {
    ...facts,
    title: facts.title || documentWords[language].titles[template],
    period:
      facts.period || (from !== undefined && to !== undefined ? formatPeriod({ from, to }, language) : ''),
  }
}
