// How the chart looks: title, order, how many, how numbers are written, where the axis begins, lines and marks, colours.
// Shows only what the kind has.

import type { ReactElement, ReactNode } from 'react'
import { seriesColours } from '../../../shared/charts/index.ts'
import type { ChartKind, ChartSeries, ChartSpec, PaletteId } from '../../../shared/model/chart.ts'
import type { Rounding } from '../../../shared/model/figure.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { IconButton } from '../../components/button.tsx'
import { SettledField } from '../../components/settled-field.tsx'
import { useTheme } from '../../theme.ts'
import { useWords } from '../../words.ts'
import { lastChoices } from './builder-session.ts'
import { conclusionOf, type Editing, without } from './editing.ts'

const withAxis: ReadonlySet<ChartKind> = new Set([
  'column',
  'bar',
  'target',
  'attainment',
  'bullet',
  'line',
  'combo',
  'stacked',
  'pairs',
  'slope',
  'index',
  'survey',
])
const withOrder: ReadonlySet<ChartKind> = new Set([
  'column',
  'bar',
  'target',
  'attainment',
  'bullet',
  'pie',
  'stacked',
  'stacked-full',
  'pairs',
  'survey',
  'waterfall',
  'heat',
  'gantt',
])
const withLine: ReadonlySet<ChartKind> = new Set(['column', 'bar', 'line', 'combo', 'stacked', 'survey'])
const withEvents: ReadonlySet<ChartKind> = new Set(['column', 'line', 'combo', 'stacked', 'stacked-full'])

export function LookPanel(editing: Editing): ReactElement {
  const words = useWords(chartBuilderWords)
  const { chart } = editing
  const { kind } = chart
  return (
    <section className="builder-part">
      <h3>{words.look}</h3>
      <Heading {...editing} />
      {kind === 'combo' && <Sides {...editing} />}
      {withOrder.has(kind) && <Order {...editing} />}
      {kind !== 'gantt' && <Numbers {...editing} />}
      {withAxis.has(kind) && <AxisStart {...editing} />}
      {withLine.has(kind) && <Line {...editing} />}
      {withEvents.has(kind) && <Events {...editing} />}
      {kind === 'waterfall' && <Wholes {...editing} />}
      <Palette {...editing} />
    </section>
  )
}

function Field({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      {children}
    </label>
  )
}

interface ChoicesProps<V extends string> {
  label: string
  value: V
  options: Readonly<Record<V, string>>
  disabled: boolean
  onChange: (value: V) => void
}

/** A native list: few choices in little room. */
function Choices<V extends string>({
  label,
  value,
  options,
  disabled,
  onChange,
}: ChoicesProps<V>): ReactElement {
  return (
    <Field label={label}>
      <select
        className="input"
        value={value}
        disabled={disabled}
        onChange={({ target }) => onChange(target.value as V)}
      >
        {(Object.keys(options) as V[]).map((one) => (
          <option key={one} value={one}>
            {options[one]}
          </option>
        ))}
      </select>
    </Field>
  )
}

function Heading(editing: Editing): ReactElement {
  const words = useWords(chartBuilderWords)
  const { chart, disabled, change } = editing
  const { title } = chart
  const own = title === undefined ? 'none' : 'text' in title ? 'own' : 'auto'
  const conclusion = conclusionOf(chart, editing)
  return (
    <>
      <fieldset className="segments" disabled={disabled}>
        <legend className="field-label">{words.heading}</legend>
        {(['none', 'auto', 'own'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === own}
            onClick={() =>
              change((now) =>
                one === 'none'
                  ? without(now, 'title')
                  : { ...now, title: one === 'auto' ? { auto: true } : { text: conclusion } },
              )
            }
          >
            {words.headings[one]}
          </button>
        ))}
      </fieldset>
      {own !== 'none' && (
        <SettledField
          type="text"
          aria-label={words.headingText}
          maxLength={200}
          value={title && 'text' in title ? title.text : conclusion}
          disabled={disabled}
          onSettle={(text) => change((now) => ({ ...now, title: { text } }))}
        />
      )}
    </>
  )
}

function Order({ chart, plot, disabled, change }: Editing): ReactElement {
  const words = useWords(chartBuilderWords)
  const count = Math.max(plot.categories.length, chart.categories.length, chart.data?.categories.length ?? 0)
  const most = Math.min(50, count - 1)
  return (
    <>
      <Choices
        label={words.order}
        value={chart.sort ?? 'given'}
        options={words.orders}
        disabled={disabled}
        onChange={(sort) => change((now) => (sort === 'given' ? without(now, 'sort') : { ...now, sort }))}
      />
      {chart.kind !== 'gantt' && chart.kind !== 'waterfall' && (most >= 2 || chart.top !== undefined) && (
        <Field label={words.top}>
          <select
            className="input"
            value={chart.top ?? ''}
            disabled={disabled}
            onChange={({ target }) =>
              change((now) =>
                target.value === '' ? without(now, 'top') : { ...now, top: Number(target.value) },
              )
            }
          >
            <option value="">{words.topAll}</option>
            {Array.from({ length: Math.max(most, chart.top ?? 0) - 1 }, (_, index) => index + 2).map(
              (top) => (
                <option key={top} value={top}>
                  {words.topOf(top)}
                </option>
              ),
            )}
          </select>
        </Field>
      )}
    </>
  )
}

const mostDecimals = 4

