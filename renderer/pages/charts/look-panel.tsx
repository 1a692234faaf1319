// How the chart looks: title, order, how many, how numbers are written, where the axis begins, lines and marks, colours.
// Shows only what the kind has.

import type { ReactElement } from 'react'
import { seriesColours } from '../../../shared/charts/index.ts'
import type { ChartKind, ChartSpec, PaletteId } from '../../../shared/model/chart.ts'
import type { Rounding } from '../../../shared/model/figure.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { SettledField } from '../../components/settled-field.tsx'
import { useTheme } from '../../theme.ts'
import { useWords } from '../../words.ts'
import { lastChoices } from './builder-session.ts'
import { conclusionOf, type Editing, without } from './editing.ts'
import { AxisStart, Line, Sides } from './look-axis.tsx'
import { Choices, Field } from './look-fields.tsx'
import { Events, Wholes } from './look-marks.tsx'

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
      <h2>{words.look}</h2>
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
