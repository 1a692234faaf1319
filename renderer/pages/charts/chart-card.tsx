// A chart of the project in small: what it looks like, what it is called, where it is used, what is doubtful about it.

import {
  type FormEvent,
  type KeyboardEvent,
  type ReactElement,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { chartHeight, plotChart } from '../../../shared/charts/index.ts'
import type { ChartState, Plot } from '../../../shared/model/chart.ts'
import type { Project } from '../../../shared/model/project.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { chartKindNames, warningText } from '../../../shared/text/charts.ts'
import { Chart } from '../../components/chart/chart.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Icon } from '../../components/icon.tsx'
import { Menu } from '../../components/menu.tsx'
import { useLanguage, useWords } from '../../words.ts'
import { openChart } from './chart-actions.ts'
import type { Place } from './chart-uses.ts'
import type { Figures } from './figure-layout.ts'

export interface ChartCardProps {
  project: Project
  chart: ChartState
  figures: Figures
  uses: readonly Place[]
  /** Whether its name is being changed. */
  renaming: boolean
  /** Why it could not be removed or renamed. */
  failure: unknown
  /** Keys pressed on its name. */
  onKeyDown: (event: KeyboardEvent) => void
  onRename: (name: string | null) => void
  onStartRename: () => void
  onDuplicate: () => void
  onRemove: () => void
}

export function ChartCard(props: ChartCardProps): ReactElement {
  const { project, chart, figures, uses, renaming, failure } = props
  const words = useWords(chartBuilderWords)
  const kinds = useWords(chartKindNames)
  const language = useLanguage()
  const plot = useMemo(() => plotChart(chart, figures, project.language), [chart, figures, project.language])
  const name = chart.name || words.untitled
  return (
    <li className="chart-card">
      <Small plot={plot} />
      <div className="chart-card-foot">
        {renaming ? (
          <RenameForm name={chart.name} onDone={props.onRename} />
        ) : (
          <h2>
            <button
              type="button"
              className="chart-card-open"
              data-chart={chart.id}
              onKeyDown={props.onKeyDown}
              onClick={() => openChart(project.id, chart.id)}
            >
              {name}
            </button>
          </h2>
        )}
        {!project.readOnly && !renaming && (
          <Menu
            label={words.more(name)}
            icon="more"
            items={[
              { id: 'rename', label: words.rename, icon: 'pen', onChoose: props.onStartRename },
              { id: 'duplicate', label: words.duplicate, icon: 'copy', onChoose: props.onDuplicate },
              { id: 'remove', label: words.remove, icon: 'bin', tone: 'bad', onChoose: props.onRemove },
            ]}
          />
        )}
        <p className="chart-card-facts">
          <span>{kinds[chart.kind]}</span>
          <span title={uses.map(({ text }) => text).join('\n')}>
            {uses.length === 0 ? words.notUsed : words.usedBy(uses[0]?.text ?? '', uses.length)}
          </span>
          {plot.warnings.length > 0 && (
            <span
              className="chart-card-warnings"
              title={plot.warnings.map((one) => warningText(one, plot, language)).join('\n')}
            >
              <Icon name="alert" size={12} />
              {words.warnings(plot.warnings.length)}
            </span>
          )}
        </p>
        {failure !== undefined && <ErrorNote error={failure} />}
      </div>
    </li>
  )
}

/** Drawn at a size at which everything in it can be read, and shown as small as the card is. */
const drawnWidth = 480
const fontSize = 12
const smallHeight = 200

/** Drawn when it comes near the screen. */
function Small({ plot }: { plot: Plot }): ReactElement {
  const place = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  const [width, setWidth] = useState(drawnWidth)
  useEffect(() => {
    if (!place.current) return
    const seen = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return
        setNear(true)
        seen.disconnect()
      },
      { rootMargin: '300px' },
    )
    const size = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width))
    seen.observe(place.current)
    size.observe(place.current)
    return () => {
      seen.disconnect()
      size.disconnect()
    }
  }, [])
  const wanted = Math.ceil(chartHeight(plot, drawnWidth, fontSize))
  const isUsual = chartHeight({ ...plot, title: '' }, drawnWidth, fontSize) === drawnWidth / 2
  // What stands on two axes fills the place; what has a row for each name is as high as it is.
  const height = isUsual ? Math.max(wanted, Math.round((smallHeight * drawnWidth) / width)) : wanted
  const scale = Math.min(1, width / drawnWidth, smallHeight / height)
  return (
    <div className="chart-card-picture" ref={place}>
      {near && (
        <div
          style={{
            width: drawnWidth,
            scale,
            marginLeft: (width - drawnWidth * scale) / 2,
            marginTop: (smallHeight - height * scale) / 2,
          }}
        >
          <Chart plot={plot} height={height} />
        </div>
      )}
    </div>
  )
}

function RenameForm({ name, onDone }: { name: string; onDone: (name: string | null) => void }): ReactElement {
  const words = useWords(chartBuilderWords)
  const [text, setText] = useState(name)
  const field = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  useEffect(() => field.current?.select(), [])
  const finish = (written: string | null): void => {
    if (isDone.current) return
    isDone.current = true
    onDone(written === null || written.trim() === '' || written === name ? null : written.trim())
  }
  return (
    <form
      className="chart-card-rename"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        finish(text)
      }}
    >
      <input
        className="input"
        aria-label={words.name}
        value={text}
        maxLength={200}
        ref={field}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => finish(text)}
        onKeyDown={(event) => event.key === 'Escape' && finish(null)}
      />
    </form>
  )
}
