import { mkdirSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { annualGoalsXlsx, dailyReportXlsx, dailyRows, totalsOf } from '../../../scripts/samples.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import { type FigureId, JobId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Recipe } from '../../../shared/model/source.ts'
import { type TestEngine, sampleFile, startEngine } from '../../support/platform.ts'
import { temporaryFolder } from '../../support/project.ts'

const files: Readonly<Record<Language, readonly [string, string]>> = {
  'zh-CN': ['渠道投放日报.xlsx', '年度目标.xlsx'],
  en: ['Channel daily report.xlsx', 'Annual goals.xlsx'],
}

async function newProject(engine: TestEngine, language: Language = 'zh-CN'): Promise<Project> {
  return engine.client.call('projects.create', { template: 'internship', language })
}

async function withSamples(engine: TestEngine, language: Language = 'zh-CN'): Promise<Project> {
  const project = await newProject(engine, language)
  for (const name of files[language]) {
    await engine.client.call('sources.import', { project: project.id, file: engine.file(sampleFile(name)) })
  }
  return project
}

const figuresOf = async (engine: TestEngine, project: Project): Promise<FigureState[]> =>
  (await engine.client.call('figures.list', { project: project.id })).figures

/** Gives the engine a file with these bytes under this name. */
function given(engine: TestEngine, name: string, bytes: Uint8Array): ReturnType<TestEngine['file']> {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, bytes)
  return engine.file(path)
}

test.each(['zh-CN', 'en'] as const)(
  'the sample project is whole: data, figures, charts, report (%s)',
  async (language) => {
    const engine = startEngine()
    const project = await engine.client.call('projects.sample', { language })
    expect(project).toMatchObject({ language, template: 'internship', readOnly: false })
    expect(Object.values(project.facts).every((fact) => fact !== '')).toBe(true)
    const { sources } = await engine.client.call('sources.list', { project: project.id })
    expect(sources.map(({ name }) => name)).toEqual(files[language])
    const figures = await figuresOf(engine, project)
    expect(figures.filter(({ value }) => value === null)).toEqual([])
    expect(figures.filter(({ goal }) => goal)).toHaveLength(10)
    const { charts } = await engine.client.call('charts.list', { project: project.id })
    expect(charts.length).toBeGreaterThanOrEqual(2)
    const { blocks } = await engine.client.call('report.read', { project: project.id })
    expect(blocks.filter(({ type }) => type === 'chart').length).toBeGreaterThanOrEqual(2)
    const { file, name } = await engine.client.call('report.export', { project: project.id, format: 'docx' })
    expect(name).toMatch(/\.docx$/)
    expect(readFileSync(engine.platform.files.pathOf(file).path).subarray(0, 2).toString()).toBe('PK')
    expect(engine.log).toEqual([])
  },
)

test('figures are what the rows add up to', async () => {
  const engine = startEngine()
  const project = await withSamples(engine)
  const { figures } = await engine.client.call('report.draft', { project: project.id })
  const totals = totalsOf(dailyRows())
  const of = (name: string): number | null => figures.find((figure) => figure.name === name)?.value ?? null
  expect(of('累计注册')).toBe(totals.signUps)
  expect(of('累计点击')).toBe(totals.clicks)
  expect(of('累计成本')).toBeCloseTo(totals.costYuan, 2)
})

test('newer files of the same names: figures, goals and the drafted words follow', async () => {
  const engine = startEngine()
  const project = await withSamples(engine)
  const before = await engine.client.call('report.draft', { project: project.id })
  const newer = { factor: 1.3, seed: 5 }
  engine.events.length = 0
  for (const [name, bytes] of [
    ['渠道投放日报.xlsx', await dailyReportXlsx('zh-CN', newer)],
    ['年度目标.xlsx', await annualGoalsXlsx('zh-CN', newer)],
  ] as const) {
    const imported = await engine.client.call('sources.import', {
      project: project.id,
      file: given(engine, name, bytes),
    })
    expect(imported.replaced).toBe(true)
  }
  expect(engine.events).toContainEqual({
    event: 'project.changed',
    payload: { project: project.id, what: ['sources', 'figures', 'charts'] },
  })
  const after = await figuresOf(engine, project)
  expect(after.map(({ id }) => id)).toEqual(before.figures.map(({ id }) => id))
  expect(after.filter(({ value }) => value === null)).toEqual([])
  const total = (figures: readonly FigureState[]): number =>
    figures.find(({ name }) => name === '累计注册')?.value ?? expect.fail()
  expect(total(after)).toBe(totalsOf(dailyRows(newer)).signUps)
  expect(total(after)).not.toBe(total(before.figures))
})

