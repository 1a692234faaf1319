import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { FigureState } from '../../../../../shared/model/goal.ts'
import { sampleFile } from '../../../../support/platform.ts'
import { temporaryFolder } from '../../../../support/project.ts'
import { type Ran, runTerminal, startTerminal } from '../../../../support/run-terminal.ts'

interface Place {
  folder: string
  run(...args: readonly string[]): Promise<Ran>
}

/** A folder to work in, and the terminal in it. */
function place(env: NodeJS.ProcessEnv = {}): Place {
  const folder = temporaryFolder()
  const dataFolder = temporaryFolder()
  return { folder, run: (...args) => runTerminal(args, { dataFolder, cwd: folder, env }) }
}

const done = (ran: Ran): Ran => {
  expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: '' })
  return ran
}

const json = (ran: Ran): unknown => JSON.parse(done(ran).stdout)

const builtPage = fileURLToPath(new URL('../../../../../out/renderer/index.html', import.meta.url))

const daily = sampleFile('渠道投放日报.xlsx')
const goals = sampleFile('年度目标.xlsx')

test('a report step by step: new, import, query, figures, draft, export', async () => {
  const { folder, run } = place()
  expect(json(await run('new', '总结', '--template', 'internship', '--json'))).toMatchObject({
    project: { name: '总结', template: 'internship', language: 'zh-CN', readOnly: false },
  })
  const imported = json(await run('import', '总结.recap', daily, goals, '--json')) as {
    tables: { rowCount: number }[]
  }
  expect(imported.tables.map(({ rowCount }) => rowCount)).toEqual([1080, 10])

  const months = json(
    await run('query', '总结', '--table', '日报', '--by', '日期:month', '--agg', 'sum:注册', '--json'),
  ) as { columns: string[]; rows: [string, number][] }
  expect(months.columns).toEqual(['日期:month', 'sum:注册'])
  expect(months.rows.map(([month]) => month)).toEqual([
    '2026-03',
    '2026-04',
    '2026-05',
    '2026-06',
    '2026-07',
    '2026-08',
  ])

  const drafted = json(await run('draft', '总结', '--json')) as {
    blocks: unknown[]
    figures: FigureState[]
    charts: unknown[]
  }
  expect(drafted.blocks.length).toBeGreaterThan(20)
  expect(drafted.charts.length).toBeGreaterThanOrEqual(2)

  const { figures } = json(await run('figures', '总结', '--json')) as { figures: FigureState[] }
  expect(figures).toEqual(drafted.figures)
  const total = figures.find(({ name }) => name === '累计注册')
  expect(total?.value).toBe(months.rows.reduce((sum, [, value]) => sum + value, 0))
  expect(figures[0]).toMatchObject({ unit: '人', origin: { kind: 'cell' }, goal: { comparator: '≥' } })

  const exported = json(await run('export', '总结', '--to', '总结.docx', '--json')) as {
    files: string[]
    ms: number
  }
  expect(exported).toEqual({ files: ['总结.docx'], ms: expect.any(Number) as unknown })
  expect(readFileSync(join(folder, '总结.docx'), 'latin1').slice(0, 2)).toBe('PK')
  expect(readdirSync(folder).toSorted()).toEqual(['总结.docx', '总结.recap'])
})

test('a report in one go, in the language of its data, and nothing left but what was asked for', async () => {
  const { folder, run } = place({ LANG: 'C' })
  const start = performance.now()
  const args = ['build', '--template', 'internship', '--data', daily, goals, '--to', 'out.docx', '--json']
  expect(json(await run(...args))).toEqual({ files: ['out.docx'], ms: expect.any(Number) as unknown })
  expect(performance.now() - start).toBeLessThan(5000)
  expect(readdirSync(folder)).toEqual(['out.docx'])

  const english = [sampleFile('Channel daily report.xlsx'), sampleFile('Annual goals.xlsx')]
  done(
    await run('build', '--template', 'internship', '--data', ...english, '--to', 'en.docx', '--keep', 'en'),
  )
  expect(readdirSync(folder).toSorted()).toEqual(['en.docx', 'en.recap', 'out.docx'])
  const { figures } = json(await run('figures', 'en', '--json')) as { figures: FigureState[] }
  expect(figures.map(({ text }) => text).join()).not.toMatch(/\p{Script=Han}/u)
})

