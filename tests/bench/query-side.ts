// node tests/bench/query-side.ts SIDE FILE: one thing that the query bench measures, in a process of its own, so that a
// first answer is one. Prints a `QuerySide`. Each side loads the same separated text before it is asked anything.

import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ChartQuery } from '../../shared/model/chart.ts'
import type { ColumnId, ProjectId, TableId } from '../../shared/model/ids.ts'
import type { CellValue, Table } from '../../shared/model/table.ts'
import type { Client } from '../../shared/rpc.ts'
import { timed, withEngine } from './import-side.ts'
import { benchFolder } from './spreadsheets.ts'

export interface QuerySide {
  ms: readonly number[]
  /** What was answered, line by line in an order of its own, to be compared; or how much it was. */
  answer: string
  /** The same of a peer within this process. */
  peer?: readonly number[]
}

/** Turns of questions that need not be first. */
const turns = 5

interface Asked {
  client: Client
  project: ProjectId
  table: Table
  column: (name: string) => ColumnId
}

async function imported(client: Client, project: ProjectId, file: string, refFor: Refs): Promise<Asked> {
  const { tables } = await client.call('sources.import', { project, file: refFor(file) })
  const [table] = tables
  if (!table) throw new Error(`no table in ${file}`)
  const column = (name: string): ColumnId => {
    const found = table.columns.find((one) => one.name === name)
    if (!found) throw new Error(`no column ${name}`)
    return found.id
  }
  return { client, project, table, column }
}

type Refs = Parameters<Parameters<typeof withEngine>[0]>[0]['refFor']

const lines = (rows: readonly (readonly unknown[])[]): string =>
  rows
    .map((row) => row.map(String).join('|'))
    .toSorted()
    .join('\n')

type Groups = CellValue[][]

const queried = async (
  { client, project, table, column }: Asked,
  by: readonly { name: string; step?: 'month' }[],
  fn: 'sum' | 'distinct',
  of: string,
): Promise<Groups> => {
  const { rows } = await client.call('tables.query', {
    project,
    table: table.id,
    by: by.map(({ name, ...step }) => ({ column: column(name), ...step })),
    aggregates: [{ fn, column: column(of) }],
  })
  return rows
}

const charted = async (
  { client, project, table, column }: Asked,
  where: (column: Asked['column']) => NonNullable<ChartQuery['where']>,
): Promise<Groups> => {
  const { categories, series } = await client.call('charts.query', {
    project,
    query: {
      table: table.id satisfies TableId,
      by: { column: column('渠道') },
      measures: [{ fn: 'sum', column: column('花费') }],
      where: where(column),
    },
  })
  return categories.map((category, index) => [category, series[0]?.values[index] ?? null])
}

const byChannel = [{ name: '渠道' }]
const byChannelAndMonth = [...byChannel, { name: '日期', step: 'month' as const }]

const firstOf = (by: typeof byChannelAndMonth | typeof byChannel) => (file: string) =>
  withEngine(async ({ client, project, refFor }): Promise<QuerySide> => {
    const asked = await imported(client, project.id, file, refFor)
    const { ms, value } = await timed(() => queried(asked, by, 'sum', '注册人数'))
    return { ms: [ms], answer: lines(value) }
  })

