import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dailyReportXlsx, dailyRows } from '../../../scripts/samples.ts'
import { formulaNames, readFormula, writeFormula } from '../../../shared/formula/index.ts'
import type { Figure } from '../../../shared/model/figure.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import { FigureId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { type TestEngine, startEngine } from '../../support/platform.ts'
import { temporaryFolder } from '../../support/project.ts'

const listed = async (engine: TestEngine, project: Project): Promise<FigureState[]> =>
  (await engine.client.call('figures.list', { project: project.id })).figures

/** Keeps a figure with a formula as a person writes it. */
async function written(
  engine: TestEngine,
  project: Project,
  name: string,
  formula: string,
  more: Partial<Figure> = {},
): Promise<FigureState> {
  const read = readFormula(formula, await listed(engine, project), 'zh-CN')
  if ('problem' in read) throw new Error(`${formula}: ${read.problem.code}`)
  const figure: Figure = {
    id: FigureId.parse(`f-${[...name].map((letter) => letter.codePointAt(0)?.toString(36)).join('')}`),
    name,
    kind: 'rate',
    unit: '%',
    rounding: { scale: 1, decimals: 1 },
    additive: false,
    ...more,
    origin: { kind: 'formula', expression: read.expression },
  }
  return (await engine.client.call('figures.save', { project: project.id, figure })).figure
}

/** 2026-08 of the days after 2 March 2026. */
const monthOf = (day: number): string => new Date(Date.UTC(2026, 2, 2 + day)).toISOString().slice(0, 7)

test('growth against the month before is read from the rows of that month, and follows new data', async () => {
  const engine = startEngine()
  const project = await engine.client.call('projects.sample', { language: 'zh-CN' })
  const months = (await listed(engine, project)).filter(({ part }) => part?.step === 'month')
  const july = months.find(({ part, name }) => part?.key === '2026-07' && name.includes('注册'))
  const sumIn = (month: string, seed?: number): number =>
    dailyRows(seed === undefined ? {} : { seed })
      .filter(({ day }) => monthOf(day) === month)
      .reduce((total, { signUps }) => total + signUps, 0)
  expect(july?.value).toBe(sumIn('2026-07'))
  const growth = await written(engine, project, '七月环比', `环比([${july?.name}])`)
  expect(growth.value).toBeCloseTo(sumIn('2026-07') / sumIn('2026-06') - 1, 12)
  expect(growth.period).toEqual({ from: '2026-07-01', to: '2026-07-31' })
  expect(growth.trace.text).toBe(`环比([${july?.name}])，上期为2026年6月1日至30日（渠道投放日报.xlsx）`)

  const yearly = await written(engine, project, '七月同比', `同比([${july?.name}])`)
  expect([yearly.value, yearly.missing]).toEqual([null, 'depends-on-missing'])

  // A formula on a formula, written back as it was.
  const faster = await written(engine, project, '加速', '[七月环比] − 5%', { kind: 'points' })
  expect(faster.value).toBeCloseTo((growth.value ?? 0) - 0.05, 12)
  const names = formulaNames(await listed(engine, project))
  const { origin } = faster
  expect(
    origin.kind === 'formula' && writeFormula(origin.expression, (id) => names.get(id) ?? '', 'zh-CN'),
  ).toBe('[七月环比] − 5%')

  // Another half-year under the same name.
  const path = join(temporaryFolder(), '渠道投放日报.xlsx')
  writeFileSync(path, await dailyReportXlsx('zh-CN', { seed: 7 }))
  await engine.client.call('sources.import', { project: project.id, file: engine.file(path) })
  const later = new Map((await listed(engine, project)).map(({ id, value }) => [id, value]))
  const expected = sumIn('2026-07', 7) / sumIn('2026-06', 7) - 1
  expect(expected).not.toBeCloseTo(growth.value ?? 0, 6)
  expect(later.get(growth.id)).toBeCloseTo(expected, 12)
  expect(later.get(faster.id)).toBeCloseTo(expected - 0.05, 12)
})

test('a formula whose units do not go together, or that leads back to itself, is refused in words', async () => {
  const engine = startEngine()
  const project = await engine.client.call('projects.create', { template: 'internship', language: 'zh-CN' })
  const typed = (id: string, name: string, kind: Figure['kind'], unit: string): Figure => ({
    id: FigureId.parse(id),
    name,
    kind,
    unit,
    rounding: { scale: 1, decimals: 0 },
    additive: true,
    origin: { kind: 'typed', value: 1, note: '' },
  })
  const save = (figure: Figure) => engine.client.call('figures.save', { project: project.id, figure })
  await save(typed('a', '注册', 'count', '人'))
  await save(typed('b', '转化率', 'rate', '%'))
  const people = { figure: FigureId.parse('a') }
  const sum = { operator: '+', left: people, right: { figure: FigureId.parse('b') } } as const
  const wrong = {
    ...typed('c', '相加', 'count', '人'),
    origin: { kind: 'formula', expression: sum },
  } as const
  await expect(save(wrong)).rejects.toMatchObject({
    code: 'formula-invalid',
    detail: { message: '单位不同：“人”不能和百分比相加。' },
  })
  const self = {
    ...typed('a', '注册', 'count', '人'),
    origin: { kind: 'formula', expression: people },
  } as const
  await expect(save(self)).rejects.toMatchObject({ code: 'formula-invalid' })
  expect((await listed(engine, project)).map(({ name }) => name)).toEqual(['注册', '转化率'])
})