test('what the user decided about a file holds for the next one of its kind, as long as it fits', async () => {
  const engine = startEngine()
  const { id: project } = await newProject(engine)
  const sheet = (head: string, amount: number): Uint8Array =>
    Buffer.from(
      ['导出于系统,,', head, `抖音,${amount},5`, `微信,${amount + 1},6`, `B站,${amount + 2},7`].join('\n'),
    )
  const recipe: Recipe = {
    sheets: [
      {
        sheet: '渠道3月',
        tables: [
          {
            sheet: '渠道3月',
            range: 'A2:C',
            headerRows: [2],
            columns: [{ letter: 'B', type: 'money', unit: '元', scale: 1e4 }],
            rows: [{ row: 5, as: 'note' }],
          },
        ],
      },
    ],
  }
  const columnsAfter = async (name: string, head: string, own?: Recipe): Promise<unknown> => {
    const file = given(engine, name, sheet(head, 10))
    const { tables, problems } = await engine.client.call('sources.import', { project, file, recipe: own })
    const [table] = tables
    const money = table?.columns.find(({ letter }) => letter === 'B')
    return [table?.rowCount, money?.type, money?.scale, problems.map(({ code }) => code)]
  }
  expect(await columnsAfter('渠道3月.csv', '渠道,花费,人数', recipe)).toEqual([2, 'money', 1e4, []])
  expect(await columnsAfter('渠道3月.csv', '渠道,花费,人数')).toEqual([3, 'money', 1e4, []])
  expect(await columnsAfter('渠道3月.csv', '渠道,人数,花费')).toEqual([
    3,
    'integer',
    undefined,
    ['recipe-unfit'],
  ])
  expect(await columnsAfter('渠道4月.csv', '渠道,花费,人数')).toEqual([3, 'money', 1e4, []])
  expect(await columnsAfter('区域4月.csv', '渠道,花费,人数')).toEqual([3, 'money', undefined, []])
  expect(await columnsAfter('渠道3月.csv', '渠道,花费,人数', {})).toEqual([3, 'money', undefined, []])
})

test('a target that stands in the file follows the file; one that the user typed stays', async () => {
  const engine = startEngine()
  const project = await newProject(engine)
  const goals = (first: number, second: number): Uint8Array =>
    Buffer.from(`指标,单位,目标,实际\n新增用户,人,${first},580\n客诉量,件,${second},12\n满意度,分,4.5,4.6`)
  const load = (first: number, second: number): Promise<unknown> =>
    engine.client.call('sources.import', {
      project: project.id,
      file: given(engine, '目标.csv', goals(first, second)),
    })
  await load(500, 20)
  const { figures } = await engine.client.call('report.draft', { project: project.id })
  const [users, complaints] = figures
  expect(figures.map(({ name, goal }) => [name, goal?.target])).toContainEqual(['新增用户', 500])
  await engine.client.call('goals.save', {
    project: project.id,
    goal: {
      figure: complaints?.id ?? '',
      comparator: '≤',
      target: 15,
      polarity: 'lower',
      origin: { kind: 'typed', value: 15, note: '部门要求' },
    },
  })
  await load(600, 30)
  const after = await figuresOf(engine, project)
  expect(after.find(({ id }) => id === users?.id)?.goal).toMatchObject({ target: 600, verdict: 'missed' })
  expect(after.find(({ id }) => id === complaints?.id)?.goal).toMatchObject({
    target: 15,
    verdict: 'exceeded',
  })
})

test('drafting again keeps what the user changed of figures and facts, and writes the report anew', async () => {
  const engine = startEngine()
  const project = await withSamples(engine)
  const first = await engine.client.call('report.draft', { project: project.id })
  const {
    goal: _goal,
    value: _value,
    text: _text,
    trace: _trace,
    ...figure
  } = first.figures[0] ?? expect.fail()
  await engine.client.call('figures.save', { project: project.id, figure: { ...figure, name: '拉新人数' } })
  await engine.client.call('projects.update', { project: project.id, facts: { title: '我的总结' } })
  await engine.client.call('report.save', {
    project: project.id,
    revision: first.report.revision,
    blocks: [],
  })
  const second = await engine.client.call('report.draft', { project: project.id })
  expect(second.report.blocks.length).toBe(first.report.blocks.length)
  expect(second.report.revision).toBe(first.report.revision + 2)
  expect(second.figures.find(({ id }) => id === figure.id)?.name).toBe('拉新人数')
  expect(second.figures).toHaveLength(first.figures.length)
  expect(second.charts).toHaveLength(first.charts.length)
  expect(await engine.client.call('projects.read', { project: project.id })).toMatchObject({
    facts: { title: '我的总结' },
  })
})

test('an empty project can be drafted: the sections stand, waiting for data', async () => {
  const engine = startEngine()
  const project = await newProject(engine)
  const { report, figures } = await engine.client.call('report.draft', { project: project.id })
  expect(report.blocks.some(({ type }) => type === 'heading')).toBe(true)
  expect(figures).toEqual([])
})