function Numbers({ chart, plot, project, disabled, change }: Editing): ReactElement {
  const words = useWords(chartBuilderWords)
  const { rounding } = chart
  const { axis } = plot
  const isScaled = project.language === 'zh-CN' && axis.kind !== 'rate' && axis.kind !== 'points'
  const shown = roundingOf(axis)
  return (
    <div className="look-pair">
      {isScaled && (
        <Choices
          label={words.scale}
          value={rounding ? (`${rounding.scale}` as const) : 'auto'}
          options={words.scales}
          disabled={disabled}
          onChange={(scale) =>
            change((now) =>
              scale === 'auto'
                ? without(now, 'rounding')
                : {
                    ...now,
                    rounding: {
                      scale: Number(scale) as Rounding['scale'],
                      decimals: rounding?.decimals ?? (scale === '1' ? 0 : Math.max(1, shown.decimals)),
                    },
                  },
            )
          }
        />
      )}
      <Field label={words.decimals}>
        <select
          className="input"
          value={rounding?.decimals ?? ''}
          disabled={disabled}
          onChange={({ target }) =>
            change((now) =>
              target.value === ''
                ? without(now, 'rounding')
                : { ...now, rounding: { scale: shown.scale, decimals: Number(target.value) } },
            )
          }
        >
          <option value="">{words.automatic}</option>
          {Array.from({ length: mostDecimals + 1 }, (_, decimals) => (
            <option key={decimals} value={decimals}>
              {decimals}
            </option>
          ))}
        </select>
      </Field>
      <Choices
        label={words.labels}
        value={chart.labels ?? 'auto'}
        options={words.labelled}
        disabled={disabled}
        onChange={(labels) =>
          change((now) => (labels === 'auto' ? without(now, 'labels') : { ...now, labels }))
        }
      />
    </div>
  )
}

const roundingOf = ({ scale, decimals }: { scale: number; decimals: number }): Rounding => ({
  scale: scale === 1e8 ? 1e8 : scale === 1e4 ? 1e4 : 1,
  decimals,
})

function AxisStart({ chart, plot, disabled, change }: Editing): ReactElement {
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

function Line({ chart, figures, disabled, change }: Editing): ReactElement {
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

const mostEvents = 20

function Events({ plot, chart, disabled, change }: Editing): ReactElement {
  const words = useWords(chartBuilderWords)
  const events = chart.events ?? []
  const put = (next: typeof events): void =>
    change((now) => (next.length > 0 ? { ...now, events: next } : without(now, 'events')))
  return (
    <section className="look-events">
      <header className="builder-line">
        <h4>{words.events}</h4>
        {events.length < mostEvents && plot.categories.length > 0 && (
          <IconButton
            icon="plus"
            label={words.addEvent}
            disabled={disabled}
            onClick={() =>
              put([
                ...events,
                { at: plot.categories[events.length % plot.categories.length] ?? '', text: '' },
              ])
            }
          />
        )}
      </header>
      {events.map((event, index) => (
        // A mark is its place in the list: both its parts are the user's to change.
        <div key={index} className="look-event">
          <select
            className="input"
            aria-label={`${words.eventAt} ${index + 1}`}
            value={event.at}
            disabled={disabled}
            onChange={({ target }) => put(events.with(index, { ...event, at: target.value }))}
          >
            {!plot.categories.includes(event.at) && <option value={event.at}>{event.at}</option>}
            {plot.categories.map((category) => (
              <option key={category} value={category}>
                {category}
              </option>
            ))}
          </select>
          <SettledField
            type="text"
            aria-label={`${words.eventText} ${index + 1}`}
            placeholder={words.eventHint}
            maxLength={100}
            value={event.text}
            disabled={disabled}
            onSettle={(text) => put(events.with(index, { ...event, text }))}
          />
          <IconButton
            icon="close"
            label={words.removeNamed(event.text || event.at)}
            disabled={disabled}
            onClick={() => put(events.toSpliced(index, 1))}
          />
        </div>
      ))}
    </section>
  )
}

/** Which series of a combination are columns and which lines, and on which side each is counted. */
function Sides({ plot, chart, disabled, change }: Editing): ReactElement {
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

function Wholes({ chart, disabled, change }: Editing): ReactElement {
  const words = useWords(chartBuilderWords)
  const categories = chart.data?.categories ?? chart.categories
  const wholes = chart.wholes ?? [0, categories.length - 1]
  return (
    <fieldset className="look-wholes" disabled={disabled}>
      <legend className="field-label">{words.wholes}</legend>
      <p className="builder-hint">{words.wholesHint}</p>
      {categories.map((category, index) => (
        <label key={`${index} ${category}`}>
          <input
            type="checkbox"
            checked={wholes.includes(index)}
            onChange={({ target }) =>
              change((now) => ({
                ...now,
                wholes: target.checked
                  ? [...wholes, index].toSorted((one, other) => one - other)
                  : wholes.filter((other) => other !== index),
              }))
            }
          />
          {category}
        </label>
      ))}
    </fieldset>
  )
}

const palettes: readonly PaletteId[] = ['house', 'calm', 'vivid', 'grey']
const swatches = 5

function Palette({ chart, disabled, change }: Editing): ReactElement {
  const words = useWords(chartBuilderWords)
  const theme = useTheme()
  const shown = chart.palette ?? 'house'
  return (
    <fieldset className="palettes" disabled={disabled}>
      <legend className="field-label">{words.palette}</legend>
      {palettes.map((palette) => (
        <button
          key={palette}
          type="button"
          aria-pressed={palette === shown}
          onClick={() => {
            lastChoices.palette = palette
            change((now: ChartSpec) => ({ ...now, palette }))
          }}
        >
          <svg width={5 * swatches + 25} height={12} viewBox={`0 0 ${swatches * 10} 12`} aria-hidden="true">
            {seriesColours(palette, swatches, theme).map((colour, index) => (
              <rect key={colour} x={index * 10} y={1} width={9} height={10} rx={1.5} fill={colour} />
            ))}
          </svg>
          <span>{words.palettes[palette]}</span>
        </button>
      ))}
    </fieldset>
  )
}
