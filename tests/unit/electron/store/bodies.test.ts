import { expect, test } from 'vitest'
import { connect } from '../../../../electron/store/database.ts'
import { openStore } from '../../../../electron/store/index.ts'
import type { ChartSpec } from '../../../../shared/model/chart.ts'
import type { Comparison } from '../../../../shared/model/comparison.ts'
import { ChartId, ComparisonId, FigureId } from '../../../../shared/model/ids.ts'
import { someProject, temporaryStore } from '../../../support/project.ts'

const change = (id: string, name = id): Comparison => ({
  id: ComparisonId.parse(id),
  name,
  kind: 'change',
  before: FigureId.parse('before'),
  after: null,
  delta: null,
  relative: null,
})

test('comparisons keep their order, their place and their body', () => {
  const { store, path, folder } = temporaryStore()
  const survey: Comparison = {
    id: ComparisonId.parse('survey'),
    name: '满意度',
    kind: 'survey',
    sent: FigureId.parse('sent'),
    valid: null,
    answers: [{ name: '满意', figure: FigureId.parse('yes') }],
    multiple: true,
  }
  store.comparisons.save([change('b'), survey])
  store.comparisons.save([change('a'), change('b', '新名')])
  store.comparisons.save([change('b', '不要'), change('c')], { keep: true })
  const kept = [change('b', '新名'), survey, change('a'), change('c')]
  expect(store.comparisons.list()).toEqual(kept)
  store.comparisons.remove(ComparisonId.parse('a'))
  store.comparisons.remove(ComparisonId.parse('nobody'))
  store.close()
  const opened = openStore(path, { asideFolder: folder })
  expect(opened.comparisons.list()).toEqual(kept.filter(({ id }) => id !== 'a'))
  opened.close()
})

test('a comparison that does not fit its shape is a damaged project', () => {
  const { store, path } = temporaryStore()
  store.comparisons.save([change('a')])
  const database = connect(path, { readOnly: false })
  database.run("UPDATE comparison SET body = json_set(body, '$.kind', 'guess')")
  database.close()
  expect(() => store.comparisons.list()).toThrow(expect.objectContaining({ code: 'project-damaged' }))
})

test('a chart is removed, and only that', () => {
  const { store } = temporaryStore()
  const chart = (id: string): ChartSpec => ({
    id: ChartId.parse(id),
    kind: 'column',
    name: id,
    categories: [],
    series: [],
  })
  store.charts.save([chart('a'), chart('b')])
  store.charts.remove(ChartId.parse('a'))
  store.charts.remove(ChartId.parse('a'))
  expect(store.charts.list()).toEqual([chart('b')])
})

test('grades and the fiscal year are kept with the project', () => {
  const { store, path, folder } = temporaryStore()
  expect(store.project.read()).toEqual(someProject)
  const tiers = [
    { from: 1.2, name: '卓越' },
    { from: 1, name: '完成' },
    { from: null, name: '未完成' },
  ]
  store.project.write({ ...someProject, tiers, yearStart: 4 })
  store.close()
  const opened = openStore(path, { asideFolder: folder })
  expect(opened.project.read()).toEqual({ ...someProject, tiers, yearStart: 4 })
  opened.project.write({ ...opened.project.read(), tiers: null })
  expect(opened.project.read().tiers).toBeNull()
  opened.close()
})