test('inspect prints a line for each file; a refused one says why and the others are still told', async () => {
  const { folder, run } = place()
  writeFileSync(join(folder, '空.csv'), '')
  const ran = await run('inspect', goals, '空.csv', '--json')
  expect(ran.status).toBe(2)
  const lines = ran.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
  expect(lines).toMatchObject([
    { file: goals, format: 'xlsx', tables: [{ sheet: '目标', rowCount: 10 }], problems: [] },
    { file: '空.csv', error: { code: 'file-empty' } },
  ])
  expect(ran.stderr).toMatch(/^file-empty: .*空\.csv.*\n$/)
})

test('inspect --raw gives every cell from A1', async () => {
  const { run } = place()
  const { sheets } = json(await run('inspect', '--raw', goals, '--json')) as {
    sheets: { name: string; rows: unknown[][] }[]
  }
  expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([['目标', 12]])
  expect(sheets[0]?.rows[1]).toEqual(['指标', '单位', '目标', '实际'])
})

test('without --json a person reads lines and tables', async () => {
  const { run } = place()
  expect(done(await run('inspect', goals)).stdout).toContain('数据表')
  done(await run('new', 'a', '--template', 'internship'))
  expect(done(await run('import', 'a', goals)).stdout).toBe('已导入 1 张数据表，共 10 行\n')
  expect(done(await run('draft', 'a')).stdout).toContain('已写好初稿')
  expect(done(await run('figures', 'a')).stdout.split('\n')[0]).toMatch(/^指标 +数值 +目标/)
  expect(done(await run('query', 'a', '--table', '目标')).stdout).toBe('count\n10\n')
  expect(done(await run('doctor', 'a')).stdout).toMatch(/✓ {2}project/)
})

test('help is in the language of the user, and leaves out what is not there yet', async () => {
  const { run } = place()
  const chinese = done(await run('--help')).stdout
  expect(chinese).toContain('用法：')
  for (const name of ['check', 'refresh', 'rollup']) expect(chinese).not.toContain(name)
  expect(done(await run('build', '--help', '--lang', 'en')).stdout).toContain('all in one go')
  expect(done(await run()).stdout).toBe(chinese)
})

test.each([
  [['nonsense'], 'usage-wrong'],
  [['build', '--template', 'internship'], 'usage-wrong'],
  [['inspect', 'a.csv', '--wrong'], 'usage-wrong'],
  [['new', 'a', '--template', 'poem'], 'template-unknown'],
  [['check', 'a.docx', '--data', 'b.xlsx', '--json'], 'not-yet-available'],
  [['refresh', 'a', 'b.xlsx'], 'not-yet-available'],
  [['rollup', 'a.recap', 'b.recap'], 'not-yet-available'],
  [['build', '--template', 'internship', '--data', daily, '--to', 'a.pptx'], 'not-yet-available'],
  [['build', '--template', 'internship', '--data', daily, '--to', 'a.exe'], 'format-unknown'],
  [
    ['build', '--template', 'internship', '--data', 'none.xlsx', '--to', 'a.docx', '--keep', 'b'],
    'file-missing',
  ],
  [['figures', 'none'], 'project-missing'],
  [['figures', daily], 'project-not-a-project'],
  [['serve', '--port', 'x'], 'usage-wrong'],
])('%j is refused with %s', async (args, code) => {
  const { folder, run } = place()
  const ran = await run(...args)
  expect({ status: ran.status, stdout: ran.stdout }).toEqual({ status: 2, stdout: '' })
  expect(ran.stderr).toMatch(new RegExp(`^${code}: [^\\n]+\\n$`))
  expect(readdirSync(folder)).toEqual([])
})

