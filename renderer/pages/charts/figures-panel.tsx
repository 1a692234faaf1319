// A chart of figures: which figures, and where they stand as series and categories. Order and names are the user's.

import { type ReactElement, useState } from 'react'
import type { ChartSeries, ChartSpec } from '../../../shared/model/chart.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { chartWords } from '../../../shared/text/charts.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { SettledField } from '../../components/settled-field.tsx'
import { useWords } from '../../words.ts'
import { type Editing, emptied, wayOf } from './editing.ts'
import {
  addFigures,
  moveCategory,
  moved,
  removeFigures,
  shownOrder,
  swapSeries,
  usedFigures,
} from './figure-layout.ts'
import { FigurePicker } from './figure-picker.tsx'
import { OrderList } from './order-list.tsx'

export function FiguresPanel(editing: Editing): ReactElement {
  const words = useWords(chartBuilderWords)
  const { chart, figures, project, disabled, change } = editing
  const own = wayOf(chart) === 'figures'
  const picked = new Set(own ? usedFigures(chart) : [])
  const pick = (chosen: readonly FigureState[], adds: boolean): void =>
    change((now) => {
      const start = wayOf(now) === 'figures' ? now : { ...emptied(now), kind: 'column' as const }
      return adds
        ? addFigures(start, chosen, figures, project.language)
        : removeFigures(start, new Set(chosen.map(({ id }) => id)))
    })
  return (
    <>
      {figures.size === 0 ? (
        <p className="builder-hint">{words.noFigures}</p>
      ) : (
        <FigurePicker
          figures={[...figures.values()]}
          picked={picked}
          language={project.language}
          disabled={disabled}
          onPick={pick}
        />
      )}
      {picked.size > 0 && (
        <>
          <div className="builder-line">
            <p>{words.picked(picked.size)}</p>
            <Button
              size="small"
              kind="quiet"
              disabled={disabled}
              onClick={() => change((now) => ({ ...emptied(now), kind: now.kind }))}
            >
              {words.clear}
            </Button>
          </div>
          <SeriesList {...editing} />
          <CategoryList {...editing} />
        </>
      )}
    </>
  )
}

const renamed = (chart: ChartSpec, index: number, change: Partial<ChartSeries>): ChartSpec => ({
  ...chart,
  series: chart.series.map((series, at) => (at === index ? { ...series, ...change } : series)),
})

function SeriesList({ project, chart, figures, disabled, change }: Editing): ReactElement {
  const words = useWords(chartBuilderWords)
  const { before, after } = chartWords[project.language]
  const [open, setOpen] = useState<number | null>(null)
  const isFunnel = chart.kind === 'funnel'
  const hasGoals = usedFigures(chart).some((id) => figures.get(id)?.goal !== undefined)
  const add = (): void => {
    setOpen(isFunnel ? 0 : chart.series.length)
    change((now) => {
      const empty = { figures: now.categories.map(() => null), aspect: 'value' as const }
      if (!isFunnel)
        return { ...now, series: [...now.series, { ...empty, name: words.newSeries(now.series.length + 1) }] }
      // Of two funnels the first is the earlier one.
      const series = now.series.map((one) => (one.name === now.name ? { ...one, name: after } : one))
      return { ...now, series: [{ ...empty, name: before }, ...series] }
    })
  }
  const canAdd = !isFunnel || chart.series.length < 2
  return (
    <section className="builder-part">
      <header className="builder-line">
        <h2>{words.series}</h2>
        <IconButton
          icon="swap"
          label={words.swap}
          disabled={disabled}
          onClick={() => change((now) => swapSeries(now))}
        />
        {canAdd && (
          <IconButton
            icon="plus"
            label={isFunnel ? words.addBefore : words.addSeries}
            disabled={disabled}
            onClick={add}
          />
        )}
      </header>
      <OrderList
        label={words.series}
        disabled={disabled}
        onMove={(from, to) => change((now) => ({ ...now, series: moved(now.series, from, to) }))}
        items={chart.series.map((series, index) => ({
          name: series.name,
          row: (
            <div className="series-row">
              <div className="order-cells">
                <SettledField
                  type="text"
                  aria-label={words.nameOf(series.name)}
                  value={series.name}
                  maxLength={200}
                  disabled={disabled}
                  onSettle={(name) => change((now) => renamed(now, index, { name }))}
                />
                {hasGoals && (
                  <select
                    className="input series-aspect"
                    aria-label={`${words.aspect} ${series.name}`}
                    value={series.aspect}
                    disabled={disabled}
                    onChange={({ target }) =>
                      change((now) => renamed(now, index, { aspect: target.value as ChartSeries['aspect'] }))
                    }
                  >
                    {(['value', 'target', 'attainment'] as const).map((aspect) => (
                      <option key={aspect} value={aspect}>
                        {words.aspects[aspect]}
                      </option>
                    ))}
                  </select>
                )}
                <IconButton
                  icon={open === index ? 'down' : 'right'}
                  label={words.cells(series.name)}
                  aria-expanded={open === index}
                  onClick={() => setOpen(open === index ? null : index)}
                />
                {chart.series.length > 1 && (
                  <IconButton
                    icon="close"
                    label={words.removeNamed(series.name)}
                    disabled={disabled}
                    onClick={() =>
                      change((now) => ({ ...now, series: now.series.filter((_, at) => at !== index) }))
                    }
                  />
                )}
              </div>
              {open === index && (
                <Cells chart={chart} at={index} figures={figures} disabled={disabled} change={change} />
              )}
            </div>
          ),
        }))}
      />
    </section>
  )
}

