// The samples, all the way from the files to the words of the report: figures, charts, drawings and text as they are.
// The goldens are meant to be read: a change of words or of numbers shows as a change of lines.

import { join } from 'node:path'
import { describe, test } from 'vitest'
import { inspectFile } from '../../../electron/import/index.ts'
import type { Store } from '../../../electron/store/index.ts'
import { chartOption, type ChartLook, plotChart, proposeCharts } from '../../../shared/charts/index.ts'
import { measureFigures } from '../../../shared/metrics/index.ts'
import type { Plot } from '../../../shared/model/chart.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import { houseStyles, styleFor } from '../../../shared/model/house-style.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { Facts } from '../../../shared/model/project.ts'
import type { Block, Inline } from '../../../shared/model/report.ts'
import { formatPeriod } from '../../../shared/numbers/format.ts'
import { composeReport, inlineText, numberReport } from '../../../shared/report/index.ts'
import { projectWords } from '../../../shared/text/projects.ts'
import { matchGolden } from '../../support/golden.ts'
import { temporaryStore } from '../../support/project.ts'
import { measuringIn, proposed } from '../../support/sample-sheets.ts'

const samples = join(import.meta.dirname, '../../../resources/samples')

const look: ChartLook = {
  theme: 'light',
  text: '#1f2430',
  muted: '#6b7483',
  rule: '#dfe3ea',
  surface: '#ffffff',
  font: 'sans-serif',
  fontSize: 12,
  width: 640,
  height: 320,
  animation: false,
}

async function importFiles(store: Store, files: readonly string[]): Promise<void> {
  for (const name of files) {
    const file = { path: join(samples, name), name }
    await store.sources.import((sink) => inspectFile(file, { sink }), {
      importedAt: new Date('2026-08-31T09:00:00Z'),
    })
  }
}

async function measure(store: Store, language: Language): Promise<FigureState[]> {
  const tables = store.tables.list()
  const { figures, goals } = proposed(
    tables.map(({ id }) => store.tables.profile(id)),
    language,
  )
  store.figures.save(figures, goals, { keep: false })
  const names = new Map(store.sources.list().map(({ id, name }) => [id, name]))
  const places = new Map(tables.map((table) => [table.id, { file: names.get(table.source) ?? '', table }]))
  return measureFigures(figures, goals, await store.readings(figures), places, measuringIn(language))
}

const lines = (parts: readonly string[]): string => `${parts.join('\n')}\n`

function writtenFigures(states: readonly FigureState[]): string {
  return lines(
    states.map(({ role, name, text, value, at, period, goal, trace }) =>
      [
        `${role ?? ''} · ${name} · ${text} · ${value}`,
        ...(at === undefined ? [] : [`at ${at}`]),
        ...(period ? [`${period.from}/${period.to}`] : []),
        ...(goal
          ? [`${goal.text.target} · ${goal.text.attainment} · ${goal.text.verdict} · ${goal.text.outcome}`]
          : []),
        trace.text,
      ].join(' | '),
    ),
  )
}

const writtenPlot = (plot: Plot): string =>
  lines([
    `${plot.kind} · ${plot.name} · ${plot.axis.unit} × ${plot.axis.scale}`,
    ...plot.series.flatMap(({ name, points }) => [
      name,
      ...points.map(
        ({ value, label, verdict }, index) =>
          `  ${plot.categories[index]} · ${value} · ${label}${verdict ? ` · ${verdict}` : ''}`,
      ),
    ]),
    plot.alt,
  ])

function writtenReport(
  blocks: readonly Block[],
  textOf: (content: readonly Inline[]) => string,
  numbers: ReadonlyMap<string, string>,
): string {
  return lines(
    blocks.flatMap((block) => {
      const number = numbers.get(block.id) ?? ''
      switch (block.type) {
        case 'heading':
          return [
            '',
            `${'#'.repeat(block.level)} ${number}${number.endsWith('、') || number.endsWith('）') ? '' : ' '}${textOf(block.content)}`,
            '',
          ]
        case 'paragraph':
          return [block.prompt === undefined ? textOf(block.content) : `[${block.prompt}]`]
        case 'list':
          return block.items.map(
            ({ content }, index) => `${block.ordered ? `${index + 1}.` : '-'} ${textOf(content)}`,
          )
        case 'table':
          return [
            `${number} ${textOf(block.caption)}`.trim(),
            ...block.rows.map((row) => `| ${row.map(textOf).join(' | ')} |`),
          ].filter((line) => line !== '')
        case 'chart':
          return [`(${number} ${textOf(block.caption)})`]
        case 'cover':
        case 'contents':
        case 'page-break':
          return [`(${block.type})`]
      }
    }),
  )
}

describe.each(['zh-CN', 'en'] as const)('the samples in %s', (language) => {
  test('give these figures, charts and words', async () => {
    const { store } = temporaryStore()
    const { files, facts: sampleFacts } = projectWords[language].sample
    await importFiles(store, files)
    const states = await measure(store, language)
    const [span] = states.flatMap(({ period }) => period ?? [])
    // The engine fills in the time of the data where the author named none.
    const facts: Facts = {
      ...sampleFacts,
      period: sampleFacts.period || (span ? formatPeriod(span, language) : ''),
    }
    const golden = (name: string, text: string): void =>
      matchGolden(join(import.meta.dirname, 'expected', language, name), text)
    golden('figures.txt', writtenFigures(states))

    const figures = new Map(states.map((state) => [state.id, state]))
    const charts = proposeCharts(states, [], language)
    const plots = charts.map((chart) => plotChart(chart, figures, language))
    golden('plots.txt', plots.map(writtenPlot).join('\n'))
    golden(
      'options.json',
      `${JSON.stringify(
        plots.map((plot) => chartOption(plot, look)),
        null,
        1,
      )}\n`,
    )

    const blocks = composeReport({ template: 'internship', language, facts, figures: states, charts })
    const numbers = numberReport(blocks, houseStyles[styleFor(language)])
    const textOf = (content: readonly Inline[]): string =>
      content.map((inline) => inlineText(inline, { figures, numbers, facts, language })).join('')
    golden('report.txt', writtenReport(blocks, textOf, numbers))
  })
})
