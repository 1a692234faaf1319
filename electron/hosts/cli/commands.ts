// The commands, each as what it asks of the engine and what it prints. Everything
// else is the engine's.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { RecapError } from '../../../shared/errors.ts'
import { styleFor } from '../../../shared/model/house-style.ts'
import type { Language } from '../../../shared/model/language.ts'
import { type HouseStyleId, type Project, TemplateId } from '../../../shared/model/project.ts'
import type { Inspection, Recipe } from '../../../shared/model/source.ts'
import type { CellValue, Table } from '../../../shared/model/table.ts'
import { columnUnit } from '../../../shared/text/column-unit.ts'
import { dataWords } from '../../../shared/text/data.ts'
import { problemText } from '../../../shared/text/problems.ts'
import { assertFormats, findTable, readAggregate, readKey, readStyle } from './names.ts'
import { type Session, projectPath, refuse, withSession } from './session.ts'
import { type Terminal, alignColumns, failureLine, localeLanguage } from './terminal.ts'

/** What a command's options hold once the command line is read. */
export interface Options {
  raw?: boolean
  sheet?: string
  encoding?: string
  template: string
  lang?: Language
  table: string
  by: string[]
  agg: string[]
  to: string[]
  style?: string
  templateDocx?: string
  data: string[]
  keep?: string
  port?: string
  open: boolean
  json?: boolean
}

/** Gives the exit status. */
type Command<A extends readonly unknown[]> = (
  terminal: Terminal,
  options: Options,
  ...args: A
) => Promise<number>

export const inspect: Command<[files: string[]]> = (terminal, { raw, sheet, encoding, json }, files) =>
  withSession(terminal, async ({ call, file, follow }) => {
    let status = 0
    for (const path of files) {
      try {
        if (raw) {
          const sheets = await call('sources.raw', {
            file: file(path),
            ...(sheet !== undefined && { sheet }),
          })
          terminal.print({ ...sheets, file: path }, () => JSON.stringify(sheets, null, 2))
        } else {
          const found = await follow(basename(path), (job) =>
            call('sources.inspect', { file: file(path), ...recipeFor(encoding), job }),
          )
          const tables = found.tables.filter((table) => sheet === undefined || table.sheet === sheet)
          terminal.print({ ...found, file: path, tables }, () => describe(terminal, { ...found, tables }))
        }
      } catch (error) {
        if (!(error instanceof RecapError) || error.code === 'internal') throw error
        const line = failureLine(terminal.language, error.code, error.detail)
        if (json) terminal.print({ file: path, error: { code: error.code, message: line } }, () => '')
        process.stderr.write(`${line}\n`)
        status = 2
      }
    }
    return status
  })

export const newProject: Command<[path: string]> = (terminal, { template, lang }, path) =>
  withSession(terminal, async (session) => {
    const project = await create(session, path, template, lang ?? localeLanguage(process.env) ?? 'zh-CN')
    terminal.print({ project }, () => terminal.words.created(projectPath(path)))
    return 0
  })

export const importFiles: Command<[path: string, files: string[]]> = (terminal, { encoding }, path, files) =>
  withSession(terminal, async (session) => {
    const imported = await importInto(session, await session.open(path), files, encoding)
    const rows = imported.tables.reduce((sum, table) => sum + table.rowCount, 0)
    terminal.print(imported, () =>
      [
        terminal.words.imported(imported.tables.length, rows),
        ...imported.problems.map(
          ({ file, ...problem }) => `${file}: ${problemText(terminal.language, problem)}`,
        ),
      ].join('\n'),
    )
    return 0
  })

export const query: Command<[path: string]> = (terminal, options, path) =>
  withSession(terminal, async ({ call, open }) => {
    const project = await open(path)
    const { sources } = await call('sources.list', { project: project.id })
    const table = findTable(
      sources.flatMap((source) => source.tables),
      options.table,
    )
    const found = await call('tables.query', {
      project: project.id,
      table: table.id,
      by: options.by.map((text) => readKey(table, text)),
      aggregates: options.agg.map((text) => readAggregate(table, text)),
    })
    const cell = (value: CellValue): string => (value === null ? '' : String(value))
    terminal.print(found, () => alignColumns([found.columns, ...found.rows.map((row) => row.map(cell))]))
    return 0
  })

export const figures: Command<[path: string]> = (terminal, _options, path) =>
  withSession(terminal, async ({ call, open }) => {
    const { figures: states } = await call('figures.list', { project: (await open(path)).id })
    const { columns } = terminal.words
    terminal.print({ figures: states }, () =>
      alignColumns([
        [columns.figure, columns.value, columns.target, columns.attainment, columns.verdict, columns.source],
        ...states.map(({ name, text, goal, trace }) => [
          name,
          text,
          ...(goal ? [goal.text.target, goal.text.attainment, goal.text.verdict] : ['', '', '']),
          trace.text,
        ]),
      ]),
    )
    return 0
  })

export const draft: Command<[path: string]> = (terminal, _options, path) =>
  withSession(terminal, async ({ call, open }) => {
    const { report, ...drafted } = await call('report.draft', { project: (await open(path)).id })
    terminal.print({ blocks: report.blocks, ...drafted }, () =>
      terminal.words.drafted(report.blocks.length, drafted.figures.length, drafted.charts.length),
    )
    return 0
  })