const firstOfDuckDb =
  (sql: string) =>
  async (file: string): Promise<QuerySide> => {
    const { DuckDBInstance } = await import('@duckdb/node-api')
    const folder = mkdtempSync(join(benchFolder, 'run-'))
    try {
      const instance = await DuckDBInstance.create(join(folder, 'peer.duckdb'))
      const connection = await instance.connect()
      await connection.run(`CREATE TABLE daily AS SELECT * FROM read_csv('${file}')`)
      const { ms, value } = await timed(async () => (await connection.runAndReadAll(sql)).getRows())
      connection.closeSync()
      instance.closeSync()
      return {
        ms: [ms],
        answer: lines(value.map((row) => row.map((cell) => String(cell).replace(/-01(?: 00:00:00)?$/, '')))),
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

/** A question that no summary answers, by the engine and by plain SQL on the same rows, in turns. */
const adHoc = (ask: (asked: Asked) => Promise<Groups>, sql: (rows: string) => string) => (file: string) =>
  withEngine(async ({ client, project, folder, refFor }): Promise<QuerySide> => {
    const asked = await imported(client, project.id, file, refFor)
    const { default: Sqlite } = await import('better-sqlite3')
    const [path = ''] = globSync('projects/*.recap', { cwd: folder })
    const sqlite = new Sqlite(join(folder, path), { readonly: true })
    const rows = sqlite.prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'rows_%'").pluck().get()
    const statement = sqlite.prepare(sql(String(rows))).raw()
    const ms: number[] = []
    const peer: number[] = []
    let answer = ''
    for (let turn = 0; turn <= turns; turn += 1) {
      const own = await timed(() => ask(asked))
      const plain = await timed(() => statement.all() as CellValue[][])
      answer = lines(own.value)
      if (answer !== lines(plain.value))
        throw new Error(`other answers than plain SQL's: ${answer.slice(0, 200)}`)
      if (turn === 0) continue
      ms.push(own.ms)
      peer.push(plain.ms)
    }
    sqlite.close()
    return { ms, peer, answer: `${answer.split('\n').length} groups` }
  })

export const sides = {
  channel: firstOf(byChannel),
  'channel-duckdb': firstOfDuckDb('SELECT 渠道, sum(注册人数) FROM daily GROUP BY 1'),
  month: firstOf(byChannelAndMonth),
  'month-duckdb': firstOfDuckDb(
    "SELECT 渠道, date_trunc('month', 日期), sum(注册人数) FROM daily GROUP BY 1, 2",
  ),
  distinct: adHoc(
    (asked) => queried(asked, byChannel, 'distinct', '订单编号'),
    (rows) => `SELECT c1, count(DISTINCT c8) FROM ${rows} GROUP BY c1 ORDER BY min(row)`,
  ),
  note: adHoc(
    (asked) => queried(asked, [{ name: '备注' }], 'sum', '注册人数'),
    (rows) => `SELECT c9, sum(c7) FROM ${rows} GROUP BY c9 ORDER BY min(row)`,
  ),
  contains: adHoc(
    (asked) => charted(asked, (column) => [{ kind: 'contains', column: column('备注'), text: '第7批' }]),
    (rows) =>
      `SELECT c1, round(sum(c6), 2) FROM ${rows} WHERE instr(c9, '第7批') > 0 GROUP BY c1 ORDER BY min(row)`,
  ),
  between: adHoc(
    (asked) => charted(asked, (column) => [{ kind: 'between', column: column('花费'), from: 900 }]),
    (rows) => `SELECT c1, round(sum(c6), 2) FROM ${rows} WHERE c6 >= 900 GROUP BY c1 ORDER BY min(row)`,
  ),
  /** The figures of a draft, in a project that was just opened. */
  draft: (file) =>
    withEngine(async ({ client, project, folder, refFor }): Promise<QuerySide> => {
      await imported(client, project.id, file, refFor)
      const { figures } = await client.call('report.draft', { project: project.id })
      await client.call('projects.close', { project: project.id })
      const [path = ''] = globSync('projects/*.recap', { cwd: folder })
      const opened = await client.call('projects.open', { file: refFor(join(folder, path)) })
      const { ms, value } = await timed(() => client.call('figures.list', { project: opened.id }))
      if (value.figures.length !== figures.length) throw new Error('other figures than were drafted')
      return { ms: [ms], answer: `${figures.length} figures` }
    }),
} as const satisfies Readonly<Record<string, (file: string) => Promise<QuerySide>>>

export type Side = keyof typeof sides

if (import.meta.main) {
  const [, , side = '', file = ''] = process.argv
  console.log(JSON.stringify(await sides[side as Side](file)))
}
