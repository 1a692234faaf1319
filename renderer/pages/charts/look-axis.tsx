// The value axis of a chart: where it begins, what line lies across it, which series is counted on which side.

import type { ReactElement } from 'react'
import type { ChartSeries } from '../../../shared/model/chart.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { SettledField } from '../../components/settled-field.tsx'
import { useWords } from '../../words.ts'
import { type Editing, without } from './editing.ts'
import { Choices, Field } from './look-fields.tsx'

export function AxisStart({ chart, plot, disabled, change }: Editing): ReactElement {
  const words = useWords(chartBuilderWords)
  const { axisFrom } = chart
  const { axis } = plot
  const factor = axis.kind === 'rate' || axis.kind === 'points' ? 0.01 : axis.scale
  const value = axisFrom === undefined ? 'auto' : axisFrom === 0 ? 'zero' : 'own'
  const usual = axis.from ?? lowest(plot) / 2
  return (
    <div className="look-pair">
      <Choices
        label={words.axisFrom}
        value={value}
        options={words.axisFroms}
        disabled={disabled}
        onChange={(from) =>
          change((now) =>
            from === 'auto'
              ? without(now, 'axisFrom')
              : { ...now, axisFrom: from === 'zero' ? 0 : Number((usual || factor).toPrecision(2)) },
          )
        }
      />
      {value === 'own' && (
        <Field label={`${words.axisValue}${axis.unit === '' ? '' : ` (${axis.unit})`}`}>
          <SettledField
            type="text"
            inputMode="decimal"
            value={String(Number(((axisFrom ?? 0) / factor).toPrecision(12)))}
            disabled={disabled}
            onSettle={(text) => {
              const number = Number(text.replaceAll(/[,，%％\s]/g, ''))
              if (text.trim() !== '' && Number.isFinite(number))
                change((now) => ({ ...now, axisFrom: Number((number * factor).toPrecision(12)) }))
            }}
          />
        </Field>
      )}
    </div>
  )
}

function lowest({ series }: Editing['plot']): number {
  const values = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []))
  return values.length > 0 ? Math.max(0, Math.min(...values)) : 0
}

export function Line({ chart, figures, disabled, change }: Editing): ReactElement {
  const words = useWords(chartBuilderWords)
  const { line } = chart
  return (
    <Field label={words.line}>
      <select
        className="input"
        value={line ? `${line.aspect} ${line.figure}` : ''}
        disabled={disabled}
        onChange={({ target }) =>
          change((now) => {
            const [aspect, figure] = target.value.split(' ')
            if (figure === undefined || (aspect !== 'value' && aspect !== 'target'))
              return without(now, 'line')
            return { ...now, line: { figure: figure as FigureId, aspect } }
          })
        }
      >
        <option value="">{words.noLine}</option>
        {[...figures.values()].map(
          ({ id, name, goal }) =>
            goal && (
              <option key={`target ${id}`} value={`target ${id}`}>
                {words.lineTarget(`${name} ${goal.text.target}`)}
              </option>
            ),
        )}
        {[...figures.values()].map(({ id, name, text }) => (
          <option key={`value ${id}`} value={`value ${id}`}>
            {words.lineValue(`${name} ${text}`)}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Which series of a combination are columns and which lines, and on which side each is counted. */
export function Sides({ plot, chart, disabled, change }: Editing): ReactElement {
  const words = useWords(chartBuilderWords)
  const put = (index: number, part: Partial<ChartSeries>): void =>
    change((now) => ({
      ...now,
      series: plot.series.map((drawn, at): ChartSeries => {
        const own = now.series[at] ?? { name: drawn.name, figures: [], aspect: 'value' }
        return at === index ? { ...own, ...part } : own
      }),
    }))
  return (
    <ul className="look-sides">
      {plot.series.map(({ name, as = 'column', axis = 'first' }, index) => (
        <li key={`${index} ${name}`}>
          <span title={name}>{name}</span>
          <select
            className="input"
            aria-label={`${words.drawnAs} ${name}`}
            value={as}
            disabled={disabled || chart.kind !== 'combo'}
            onChange={({ target }) => put(index, { as: target.value === 'line' ? 'line' : 'column' })}
          >
            {(['column', 'line'] as const).map((one) => (
              <option key={one} value={one}>
                {words.as[one]}
              </option>
            ))}
          </select>
          <select
            className="input"
            aria-label={`${words.axis} ${name}`}
            value={axis}
            disabled={disabled}
            onChange={({ target }) => put(index, { axis: target.value === 'second' ? 'second' : 'first' })}
          >
            {(['first', 'second'] as const).map((one) => (
              <option key={one} value={one}>
                {words.axes[one]}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ul>
  )
}
