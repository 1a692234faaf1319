// The chart as it will be in the report, with what is doubtful about it and how to set that right.

import { type ReactElement, useEffect, useRef, useState } from 'react'
import { chartHeight } from '../../../shared/charts/index.ts'
import type { ChartSpec, ChartWarning, Plot } from '../../../shared/model/chart.ts'
import type { Language } from '../../../shared/model/language.ts'
import { chartBuilderWords, type DataWay } from '../../../shared/text/chart-builder.ts'
import { chartKindNames, warningText } from '../../../shared/text/charts.ts'
import { Button } from '../../components/button.tsx'
import { Chart } from '../../components/chart/chart.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Note } from '../../components/note.tsx'
import { useLanguage, useWords } from '../../words.ts'
import type { Editing } from './editing.ts'
import './preview.css'
import { plotTable } from './plot-table.ts'

interface Fix {
  label: string
  edit: (chart: ChartSpec) => ChartSpec
}

export function Preview(editing: Editing & { way: DataWay; isDraft: boolean }): ReactElement {
  const words = useWords(chartBuilderWords)
  const language = useLanguage()
  const fixesFor = useFixes(editing)
  const { plot, way, isDraft, disabled, change } = editing
  const isEmpty = plot.warnings.includes('no-data')
  const warnings = plot.warnings.filter((warning) => warning !== 'no-data')
  return (
    <section className="preview" aria-label={words.preview}>
      <div className="preview-sheet">
        {isEmpty ? (
          <EmptyState icon="chart" title={words.previewEmpty}>
            <p>{words.previewHint[way]}</p>
            {isDraft && <p>{words.draftNote}</p>}
          </EmptyState>
        ) : (
          <Sheet plot={plot} />
        )}
      </div>
      <div className="preview-notes" aria-live="polite">
        <Unsuited {...editing} />
        {warnings.map((warning) => (
          <Note key={warning} tone="warn" icon="alert">
            <p>{warningText(warning, plot, language)}</p>
            {!disabled && fixesFor(warning).length > 0 && (
              <div className="note-actions">
                {fixesFor(warning).map(({ label, edit }) => (
                  <Button key={label} size="small" onClick={() => change(edit)}>
                    {label}
                  </Button>
                ))}
              </div>
            )}
          </Note>
        ))}
      </div>
      {!isEmpty && <Numbers plot={plot} />}
    </section>
  )
}

/** The same as a table, to check a value or to read it without seeing the chart. */
function Numbers({ plot }: { plot: Plot }): ReactElement {
  const words = useWords(chartBuilderWords)
  const language = useLanguage()
  const [head = [], ...rows] = plotTable(plot, words)
  return (
    <details className="plot-table">
      <summary>{words.numbersShown}</summary>
      <div>
        <table>
          <thead>
            <tr>
              {head.map((cell, index) => (
                <th key={index} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells], index) => (
              <tr key={index}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td key={at}>{told(cell, language)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

const told = (cell: string, language: Language): string =>
  cell === '' || Number.isNaN(Number(cell))
    ? cell
    : Number(cell).toLocaleString(language, { maximumFractionDigits: 6 })

const fontSize = 12

/** As wide as the text of a page: what is narrower would crowd what the report does not. */
const reportWidth = 640

/** As the report shows it; where there is less room, as a whole smaller. */
function Sheet({ plot }: { plot: Plot }): ReactElement {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(reportWidth)
  useEffect(() => {
    if (!place.current) return
    const size = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)))
    size.observe(place.current)
    return () => size.disconnect()
  }, [])
  const drawn = Math.max(reportWidth, width)
  const scale = width / drawn
  const height = Math.ceil(chartHeight(plot, drawn, fontSize))
  return (
    <div className="preview-chart" ref={place} style={{ height: height * scale }}>
      <div style={{ width: drawn, scale }}>
        <Chart plot={plot} height={height} />
      </div>
    </div>
  )
}

/** The kind that was chosen when the data were others. */
function Unsuited({ chart, plot, kinds, disabled, change }: Editing): ReactElement | null {
  const words = useWords(chartBuilderWords)
  const names = useWords(chartKindNames)
  const own = kinds.find(({ kind }) => kind === chart.kind)
  const [best] = kinds
  if (!own?.problem || own.problem === 'no-numbers' || own.problem === 'needs-spans') return null
  // What the drawing itself doubts is said with it.
  if (plot.warnings.length > 0 && !plot.warnings.includes('no-data')) return null
  return (
    <Note tone="warn" icon="alert">
      <p>{words.unsuited(names[chart.kind], words.problems[own.problem])}</p>
      {!disabled && best && best.problem === undefined && (
        <div className="note-actions">
          <Button size="small" onClick={() => change((now) => ({ ...now, ...best.chart }))}>
            {words.drawAs(names[best.kind])}
          </Button>
        </div>
      )}
    </Note>
  )
}

const fewSlices = 6

function useFixes({ kinds }: Editing): (warning: ChartWarning) => Fix[] {
  const words = useWords(chartBuilderWords)
  const names = useWords(chartKindNames)
  const as = (kind: ChartSpec['kind'], label: string): Fix[] => {
    const choice = kinds.find((one) => one.kind === kind)
    if (!choice || choice.problem !== undefined) return []
    const { data: _data, ...chart } = choice.chart
    return [{ label, edit: () => chart }]
  }
  return (warning) => {
    switch (warning) {
      case 'slices-exceed-whole':
      case 'slices-do-not-sum':
      case 'slices-negative':
        return as('bar', words.fixBars)
      case 'too-many-slices':
        return [
          { label: words.fixTop(fewSlices), edit: (now) => ({ ...now, top: fewSlices, sort: 'descending' }) },
          ...as('bar', words.fixBars),
        ]
      case 'axis-cut':
        return [{ label: words.fixZero, edit: (now) => ({ ...now, axisFrom: 0 }) }]
      case 'units-differ':
        return as('combo', words.fixCombo)
      case 'second-axis-misleads':
        return [
          {
            label: words.fixFirstAxis,
            edit: (now) => ({ ...now, series: now.series.map((series) => ({ ...series, axis: 'first' })) }),
          },
        ]
      case 'too-many-series':
        return as('heat', words.drawAs(names.heat))
      case 'shortened':
      case 'no-data':
        return []
    }
  }
}