test('tables, columns and functions that are not there are refused, naming those that are', async () => {
  const { run } = place()
  done(await run('new', 'a', '--template', 'internship'))
  done(await run('import', 'a', goals))
  for (const [args, said] of [
    [['--table', '没有'], 'table-unknown: .*2026年度目标'],
    [['--table', '目标', '--by', '没有'], 'column-unknown: .*指标'],
    [['--table', '目标', '--agg', 'sum:没有'], 'column-unknown: .*指标'],
    [['--table', '目标', '--agg', 'median:目标'], 'usage-wrong: .*distinct'],
  ] as const) {
    const ran = await run('query', 'a', ...args)
    expect([ran.status, ran.stdout]).toEqual([2, ''])
    expect(ran.stderr).toMatch(new RegExp(said))
  }
})

test('nothing that is there is replaced by a new project', async () => {
  const { folder, run } = place()
  done(await run('new', 'a', '--template', 'internship'))
  const before = readFileSync(join(folder, 'a.recap'))
  const again = await run(
    'build',
    '--template',
    'internship',
    '--data',
    goals,
    '--to',
    'a.docx',
    '--keep',
    'a',
  )
  expect(again.stderr).toMatch(/^project-exists/)
  expect(readFileSync(join(folder, 'a.recap')).equals(before)).toBe(true)
  expect(existsSync(join(folder, 'a.docx'))).toBe(false)
})

test('a project of a newer version is refused untouched', async () => {
  const { folder, run } = place()
  done(await run('new', 'a', '--template', 'internship'))
  const newer = readFileSync(join(folder, 'a.recap'))
  newer.writeUInt32BE(99, 60)
  mkdirSync(join(folder, 'b'))
  writeFileSync(join(folder, 'b/newer.recap'), newer)
  for (const args of [['figures'], ['draft'], ['doctor'], ['import']]) {
    const ran = await run(...args, 'b/newer.recap', ...(args[0] === 'import' ? [goals] : []))
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toMatch(/^project-newer: /)
  }
  expect(readFileSync(join(folder, 'b/newer.recap')).equals(newer)).toBe(true)
  expect(readdirSync(join(folder, 'b'))).toEqual(['newer.recap'])
})

test('bad files are refused one by one with their own codes, and the project stays as it was', async () => {
  const { folder, run } = place()
  done(await run('new', 'a', '--template', 'internship'))
  writeFileSync(join(folder, '空.xlsx'), '')
  writeFileSync(join(folder, '截断.xlsx'), readFileSync(daily).subarray(0, 5000))
  writeFileSync(join(folder, '照片.xlsx'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
  copyFileSync(daily, join(folder, '表格.csv'))
  const codes: Record<string, string> = {
    '空.xlsx': 'file-empty',
    '截断.xlsx': 'file-truncated',
    '照片.xlsx': 'file-not-a-spreadsheet',
  }
  for (const [name, code] of Object.entries(codes)) {
    const ran = await run('import', 'a', name)
    expect([name, ran.status, ran.stderr.split(':')[0]]).toEqual([name, 2, code])
    expect(ran.stderr).toContain(basename(name))
  }
  expect(json(await run('figures', 'a', '--json'))).toEqual({ figures: [] })
  // The kind of a file is told by its bytes.
  expect(json(await run('import', 'a', '表格.csv', '--json'))).toMatchObject({
    problems: [{ file: '表格.csv', code: 'extension-mismatch' }],
  })
})

test('a test without a data folder of its own is refused by the terminal too', async () => {
  const ran = await runTerminal(['doctor'])
  expect(ran).toMatchObject({ status: 2, stdout: '' })
  expect(ran.stderr).toMatch(/^environment-unfit: /)
})

test('serve prints one line, the address with its key, and ends when it is told to', async (context) => {
  if (!existsSync(builtPage)) context.skip('the page is not built')
  const child = startTerminal(['serve', '--no-open'], { dataFolder: temporaryFolder() })
  const closed = once(child, 'close')
  const lines = createInterface(child.stdout)
  const [address] = (await once(lines, 'line')) as [string]
  const { hostname, hash, origin } = new URL(address)
  expect(hostname).toBe('127.0.0.1')
  expect(new URLSearchParams(hash.slice(1)).get('key')).toMatch(/^[\w-]{22,}$/)
  expect((await fetch(origin)).status).toBe(200)
  child.kill('SIGTERM')
  expect(await closed).toEqual([0, null])
})