test('a project is known by its id after the engine was started anew', async () => {
  const folder = temporaryFolder()
  const before = startEngine(folder)
  const project = await withSamples(before)
  before.recap.close()
  const after = startEngine(folder)
  expect(await after.client.call('projects.read', { project: project.id })).toEqual(project)
  const { projects } = await after.client.call('projects.recent', {})
  expect(projects.map(({ name }) => name)).toEqual([project.name])
})

test('recent projects are those that changed last, without those that are gone', async () => {
  const engine = startEngine()
  const [first, second, third] = [
    await newProject(engine),
    await newProject(engine),
    await newProject(engine),
  ]
  const fileOf = ({ name }: Project): string => join(engine.platform.projectsFolder, `${name}.recap`)
  await engine.client.call('projects.close', { project: second.id })
  rmSync(fileOf(second))
  await engine.client.call('report.save', { project: first.id, revision: 0, blocks: [] })
  // Clocks of files tick slower than this test runs.
  const longAgo = new Date('2020-01-01')
  for (const file of [fileOf(third), `${fileOf(third)}-wal`]) utimesSync(file, longAgo, longAgo)
  const { projects } = await engine.client.call('projects.recent', {})
  expect(projects.map(({ name }) => name)).toEqual([first.name, third.name])
})

test('an export to a place of its own is whole, or refused with what was there intact', async () => {
  const engine = startEngine()
  const project = await withSamples(engine)
  await engine.client.call('report.draft', { project: project.id })
  const folder = temporaryFolder()
  const exported = (path: string): Promise<unknown> =>
    engine.client.call('report.export', { project: project.id, format: 'docx', file: engine.file(path) })
  expect(await exported(join(folder, '总结.docx'))).toMatchObject({ name: '总结.docx' })
  expect(readdirSync(folder)).toEqual(['总结.docx'])
  await expect(exported(join(folder, '没有', 'a.docx'))).rejects.toMatchObject({ code: 'folder-missing' })
  mkdirSync(join(folder, 'b.docx'))
  await expect(exported(join(folder, 'b.docx'))).rejects.toMatchObject({ code: 'export-target-busy' })
  expect(readdirSync(folder).toSorted()).toEqual(['b.docx', '总结.docx'])
})

test('a cancelled export leaves the file that was there', async () => {
  const engine = startEngine()
  const project = await withSamples(engine)
  await engine.client.call('report.draft', { project: project.id })
  const path = join(temporaryFolder(), '总结.docx')
  writeFileSync(path, 'old')
  const job = JobId.parse('export-1')
  engine.client.on('job.progress', () => void engine.client.call('jobs.cancel', { job }))
  const running = engine.client.call('report.export', {
    project: project.id,
    format: 'docx',
    file: engine.file(path),
    job,
  })
  await expect(running).rejects.toMatchObject({ code: 'job-cancelled' })
  expect(readFileSync(path, 'utf8')).toBe('old')
})

test('closing a project ends what is under way in it', async () => {
  const engine = startEngine()
  const project = await newProject(engine)
  const file = engine.file(sampleFile('渠道投放日报.xlsx'))
  const job = JobId.parse('import-1')
  engine.client.on('job.progress', () => void engine.client.call('projects.close', { project: project.id }))
  await expect(
    engine.client.call('sources.import', { project: project.id, file, job }),
  ).rejects.toMatchObject({
    code: 'job-cancelled',
  })
  expect(await engine.client.call('sources.list', { project: project.id })).toEqual({ sources: [] })
})

test('what nobody foresaw is logged under the number that the user is told', async () => {
  const engine = startEngine()
  const project = await newProject(engine)
  writeFileSync(join(engine.folder, 'scratch'), 'a file where a folder should be')
  const reply = await engine.recap.answer('projects.copy', { project: project.id })
  expect(reply).toMatchObject({
    ok: false,
    error: { code: 'internal', detail: { id: expect.any(String) as unknown } },
  })
  const id = reply.ok ? '' : reply.error.detail['id']
  expect(engine.log).toMatchObject([{ level: 'error', event: 'call-failed', id, call: 'projects.copy' }])
  expect(JSON.stringify(reply)).not.toContain(engine.folder)
})

test('the language of a project changes the words of its figures, not their values', async () => {
  const engine = startEngine()
  const project = await withSamples(engine)
  const { figures } = await engine.client.call('report.draft', { project: project.id })
  await engine.client.call('projects.update', { project: project.id, language: 'en' })
  const english = await figuresOf(engine, project)
  const values = (states: readonly FigureState[]): Map<FigureId, number | null> =>
    new Map(states.map(({ id, value }) => [id, value]))
  expect(values(english)).toEqual(values(figures))
  expect(english[0]?.text).not.toBe(figures[0]?.text)
})