function Cells({
  chart,
  at,
  figures,
  disabled,
  change,
}: Pick<Editing, 'chart' | 'figures' | 'disabled' | 'change'> & { at: number }): ReactElement {
  const words = useWords(chartBuilderWords)
  const series = chart.series[at]
  const put = (place: number, id: string): void =>
    change((now) => ({
      ...now,
      series: now.series.map((one, index) =>
        index === at
          ? {
              ...one,
              figures: now.categories.map((_, own) =>
                own === place ? (id === '' ? null : (id as FigureId)) : (one.figures[own] ?? null),
              ),
            }
          : one,
      ),
    }))
  return (
    <ul className="series-cells">
      {chart.categories.map((category, place) => (
        <li key={`${place} ${category}`}>
          <label className="field">
            <span className="field-label">{category}</span>
            <select
              className="input"
              aria-label={words.cellOf(series?.name ?? '', category)}
              value={series?.figures[place] ?? ''}
              disabled={disabled}
              onChange={({ target }) => put(place, target.value)}
            >
              <option value="">{words.noCell}</option>
              {[...figures.values()].map(({ id, name, text }) => (
                <option key={id} value={id}>
                  {name} {text}
                </option>
              ))}
            </select>
          </label>
        </li>
      ))}
    </ul>
  )
}

function CategoryList({ chart, plot, disabled, change }: Editing): ReactElement {
  const words = useWords(chartBuilderWords)
  const order = chart.sort ? shownOrder(chart, plot.categories) : [...chart.categories.keys()]
  const rename = (index: number, name: string): void =>
    change((now) => {
      const before = now.categories[index]
      return {
        ...now,
        categories: now.categories.with(index, name),
        ...(now.events && {
          events: now.events.map((mark) => (mark.at === before ? { ...mark, at: name } : mark)),
        }),
      }
    })
  const remove = (index: number): void =>
    change((now) => {
      const categories = now.categories.toSpliced(index, 1)
      return {
        ...now,
        categories,
        series: now.series.map((series) => ({ ...series, figures: series.figures.toSpliced(index, 1) })),
        ...(now.events && { events: now.events.filter(({ at }) => categories.includes(at)) }),
        ...(now.wholes && {
          wholes: now.wholes.flatMap((whole) => (whole === index ? [] : [whole > index ? whole - 1 : whole])),
        }),
      }
    })
  return (
    <section className="builder-part">
      <header className="builder-line">
        <h2>{words.categories}</h2>
      </header>
      <OrderList
        label={words.categories}
        disabled={disabled}
        onMove={(from, to) => change((now) => moveCategory(now, order, from, to))}
        items={order
          .map((index) => ({ index, category: chart.categories[index] ?? '' }))
          .map(({ index, category }) => ({
            name: category,
            row: (
              <div className="order-cells">
                <SettledField
                  type="text"
                  aria-label={words.nameOf(category)}
                  value={category}
                  maxLength={200}
                  disabled={disabled}
                  onSettle={(name) => rename(index, name)}
                />
                <IconButton
                  icon="close"
                  label={words.removeNamed(category)}
                  disabled={disabled}
                  onClick={() => remove(index)}
                />
              </div>
            ),
          }))}
      />
      <p className="builder-hint">{words.orderHint}</p>
    </section>
  )
}