export const exportReport: Command<[path: string]> = (terminal, { to, style, templateDocx }, path) => {
  if (templateDocx !== undefined) throw refuse('not-yet-available', { what: '--template-docx' })
  assertFormats(to)
  const styleId = style === undefined ? undefined : readStyle(terminal, style)
  return withSession(terminal, async (session) => {
    const ms = await exportTo(session, await session.open(path), to, styleId)
    terminal.print({ files: to, ms }, () => terminal.words.exported(to, ms))
    return 0
  })
}

export const build: Command<[]> = (terminal, { template, lang, data, encoding, to, keep }) => {
  assertFormats(to)
  return withSession(terminal, async (session) => {
    const scratch = keep === undefined ? mkdtempSync(join(tmpdir(), 'recap-build-')) : undefined
    const path = scratch === undefined ? projectPath(keep ?? '') : join(scratch, 'build.recap')
    let unfinished: string | undefined
    process.once('exit', () => {
      if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true })
      if (unfinished !== undefined) rmSync(unfinished, { force: true })
    })
    const start = performance.now()
    const project = await create(session, path, template, lang ?? 'zh-CN')
    unfinished = path
    const { tables } = await importInto(session, project, data, encoding)
    const language = lang ?? languageOf(tables)
    await session.call('projects.update', { project: project.id, language, style: styleFor(language) })
    await session.call('report.draft', { project: project.id })
    await exportTo(session, project, to)
    unfinished = undefined
    const ms = Math.round(performance.now() - start)
    terminal.print({ files: to, ms }, () => terminal.words.exported(to, ms))
    return 0
  })
}

export const serve: Command<[path: string | undefined]> = async (terminal, { port, open }, path) => {
  const number = port === undefined ? undefined : Number(port)
  if (number !== undefined && !(Number.isInteger(number) && number >= 0 && number < 65536)) {
    throw refuse('usage-wrong', { message: terminal.words.usage.invalidValue('--port', port ?? '') })
  }
  const { openInBrowser, serveWeb } = await import('../web/index.ts')
  const host = await serveWeb({
    ...(number !== undefined && { port: number }),
    ...(path !== undefined && { project: projectPath(path) }),
  })
  terminal.print({ url: host.url }, () => host.url)
  if (open) await openInBrowser(host.url)
  await new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await host.close()
  return 0
}

export const doctor: Command<[path: string | undefined]> = (terminal, _options, path) =>
  withSession(terminal, async ({ call, file }) => {
    const { checks } = await call('app.doctor', path === undefined ? {} : { file: file(projectPath(path)) })
    terminal.print({ checks }, () =>
      alignColumns(checks.map(({ name, ok, value }) => [ok ? '✓' : '✗', name, value])),
    )
    const wrong = checks.filter(({ ok }) => !ok)
    if (wrong.length > 0)
      throw refuse('environment-unfit', {
        what: wrong.map(({ name, value }) => `${name} ${value}`).join(', '),
      })
    return 0
  })

function create(
  { call, file }: Session,
  path: string,
  template: string,
  language: Language,
): Promise<Project> {
  const known = TemplateId.safeParse(template)
  if (!known.success) throw refuse('template-unknown', { template, known: TemplateId.options.join(', ') })
  return call('projects.create', { file: file(projectPath(path)), template: known.data, language })
}

/** Told nothing, the engine does what it did with an earlier file of the same name. */
const recipeFor = (encoding: string | undefined): { recipe?: Recipe } =>
  encoding === undefined ? {} : { recipe: { encoding } }

interface Imported {
  tables: Table[]
  problems: (Inspection['problems'][number] & { file: string })[]
}

async function importInto(
  session: Session,
  project: Project,
  files: readonly string[],
  encoding: string | undefined,
): Promise<Imported> {
  const imported: Imported = { tables: [], problems: [] }
  for (const path of files) {
    const { tables, problems } = await session.follow(basename(path), (job) =>
      session.call('sources.import', {
        project: project.id,
        file: session.file(path),
        ...recipeFor(encoding),
        job,
      }),
    )
    imported.tables.push(...tables)
    imported.problems.push(...problems.map((problem) => ({ file: path, ...problem })))
  }
  return imported
}

/** The language that the data is in: a report speaks the language of its tables unless told otherwise. */
const languageOf = (tables: readonly Table[]): Language =>
  tables.some((table) => table.columns.some(({ name }) => /\p{Script=Han}/u.test(name))) ? 'zh-CN' : 'en'

async function exportTo(
  { call, file, follow }: Session,
  project: Project,
  paths: readonly string[],
  style?: HouseStyleId,
): Promise<number> {
  let ms = 0
  for (const path of paths) {
    const done = await follow(basename(path), (job) =>
      call('report.export', {
        project: project.id,
        format: 'docx',
        file: file(path),
        job,
        ...(style !== undefined && { style }),
      }),
    )
    ms += done.ms
  }
  return ms
}

function describe({ language, words }: Terminal, { file, tables, problems }: Inspection): string {
  return [
    file,
    ...tables.flatMap((table) => [
      words.table(table.name, table.sheet, table.range, table.rowCount),
      ...table.columns.map((column) =>
        words.column(column.name, dataWords[language].types[column.type], columnUnit(column, language)),
      ),
      ...(table.skipped.length > 0 ? [words.skipped(table.skipped.length)] : []),
    ]),
    ...problems.map((problem) => problemText(language, problem)),
  ].join('\n')
}
