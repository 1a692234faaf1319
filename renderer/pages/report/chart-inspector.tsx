// The selected chart: its name, how it is drawn, and the figures in it. A chart belongs to the project, so that a change
// shows wherever it stands.

import { type ReactElement, useState } from 'react'
import { useStore } from 'zustand'
import type { ChartKind, ChartSpec } from '../../../shared/model/chart.ts'
import type { ChartId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { editorWords } from '../../../shared/text/editor.ts'
import { client } from '../../api.ts'
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
  const spec = useStore(live, (shown) => shown.charts.get(chart))
  const [failure, setFailure] = useState<unknown>(null)
  if (!spec) return <p className="inspector-hint">{words.chartMissing}</p>

  const save = async (change: Partial<ChartSpec>): Promise<void> => {
    try {
      await client.call('charts.save', { project: project.id, chart: { ...spec, ...change } })
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
          onChange={(event) => void save({ kind: event.target.value as ChartKind })}
        >
          {kindsFor(spec).map((kind) => (
            <option key={kind} value={kind}>
              {words.chartKinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <ChartFigures spec={spec} live={live} project={project} />
    </section>
  )
}

/** Kinds that can show the same numbers: parts of a pie are one series, and attainment is judged by nothing else. */
function kindsFor({ kind, series }: ChartSpec): readonly ChartKind[] {
  if (series.some(({ aspect }) => aspect === 'attainment')) return [kind]
  const kinds: readonly ChartKind[] = ['column', 'bar', 'line', 'pie']
  return kinds.filter((one) => one === kind || one !== 'pie' || series.length === 1)
}

function ChartFigures({
  spec,
  live,
  project,
}: {
  spec: ChartSpec
  live: Live
  project: Project
}): ReactElement {
  const words = useWords(editorWords)
  const figures = useStore(live, (shown) => shown.figures)
  const drawn = [...new Set(spec.series.flatMap((series) => series.figures))].flatMap((id) => {
    const figure = id === null ? undefined : figures.get(id)
    return figure ? [figure] : []
  })
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
