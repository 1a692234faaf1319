// Every call of the contract, over every transport: what it does, and what it refuses.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleFile } from '../support/platform.ts'
import { type CallName, calls } from '../../shared/contract.ts'
import type { Expression, Figure } from '../../shared/model/figure.ts'
import type { FigureState } from '../../shared/model/goal.ts'
import { BlockId, ChartId, ComparisonId, FigureId, type FileRef, JobId } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'
import type { Table } from '../../shared/model/table.ts'
import { type Client, createClient } from '../../shared/rpc.ts'
import { type Started, transports } from './transports.ts'

const csv = (rows: readonly string[]): string => ['日期,渠道,注册', ...rows].join('\r\n')
const march = csv([
  '2026-03-02,抖音,10',
  '2026-03-02,小红书,20',
  '2026-03-03,抖音,30',
  '2026-03-03,小红书,45',
])
const april = csv(['2026-04-01,抖音,100', '2026-04-01,小红书,200'])

const typed: Figure = {
  id: FigureId.parse('typed-1'),
  name: '满意度',
  kind: 'score',
  unit: '分',
  rounding: { scale: 1, decimals: 1 },
  origin: { kind: 'typed', value: 4.6, note: '问卷' },
  additive: false,
}

describe.each(transports)('$name', ({ start }) => {
  let started: Started
  let client: Client
  let folder: string
  const events: { event: string; payload: unknown }[] = []

  beforeAll(async () => {
    started = await start()
    client = createClient(started.transport)
    folder = mkdtempSync(join(tmpdir(), 'recap-files-'))
    started.transport.on((event, payload) => void events.push({ event, payload }))
  })
  afterAll(async () => {
    await started.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function given(name: string, content: string): Promise<FileRef> {
    const path = join(folder, name)
    writeFileSync(path, content)
    return started.give(path)
  }

  const created = (): Promise<Project> =>
    client.call('projects.create', { template: 'internship', language: 'zh-CN' })

  async function withData(): Promise<{
    project: Project
    table: Table
    column: (name: string) => Table['columns'][number]
  }> {
    const project = await created()
    const { tables } = await client.call('sources.import', {
      project: project.id,
      file: await given('日报.csv', march),
    })
    const table = tables[0] ?? expect.fail()
    return {
      project,
      table,
      column: (name) => table.columns.find((column) => column.name === name) ?? expect.fail(name),
    }
  }

  /** The total of 注册, as a figure of its own. */
  async function withTotal(): Promise<{ project: Project; table: Table; total: FigureState }> {
    const { project, table, column } = await withData()
    const figure: Figure = {
      id: FigureId.parse('total-1'),
      name: '累计注册',
      kind: 'count',
      unit: '人',
      additive: true,
      rounding: { scale: 1, decimals: 0 },
      origin: { kind: 'aggregate', table: table.id, column: column('注册').id, fn: 'sum', filters: [] },
    }
    const { figure: total } = await client.call('figures.save', { project: project.id, figure })
    return { project, table, total }
  }

  const refusal = async (name: string, input: unknown): Promise<unknown> => {
    const reply = await started.transport.call(name as CallName, input)
    return reply.ok ? expect.fail(`${name} was not refused`) : reply.error.code
  }

  const unknownProject = { project: 'project-none' }

  const cases: Record<CallName, () => Promise<void>> = {
    'app.info': async () => {
      expect((await client.call('app.info', {})).version).toMatch(/^\d+\.\d+\.\d+$/)
    },
    'app.doctor': async () => {
      const { checks } = await client.call('app.doctor', {})
      expect(checks.filter(({ ok }) => !ok)).toEqual([])
      expect(checks.map(({ name }) => name)).toContain('sqlite')
      const copy = await client.call('projects.copy', { project: (await withData()).project.id })
      expect((await client.call('app.doctor', { file: copy.file })).checks.at(-1)).toMatchObject({
        name: 'project',
        ok: true,
      })
      expect(await refusal('app.doctor', { file: 'none' })).toBe('file-missing')
      expect(await refusal('app.doctor', { file: await given('表.csv', march) })).toBe(
        'project-not-a-project',
      )
    },
    'settings.read': async () => {
      expect(Object.keys(await client.call('settings.read', {}))).toEqual(['language', 'theme'])
    },
    'settings.write': async () => {
      const before = await client.call('settings.read', {})
      expect(await client.call('settings.write', { theme: 'dark' })).toEqual({ ...before, theme: 'dark' })
      expect(await client.call('settings.read', {})).toEqual({ ...before, theme: 'dark' })
      expect(await refusal('settings.write', { theme: 'pink' })).toBe('input-invalid')
    },
    'projects.recent': async () => {
      const { name } = await created()
      const { projects } = await client.call('projects.recent', {})
      expect(projects.map((project) => project.name)).toContain(name)
      const file = projects.find((project) => project.name === name)?.file ?? expect.fail()
      expect(await client.call('projects.open', { file })).toMatchObject({ name })
    },
    'projects.create': async () => {
      const [first, second] = [await created(), await created()]
      expect(first).toMatchObject({
        template: 'internship',
        language: 'zh-CN',
        style: 'enterprise',
        readOnly: false,
      })
      expect(second.name).not.toBe(first.name)
      expect(
        await client.call('projects.create', { name: 'a/b:c', template: 'internship', language: 'en' }),
      ).toMatchObject({
        name: 'a b c',
        style: 'business',
      })
      expect(await refusal('projects.create', { template: 'annual', language: 'zh-CN' })).toBe(
        'input-invalid',
      )
    },
    'projects.open': async () => {
      const { project } = await withData()
      const copy = await client.call('projects.copy', { project: project.id })
      const opened = await client.call('projects.open', { file: copy.file })
      expect(opened).toMatchObject({ name: project.name })
      expect(await client.call('projects.open', { file: copy.file })).toEqual(opened)
      expect(await refusal('projects.open', { file: await given('表.csv', march) })).toBe(
        'project-not-a-project',
      )
      expect(await refusal('projects.open', { file: '../../etc/passwd' })).toBe('input-invalid')
    },
    'projects.pick': async () => {
      const { dialogs } = await client.call('app.info', {})
      if (!dialogs) expect(await refusal('projects.pick', {})).toBe('not-yet-available')
    },
    'projects.sample': async () => {
      const project = await client.call('projects.sample', { language: 'zh-CN' })
      const { sources } = await client.call('sources.list', { project: project.id })
      expect(sources.map(({ name }) => name)).toEqual(['渠道投放日报.xlsx', '年度目标.xlsx'])
      const { blocks } = await client.call('report.read', { project: project.id })
      expect(blocks.length).toBeGreaterThan(20)
      expect(project.facts.name).not.toBe('')
      expect(await refusal('projects.sample', { language: 'fr' })).toBe('input-invalid')
    },
    'projects.read': async () => {
      const project = await created()
      expect(await client.call('projects.read', { project: project.id })).toEqual(project)
      expect(await refusal('projects.read', unknownProject)).toBe('project-missing')
    },
    'projects.update': async () => {
      const project = await created()
      await client.call('projects.update', { project: project.id, facts: { name: '林晓雨' } })
      const updated = await client.call('projects.update', {
        project: project.id,
        facts: { post: '实习生' },
        language: 'en',
      })
      expect(updated).toEqual({
        ...project,
        language: 'en',
        facts: { ...project.facts, name: '林晓雨', post: '实习生' },
      })
      expect(
        await refusal('projects.update', { project: project.id, facts: { name: 'x'.repeat(101) } }),
      ).toBe('input-invalid')
      expect(await refusal('projects.update', unknownProject)).toBe('project-missing')
    },
    'projects.close': async () => {
      const { project } = await withData()
      await client.call('projects.close', { project: project.id })
      expect(await client.call('projects.read', { project: project.id })).toMatchObject({
        name: project.name,
      })
    },
    'projects.copy': async () => {
      const { project } = await withData()
      const copy = await client.call('projects.copy', { project: project.id })
      expect(copy.name).toBe(`${project.name}.recap`)
      expect(Buffer.from(await started.take(copy.file)).toString('latin1', 0, 15)).toBe('SQLite format 3')
      expect(await refusal('projects.copy', unknownProject)).toBe('project-missing')
    },

    'sources.inspect': async () => {
      const found = await client.call('sources.inspect', { file: await given('日报.csv', march) })
      expect(found).toMatchObject({ file: '日报.csv', format: 'csv', tables: [{ rowCount: 4 }] })
      expect(await refusal('sources.inspect', { file: await given('空.csv', '') })).toBe('file-empty')
      expect(await refusal('sources.inspect', { file: 'none' })).toBe('file-missing')
    },
    'sources.preview': async () => {
      const preview = await client.call('sources.preview', { file: await given('日报.csv', march) })
      expect(preview).toMatchObject({ file: '日报.csv', format: 'csv', delimiter: ',', problems: [] })
      const [sheet] = preview.sheets
      expect(sheet?.rows[1]).toEqual({ row: 2, hidden: false, cells: ['2026-03-02', '抖音', '10'] })
      expect(sheet?.tables[0]?.columns.map(({ name, type }) => [name, type])).toEqual([
        ['日期', 'date'],
        ['渠道', 'text'],
        ['注册', 'integer'],
      ])
      expect(await refusal('sources.preview', { file: 'none' })).toBe('file-missing')
    },
    'sources.raw': async () => {
      const { sheets } = await client.call('sources.raw', { file: await given('日报.csv', march) })
      expect(sheets[0]?.rows).toHaveLength(5)
      expect(await refusal('sources.raw', { file: 'none' })).toBe('file-missing')
    },
    'sources.import': async () => {
      const { project, table } = await withData()
      events.length = 0
      const job = JobId.parse('job-1')
      const again = await client.call('sources.import', {
        project: project.id,
        file: await given('日报.csv', april),
        job,
      })
      expect(again).toMatchObject({ replaced: true, tables: [{ id: table.id, rowCount: 2 }] })
      await expect.poll(() => events.map(({ event }) => event)).toContain('project.changed')
      expect(events.find(({ event }) => event === 'job.progress')?.payload).toMatchObject({
        job,
        step: 'reading',
      })
      expect(await refusal('sources.import', { project: project.id, file: await given('空.csv', '') })).toBe(
        'file-empty',
      )
      expect(
        await refusal('sources.import', { ...unknownProject, file: await given('日报.csv', march) }),
      ).toBe('project-missing')
      expect((await client.call('sources.list', { project: project.id })).sources).toHaveLength(1)
    },
    'sources.list': async () => {
      const { project, table } = await withData()
      expect((await client.call('sources.list', { project: project.id })).sources).toMatchObject([
        { name: '日报.csv', tables: [table], problems: [] },
      ])
      expect(await refusal('sources.list', unknownProject)).toBe('project-missing')
    },
    'sources.remove': async () => {
      const { project, total } = await withTotal()
      expect(total).toMatchObject({ value: 105, text: '105人' })
      const { sources } = await client.call('sources.list', { project: project.id })
      await client.call('sources.remove', { project: project.id, source: sources[0]?.id ?? '' })
      const { figures } = await client.call('figures.list', { project: project.id })
      expect(figures).toMatchObject([{ id: total.id, value: null, missing: 'no-column' }])
      await client.call('sources.import', { project: project.id, file: await given('日报.csv', march) })
      expect((await client.call('figures.list', { project: project.id })).figures).toMatchObject([
        { value: 105 },
      ])
      expect(await refusal('sources.remove', { ...unknownProject, source: 's' })).toBe('project-missing')
    },

    'tables.rows': async () => {
      const { project, table, column } = await withData()
      const page = await client.call('tables.rows', {
        project: project.id,
        table: table.id,
        from: 1,
        limit: 2,
      })
      expect(page).toMatchObject({
        total: 4,
        rows: [
          { row: 3, values: ['2026-03-02', '小红书', 20] },
          { row: 4, values: ['2026-03-03', '抖音', 30] },
        ],
      })
      const sorted = await client.call('tables.rows', {
        project: project.id,
        table: table.id,
        limit: 2,
        order: [{ column: column('注册').id, descending: true }],
        filters: [{ kind: 'is', column: column('渠道').id, values: ['小红书'] }],
      })
      expect(sorted).toMatchObject({ total: 2, rows: [{ row: 5 }, { row: 3 }] })
      expect(await refusal('tables.rows', { project: project.id, table: 'none', limit: 5 })).toBe(
        'table-unknown',
      )
      expect(await refusal('tables.rows', { project: project.id, table: table.id, limit: 5000 })).toBe(
        'input-invalid',
      )
    },
    'tables.place': async () => {
      const { project, table } = await withData()
      const placeOf = async (row: number): Promise<number> =>
        (await client.call('tables.place', { project: project.id, table: table.id, row })).index
      expect(await Promise.all([placeOf(1), placeOf(2), placeOf(4)])).toEqual([0, 0, 2])
      expect(await refusal('tables.place', { project: project.id, table: table.id, row: 0 })).toBe(
        'input-invalid',
      )
    },
    'tables.profile': async () => {
      const { project, table, column } = await withData()
      const profileOf = (name: string) =>
        client.call('tables.profile', { project: project.id, table: table.id, column: column(name).id })
      expect(await profileOf('注册')).toMatchObject({ rows: 4, missing: 0, min: 10, max: 45, mean: 26.25 })
      expect((await profileOf('渠道')).values).toEqual([
        { value: '抖音', count: 2 },
        { value: '小红书', count: 2 },
      ])
      expect(await refusal('tables.profile', { project: project.id, table: table.id, column: 'none' })).toBe(
        'column-unknown',
      )
    },
    'tables.query': async () => {
      const { project, table, column } = await withData()
      const found = await client.call('tables.query', {
        project: project.id,
        table: table.id,
        by: [{ column: column('日期').id, step: 'month' }, { column: column('渠道').id }],
        aggregates: [{ fn: 'sum', column: column('注册').id }],
      })
      expect(found).toEqual({
        columns: ['日期:month', '渠道', 'sum:注册'],
        rows: [
          ['2026-03', '抖音', 40],
          ['2026-03', '小红书', 65],
        ],
      })
      const wrong = { project: project.id, table: table.id, by: [{ column: 'none' }], aggregates: [] }
      expect(await refusal('tables.query', wrong)).toBe('column-unknown')
    },

    'figures.list': async () => {
      const { project, total } = await withTotal()
      expect((await client.call('figures.list', { project: project.id })).figures).toEqual([total])
      expect(await refusal('figures.list', unknownProject)).toBe('project-missing')
    },
    'figures.save': async () => {
      const { project } = await withTotal()
      const { figure } = await client.call('figures.save', { project: project.id, figure: typed })
      expect(figure).toMatchObject({ ...typed, value: 4.6, text: '4.6分' })
      const renamed = { ...typed, name: '用户满意度' }
      expect((await client.call('figures.save', { project: project.id, figure: renamed })).figure.name).toBe(
        '用户满意度',
      )
      expect(
        await refusal('figures.save', { project: project.id, figure: { ...typed, kind: 'colour' } }),
      ).toBe('input-invalid')
    },
    'figures.remove': async () => {
      const { project, total } = await withTotal()
      const paragraph = {
        id: BlockId.parse('p'),
        type: 'paragraph' as const,
        content: [{ type: 'figure' as const, figure: total.id, aspect: 'value' as const }],
      }
      await client.call('report.save', { project: project.id, revision: 0, blocks: [paragraph] })
      expect(await refusal('figures.remove', { project: project.id, figure: total.id })).toBe('figure-in-use')
      await client.call('report.save', { project: project.id, revision: 1, blocks: [] })
      await client.call('figures.remove', { project: project.id, figure: total.id })
      expect((await client.call('figures.list', { project: project.id })).figures).toEqual([])
      expect(await refusal('figures.remove', { project: project.id, figure: total.id })).toBe(
        'figure-unknown',
      )
    },
    'goals.save': async () => {
      const { project, total } = await withTotal()
      const goal = {
        figure: total.id,
        comparator: '≥' as const,
        target: 100,
        polarity: 'higher' as const,
        origin: { kind: 'typed' as const, value: 100, note: '' },
      }
      const { figure } = await client.call('goals.save', { project: project.id, goal })
      expect(figure.goal).toMatchObject({ attainment: 1.05, text: { target: '≥100人' } })
      expect(await refusal('goals.save', { project: project.id, goal: { ...goal, figure: 'none' } })).toBe(
        'figure-unknown',
      )
      expect(
        await refusal('goals.save', { project: project.id, goal: { ...goal, comparator: 'range' } }),
      ).toBe('input-invalid')
    },
    'goals.remove': async () => {
      const { project, total } = await withTotal()
      await client.call('goals.save', {
        project: project.id,
        goal: {
          figure: total.id,
          comparator: '≤',
          target: 100,
          polarity: 'lower',
          origin: { kind: 'typed', value: 100, note: '' },
        },
      })
      await client.call('goals.remove', { project: project.id, figure: total.id })
      const { figures } = await client.call('figures.list', { project: project.id })
      expect(figures[0]).not.toHaveProperty('goal')
      expect(await refusal('goals.remove', { ...unknownProject, figure: 'a' })).toBe('project-missing')
    },

    'figures.try': async () => {
      const { project, total } = await withTotal()
      const formula = (expression: Expression): Figure => ({
        ...typed,
        id: FigureId.parse('half'),
        name: '一半',
        kind: 'count',
        unit: '人',
        origin: { kind: 'formula', expression },
      })
      const half = { operator: '/' as const, left: { figure: total.id }, right: { number: 2 } }
      const { figure } = await client.call('figures.try', { project: project.id, figure: formula(half) })
      expect(figure).toMatchObject({ value: 52.5, text: '52.5人' })
      expect((await client.call('figures.list', { project: project.id })).figures).toEqual([total])
      const circular = { ...formula({ figure: FigureId.parse('half') }), id: FigureId.parse('half') }
      for (const call of ['figures.try', 'figures.save'] as const) {
        expect(await refusal(call, { project: project.id, figure: circular })).toBe('formula-invalid')
      }
      const percent = { number: 0.08, unit: '%' }
      const mixed = formula({ operator: '+', left: { figure: total.id }, right: percent })
      expect(await refusal('figures.try', { project: project.id, figure: mixed })).toBe('formula-invalid')
    },
    'figures.rows': async () => {
      const { project, total, table } = await withTotal()
      const { rows } = await client.call('figures.rows', { project: project.id, figure: total.id })
      expect(rows).toMatchObject({ table: table.id, filters: [] })
      await client.call('figures.save', { project: project.id, figure: typed })
      expect(await client.call('figures.rows', { project: project.id, figure: typed.id })).toEqual({
        rows: null,
      })
      expect(await refusal('figures.rows', { project: project.id, figure: 'none' })).toBe('figure-unknown')
    },
    'comparisons.list': async () => {
      const { project } = await withData()
      expect(await client.call('comparisons.list', { project: project.id })).toEqual({ comparisons: [] })
      expect(await refusal('comparisons.list', unknownProject)).toBe('project-missing')
    },
    'comparisons.save': async () => {
      const { project, total } = await withTotal()
      await client.call('figures.save', {
        project: project.id,
        figure: { ...typed, unit: '人', kind: 'count' },
      })
      const comparison = {
        id: ComparisonId.parse('times'),
        kind: 'ratio' as const,
        name: '注册与满意',
        left: total.id,
        right: typed.id,
      }
      const saved = await client.call('comparisons.save', { project: project.id, comparison })
      expect(saved.comparison.comparison).toEqual(comparison)
      expect(saved.comparison.sentence).toContain('注册')
      expect((await client.call('comparisons.list', { project: project.id })).comparisons).toEqual([
        saved.comparison,
      ])
      expect(await refusal('figures.remove', { project: project.id, figure: typed.id })).toBe('figure-in-use')
      const wrong = { ...comparison, kind: 'weather' }
      expect(await refusal('comparisons.save', { project: project.id, comparison: wrong })).toBe(
        'input-invalid',
      )
    },
    'comparisons.remove': async () => {
      const { project, total } = await withTotal()
      const comparison = {
        id: ComparisonId.parse('one'),
        kind: 'ratio' as const,
        name: '',
        left: total.id,
        right: total.id,
      }
      await client.call('comparisons.save', { project: project.id, comparison })
      await client.call('comparisons.remove', { project: project.id, comparison: comparison.id })
      expect(await client.call('comparisons.list', { project: project.id })).toEqual({ comparisons: [] })
      expect(await refusal('comparisons.remove', { project: project.id, comparison: comparison.id })).toBe(
        'comparison-unknown',
      )
    },
    'suggestions.list': async () => {
      const { project } = await withData()
      const { suggestions } = await client.call('suggestions.list', { project: project.id })
      expect(suggestions.map(({ reason }) => reason)).toContain('totals')
      expect(suggestions.every(({ why }) => why !== '')).toBe(true)
      expect(await refusal('suggestions.list', unknownProject)).toBe('project-missing')
    },
    'suggestions.accept': async () => {
      const { project } = await withData()
      const { suggestions } = await client.call('suggestions.list', { project: project.id })
      const [first, ...others] = suggestions
      if (!first) throw new Error('nothing suggested')
      const kept = await client.call('suggestions.accept', { project: project.id, suggestions: [first.id] })
      expect(kept.figures).toEqual(first.figures.map(({ id }) => id))
      const after = await client.call('suggestions.list', { project: project.id })
      expect(after.suggestions.map(({ id }) => id)).not.toContain(first.id)
      await client.call('suggestions.accept', {
        project: project.id,
        suggestions: others.map(({ id }) => id),
      })
      expect(await client.call('suggestions.list', { project: project.id })).toEqual({ suggestions: [] })
      expect(await refusal('suggestions.accept', { project: project.id, suggestions: 'all' })).toBe(
        'input-invalid',
      )
    },

    'charts.list': async () => {
      const { project } = await withData()
      expect(await client.call('charts.list', { project: project.id })).toEqual({ charts: [] })
      expect(await refusal('charts.list', unknownProject)).toBe('project-missing')
    },
    'charts.save': async () => {
      const { project, total } = await withTotal()
      const chart = {
        id: ChartId.parse('c'),
        kind: 'bar' as const,
        name: '注册',
        categories: ['三月'],
        series: [{ name: '注册', figures: [total.id], aspect: 'value' as const }],
      }
      await client.call('charts.save', { project: project.id, chart })
      expect(await client.call('charts.list', { project: project.id })).toEqual({ charts: [chart] })
      expect(await refusal('charts.save', { project: project.id, chart: { ...chart, kind: 'cake' } })).toBe(
        'input-invalid',
      )
    },

    'charts.remove': async () => {
      const { project, total } = await withTotal()
      const chart = {
        id: ChartId.parse('c'),
        kind: 'bar' as const,
        name: '注册',
        categories: ['三月'],
        series: [{ name: '注册', figures: [total.id], aspect: 'value' as const }],
      }
      await client.call('charts.save', { project: project.id, chart })
      const block = { id: BlockId.parse('b'), type: 'chart' as const, chart: chart.id, caption: [] }
      await client.call('report.save', { project: project.id, revision: 0, blocks: [block] })
      const wanted = { project: project.id, chart: chart.id }
      expect(await refusal('charts.remove', wanted)).toBe('chart-in-use')
      await client.call('report.save', { project: project.id, revision: 1, blocks: [] })
      await client.call('charts.remove', wanted)
      expect(await client.call('charts.list', { project: project.id })).toEqual({ charts: [] })
      expect(await refusal('charts.remove', wanted)).toBe('chart-unknown')
    },
    'charts.query': async () => {
      const { project, table, column } = await withData()
      const query = {
        table: table.id,
        by: { column: column('日期').id, step: 'month' as const },
        split: { column: column('渠道').id },
        measures: [{ fn: 'sum' as const, column: column('注册').id }],
      }
      const data = await client.call('charts.query', { project: project.id, query })
      expect(data.categories).toEqual(['2026-03'])
      expect(data.series.map(({ part, values }) => [part, values])).toEqual([
        ['抖音', [40]],
        ['小红书', [65]],
      ])
      const chart = {
        id: ChartId.parse('q'),
        kind: 'column' as const,
        name: '各渠道注册',
        categories: [],
        series: [],
        query,
      }
      await client.call('charts.save', { project: project.id, chart })
      expect(await client.call('charts.list', { project: project.id })).toEqual({
        charts: [{ ...chart, data }],
      })
      const wrong = { ...query, by: { column: 'none' } }
      expect(await refusal('charts.query', { project: project.id, query: wrong })).toBe('column-unknown')
    },

    'report.read': async () => {
      expect(await client.call('report.read', { project: (await created()).id })).toEqual({
        revision: 0,
        blocks: [],
      })
      expect(await refusal('report.read', unknownProject)).toBe('project-missing')
    },
    'report.save': async () => {
      const { id: project } = await created()
      const blocks = [
        {
          id: BlockId.parse('h'),
          type: 'heading' as const,
          level: 1 as const,
          content: [{ type: 'text' as const, text: '总结' }],
        },
        { id: BlockId.parse('c'), type: 'contents' as const },
      ]
      const saved = await client.call('report.save', { project, revision: 0, blocks })
      expect(saved.revision).toBe(1)
      expect(saved.savedAt).toMatch(/^\d{4}-\d\d-\d\dT/)
      expect(await client.call('report.read', { project })).toEqual({ revision: 1, blocks })
      expect(await refusal('report.save', { project, revision: 0, blocks: [] })).toBe(
        'report-changed-elsewhere',
      )
      expect(
        await refusal('report.save', { project, revision: 1, blocks: [{ id: 'x', type: 'poem' }] }),
      ).toBe('input-invalid')
      expect(await client.call('report.read', { project })).toEqual({ revision: 1, blocks })
    },
    'report.draft': async () => {
      const { project } = await withData()
      await client.call('sources.import', {
        project: project.id,
        file: await started.give(sampleFile('年度目标.xlsx')),
      })
      const { report, figures, charts } = await client.call('report.draft', { project: project.id })
      expect(report).toEqual(await client.call('report.read', { project: project.id }))
      expect(report.blocks.length).toBeGreaterThan(10)
      expect(figures).toEqual((await client.call('figures.list', { project: project.id })).figures)
      expect(charts).toEqual((await client.call('charts.list', { project: project.id })).charts)
      const { facts } = await client.call('projects.read', { project: project.id })
      expect(facts.title).toBe('实习总结')
      expect(facts.period).toContain('2026')
      expect(await refusal('report.draft', unknownProject)).toBe('project-missing')
    },
    'report.export': async () => {
      const { project } = await withData()
      await client.call('report.draft', { project: project.id })
      const done = await client.call('report.export', { project: project.id, format: 'docx' })
      expect(done.name).toMatch(/\.docx$/)
      expect(done.ms).toBeGreaterThan(0)
      expect(Buffer.from(await started.take(done.file)).toString('latin1', 0, 2)).toBe('PK')
      expect(await refusal('report.export', { project: project.id, format: 'doc' })).toBe('input-invalid')
      expect(await refusal('report.export', { ...unknownProject, format: 'docx' })).toBe('project-missing')
    },

    'jobs.cancel': async () => {
      const rows = Array.from({ length: 60_000 }, (_, index) => `2026-03-02,渠道${index % 7},${index}`)
      const { project } = await withData()
      const file = await given('大.csv', csv(rows))
      const job = JobId.parse('job-2')
      const stop = started.transport.on((event) => {
        if (event === 'job.progress') void client.call('jobs.cancel', { job })
      })
      expect(await refusal('sources.import', { project: project.id, file, job })).toBe('job-cancelled')
      stop()
      expect((await client.call('sources.list', { project: project.id })).sources).toHaveLength(1)
      expect(await client.call('jobs.cancel', { job })).toEqual({})
    },
  }

  test.each(Object.entries(cases))('%s', async (_, run) => run())

  test('a call that is not in the contract is refused', async () => {
    for (const name of ['projects.destroy', '__proto__', 'constructor', 'toString']) {
      expect(await refusal(name, {})).toBe('call-unknown')
    }
  })

  test('an input of another shape is refused by every call that takes one', async () => {
    for (const [name, { input }] of Object.entries(calls)) {
      if (input.safeParse({}).success) continue
      for (const wrong of [{}, null, 'text', [], { project: 7 }]) {
        expect([name, await refusal(name, wrong)]).toEqual([name, 'input-invalid'])
      }
    }
  })
})
