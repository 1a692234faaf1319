// Every call and every event between the engine and whoever uses it: the renderer, the terminal, a test.
// JSON only. Files are named by a FileRef from the host; nothing here is a path.

import { z } from 'zod'
import { ChartData, ChartQuery, ChartSpec, ChartState } from './model/chart.ts'
import { Comparison, MeasuredComparison } from './model/comparison.ts'
import { AggregateFunction, Figure, PeriodStep } from './model/figure.ts'
import { FigureState, Goal, Tiers } from './model/goal.ts'
import {
  ChartId,
  ColumnId,
  ComparisonId,
  FigureId,
  FileRef,
  JobId,
  ProjectId,
  SuggestionId,
  TableId,
} from './model/ids.ts'
import { Language } from './model/language.ts'
import { FactChanges, HouseStyleId, Project, TemplateId } from './model/project.ts'
import { Block, Report } from './model/report.ts'
import { Inspection, Preview, Problem, RawSheets, Recipe, Source } from './model/source.ts'
import { Suggestion } from './model/suggestion.ts'
import { CellValue, ColumnProfile, RowFilter, RowOrder, Table, TableRow } from './model/table.ts'

const nothing = z.object({})
const inProject = { project: ProjectId }
/** The caller names the job, so that it can follow and cancel it from the first moment. */
const asJob = { job: JobId.optional() }

const settingsShape = { language: Language.nullable(), theme: z.enum(['system', 'light', 'dark']) }
/** Settings to be changed: those that are absent stay as they are. */
const SettingsChanges = z.object(settingsShape).partial()
export const Settings = z.object({
  language: settingsShape.language.default(null),
  theme: settingsShape.theme.default('system'),
})
export type Settings = z.infer<typeof Settings>

export const RecentProject = z.object({
  file: FileRef,
  name: z.string(),
  /** ISO time of the last change. */
  changedAt: z.string(),
})
export type RecentProject = z.infer<typeof RecentProject>

export const Check = z.object({
  name: z.string(),
  ok: z.boolean(),
  value: z.string(),
})

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })

export const calls = {
  /** What this installation is and may do. `dialogs`: the host can ask the user for a file by itself. */
  'app.info': call(
    nothing,
    z.object({ version: z.string(), host: z.enum(['desktop', 'web', 'cli']), dialogs: z.boolean() }),
  ),
  /** Environment, versions, and with a project its integrity. */
  'app.doctor': call(z.object({ file: FileRef.optional() }), z.object({ checks: z.array(Check) })),
  'settings.read': call(nothing, Settings),
  'settings.write': call(SettingsChanges, Settings),

  /** Newest first; projects whose file is gone are left out. */
  'projects.recent': call(nothing, z.object({ projects: z.array(RecentProject) })),
  /** Without `file` the project is made in the host's folder for projects, under a name not yet taken. */
  'projects.create': call(
    z.object({
      file: FileRef.optional(),
      name: z.string().max(100).optional(),
      template: TemplateId,
      language: Language,
    }),
    Project,
  ),
  'projects.open': call(z.object({ file: FileRef }), Project),
  /** Asks the user for a project by the host's own dialog; null when they close it. Only where `dialogs`. */
  'projects.pick': call(nothing, z.object({ project: Project.nullable() })),
  /** A new project with the sample workbooks imported and the report drafted. */
  'projects.sample': call(z.object({ language: Language }), Project),
  'projects.read': call(z.object(inProject), Project),
  'projects.update': call(
    z.object({
      ...inProject,
      facts: FactChanges.optional(),
      style: HouseStyleId.optional(),
      language: Language.optional(),
      tiers: Tiers.nullable().optional(),
      yearStart: z.number().int().min(1).max(12).optional(),
    }),
    Project,
  ),
  'projects.close': call(z.object(inProject), nothing),
  /** The `.recap` file itself, whole and consistent, to keep or to mail. */
  'projects.copy': call(z.object(inProject), z.object({ file: FileRef, name: z.string() })),

  /** The first rows of a file and what is guessed from them, fast whatever its size. */
  'sources.preview': call(z.object({ file: FileRef, recipe: Recipe.optional(), ...asJob }), Preview),
  /** What a file holds, all of it read, without keeping anything. */
  'sources.inspect': call(z.object({ file: FileRef, recipe: Recipe.optional(), ...asJob }), Inspection),
  /** Every cell of every sheet (or of one) as it stands. */
  'sources.raw': call(z.object({ file: FileRef, sheet: z.string().optional() }), RawSheets),
  /**
   * Reads a file into the project: all of it or nothing. A file that has the name of an earlier source takes its
   * place: tables and columns found again keep their ids, so that every figure follows. Without `recipe` that of the
   * earlier source is replayed; an empty one guesses everything anew.
   */
  'sources.import': call(
    z.object({ ...inProject, file: FileRef, recipe: Recipe.optional(), ...asJob }),
    z.object({ source: Source, replaced: z.boolean(), tables: z.array(Table), problems: z.array(Problem) }),
  ),
  'sources.list': call(
    z.object(inProject),
    z.object({ sources: z.array(Source.extend({ tables: z.array(Table), problems: z.array(Problem) })) }),
  ),
  /** Figures that stood on it stay and say that their data is gone. */
  'sources.remove': call(z.object({ ...inProject, source: Source.shape.id }), nothing),

  /**
   * A page of rows from the one at `from`, counted from 0, in the sheet's order unless `order` says otherwise.
   * `total` counts the rows that pass the filters.
   */
  'tables.rows': call(
    z.object({
      ...inProject,
      table: TableId,
      from: z.number().int().nonnegative().default(0),
      limit: z.number().int().positive().max(1000),
      order: z.array(RowOrder).max(5).default([]),
      filters: z.array(RowFilter).max(50).default([]),
    }),
    z.object({ total: z.number().int(), rows: z.array(TableRow) }),
  ),
  /** Where a row of the sheet stands in its table, counted from 0; that of the next row when it is not in it. */
  'tables.place': call(
    z.object({ ...inProject, table: TableId, row: z.number().int().positive() }),
    z.object({ index: z.number().int().nonnegative() }),
  ),
  /** One column at a glance. */
  'tables.profile': call(z.object({ ...inProject, table: TableId, column: ColumnId }), ColumnProfile),
  /** Groups by columns (dates by day, week or month) and aggregates; without `aggregates` it counts rows. */
  'tables.query': call(
    z.object({
      ...inProject,
      table: TableId,
      by: z.array(z.object({ column: ColumnId, step: PeriodStep.optional() })),
      aggregates: z.array(z.object({ fn: AggregateFunction, column: ColumnId.optional() })),
      where: z.array(RowFilter).max(50).default([]),
    }),
    z.object({ columns: z.array(z.string()), rows: z.array(z.array(CellValue)) }),
  ),

  /** Every figure with its value, its source and its goal, in the project's order. */
  'figures.list': call(z.object(inProject), z.object({ figures: z.array(FigureState) })),
  'figures.save': call(z.object({ ...inProject, figure: Figure }), z.object({ figure: FigureState })),
  /** Refused with `figure-in-use` while the report, a chart or another figure mentions it. */
  'figures.remove': call(z.object({ ...inProject, figure: FigureId }), nothing),
  /** What a figure would be worth, without keeping it. Refused with `formula-invalid` like a save. */
  'figures.try': call(z.object({ ...inProject, figure: Figure }), z.object({ figure: FigureState })),
  /** The rows of a table that a figure was taken from, as filters of the table's view; null for none. */
  'figures.rows': call(
    z.object({ ...inProject, figure: FigureId }),
    z.object({
      rows: z
        .object({
          table: TableId,
          filters: z.array(RowFilter),
          /** The cell, or the column that was counted or summed. */
          row: z.number().int().positive().optional(),
          column: ColumnId.optional(),
        })
        .nullable(),
    }),
  ),
  'goals.save': call(z.object({ ...inProject, goal: Goal }), z.object({ figure: FigureState })),
  'goals.remove': call(z.object({ ...inProject, figure: FigureId }), nothing),

  /** Every comparison with what follows from it, in the project's order. */
  'comparisons.list': call(z.object(inProject), z.object({ comparisons: z.array(MeasuredComparison) })),
  'comparisons.save': call(
    z.object({ ...inProject, comparison: Comparison }),
    z.object({ comparison: MeasuredComparison }),
  ),
  'comparisons.remove': call(z.object({ ...inProject, comparison: ComparisonId }), nothing),

  /** What is worth having and is not there yet, best first. */
  'suggestions.list': call(z.object(inProject), z.object({ suggestions: z.array(Suggestion) })),
  /** Keeps all that these hold; what is there already stays as it is. */
  'suggestions.accept': call(
    z.object({ ...inProject, suggestions: z.array(SuggestionId).max(1000) }),
    z.object({
      figures: z.array(FigureId),
      comparisons: z.array(ComparisonId),
      charts: z.array(ChartId),
    }),
  ),

  'charts.list': call(z.object(inProject), z.object({ charts: z.array(ChartState) })),
  'charts.save': call(z.object({ ...inProject, chart: ChartSpec }), nothing),
  /** Refused with `chart-in-use` while the report shows it. */
  'charts.remove': call(z.object({ ...inProject, chart: ChartId }), nothing),
  /** What a chart's query finds, to look at before it is kept. */
  'charts.query': call(z.object({ ...inProject, query: ChartQuery }), ChartData),

  'report.read': call(z.object(inProject), Report),
  /** Answers once the blocks are on the disk. Refused with `report-changed-elsewhere` when `revision` is not the newest. */
  'report.save': call(
    z.object({ ...inProject, revision: z.number().int().nonnegative(), blocks: z.array(Block) }),
    z.object({ revision: z.number().int(), savedAt: z.string() }),
  ),
  /** Proposes figures, goals and charts from the tables and fills the report from the template. Replaces the report's blocks. */
  'report.draft': call(
    z.object(inProject),
    z.object({ report: Report, figures: z.array(FigureState), charts: z.array(ChartState) }),
  ),
  /** Without `file` the host keeps it for download under the name by rule. */
  'report.export': call(
    z.object({
      ...inProject,
      format: z.enum(['docx']),
      file: FileRef.optional(),
      style: HouseStyleId.optional(),
      ...asJob,
    }),
    z.object({ file: FileRef, name: z.string(), ms: z.number() }),
  ),

  'jobs.cancel': call(z.object({ job: JobId }), nothing),
} as const

export const events = {
  /** Something in a project changed, by whomever: read again what is shown. */
  'project.changed': z.object({
    ...inProject,
    what: z.array(z.enum(['project', 'sources', 'figures', 'charts', 'report'])),
  }),
  'job.progress': z.object({
    job: JobId,
    step: z.enum(['reading', 'storing', 'measuring', 'writing']),
    done: z.number().nonnegative(),
    /** Absent while it is not known. */
    total: z.number().nonnegative().optional(),
    unit: z.enum(['bytes', 'rows', 'blocks']),
    /** Rows read so far, where `unit` is bytes. */
    rows: z.number().nonnegative().optional(),
  }),
} as const

export type CallName = keyof typeof calls
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['input']>
export type CallRequest<N extends CallName> = z.output<(typeof calls)[N]['input']>
export type CallOutput<N extends CallName> = z.output<(typeof calls)[N]['output']>
export type EventName = keyof typeof events
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>
