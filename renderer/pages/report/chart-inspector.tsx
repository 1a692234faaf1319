// The selected chart: its name, how it is drawn, and the figures in it. A chart belongs to the project, so that a change
// shows wherever it stands.

import { type ReactElement, useState } from 'react'
import { useStore } from 'zustand'
import { suitableKinds } from '../../../shared/charts/index.ts'
import type { ChartSpec } from '../../../shared/model/chart.ts'
import type { ChartId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { chartKindNames } from '../../../shared/text/charts.ts'
import { editorWords } from '../../../shared/text/editor.ts'
import { client } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { show } from '../../view.ts'
import { useWords } from '../../words.ts'
import type { Live } from './live.ts'

export interface ChartInspectorProps {
  chart: ChartId
  live: Live
  project: Project
}

export function ChartInspector({ chart, live, project }: ChartInspectorProps): ReactElement {
  const words = useWords(editorWords)
  const builder = useWords(chartBuilderWords)
  const names = useWords(chartKindNames)
  const spec = useStore(live, (shown) => shown.charts.get(chart))
  const figures = useStore(live, (shown) => shown.figures)
  const [failure, setFailure] = useState<unknown>(null)
  if (!spec) return <p className="inspector-hint">{words.chartMissing}</p>

  const choices = suitableKinds(spec, figures, project.language).filter(
    ({ kind, problem }) => problem === undefined || kind === spec.kind,
  )
  const save = async (change: Partial<ChartSpec>): Promise<void> => {
    try {
      const { data: _data, ...kept } = spec
      await client.call('charts.save', { project: project.id, chart: { ...kept, ...change } })
      setFailure(null)
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <section className="inspector-part" aria-labelledby="chart-inspector">
      <h2 id="chart-inspector">{words.chart}</h2>
      {failure !== null && <ErrorNote error={failure} />}
      <label className="field">
        <span className="field-label">{words.chartName}</span>
        <input
          key={spec.name}
          className="input"
          defaultValue={spec.name}
          maxLength={200}
          disabled={project.readOnly}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          onBlur={(event) => event.target.value !== spec.name && void save({ name: event.target.value })}
        />
      </label>
      <label className="field">
        <span className="field-label">{words.chartKind}</span>
        <select
          className="input"
          value={spec.kind}
          disabled={project.readOnly}
          onChange={({ target }) => {
            const { data: _data, ...chosen } =
              choices.find(({ kind }) => kind === target.value)?.chart ?? spec
            void save(chosen)
          }}
        >
          {choices.map(({ kind }) => (
            <option key={kind} value={kind}>
              {names[kind]}
            </option>
          ))}
        </select>
      </label>
      <div className="inspector-actions">
        <Button
          size="small"
          icon="chart"
          onClick={() => show({ screen: 'project', project: project.id, page: 'charts', place: spec.id })}
        >
          {builder.editHere}
        </Button>
      </div>
      <ChartFigures spec={spec} live={live} project={project} />
    </section>
  )
}

function ChartFigures({
  spec,
  live,
  project,
}: {
  spec: ChartSpec
  live: Live
  project: Project
}): ReactElement | null {
  const words = useWords(editorWords)
  const figures = useStore(live, (shown) => shown.figures)
  const drawn = [...new Set(spec.series.flatMap((series) => series.figures))].flatMap((id) => {
    const figure = id === null ? undefined : figures.get(id)
    return figure ? [figure] : []
  })
  if (drawn.length === 0) return null
  return (
    <>
      <h3 className="field-label">{words.chartFigures}</h3>
      <ul className="figure-list">
        {drawn.map((figure) => (
          <li key={figure.id}>
            <button
              type="button"
              className="figure-row"
              title={words.openFigure}
              onClick={() =>
                show({ screen: 'project', project: project.id, page: 'figures', place: figure.id })
              }
            >
              <span>{figure.name}</span>
              <span>{figure.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
