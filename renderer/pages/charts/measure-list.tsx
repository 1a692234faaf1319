// The numbers that a chart takes from a table: how each is computed, of which column, and what it is called.

import type { ReactElement } from 'react'
import { measuredNames } from '../../../shared/charts/index.ts'
import type { ChartSeries } from '../../../shared/model/chart.ts'
import type { AggregateFunction } from '../../../shared/model/figure.ts'
import type { ColumnId } from '../../../shared/model/ids.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { isNumeric } from '../../components/cell-text.ts'
import { SettledField } from '../../components/settled-field.tsx'
import { useWords } from '../../words.ts'
import { moved } from './figure-layout.ts'
import { OrderList } from './order-list.tsx'
import {
  functionsFor,
  type Measure,
  nextMeasure,
  type QueryFieldsProps,
  takesText,
  withColumn,
  withFunction,
} from './table-columns.ts'

const mostMeasures = 8
const unnamed: ChartSeries = { name: '', figures: [], aspect: 'value' }

export function MeasureList({
  chart,
  project,
  query,
  table,
  disabled,
  onAsk,
}: QueryFieldsProps): ReactElement {
  const words = useWords(chartBuilderWords)
  const { measures } = query
  // A series a measure, as long as nothing splits them; without a name of its own it takes the column's.
  const series = measures.map((_, index) => chart.series[index] ?? unnamed)
  const keep = (next: readonly ChartSeries[]): readonly ChartSeries[] => (query.split ? [] : next)
  const put = (index: number, measure: Measure): void =>
    onAsk({ ...query, measures: measures.with(index, measure) }, keep(series.with(index, unnamed)))
  const usual = chart.data ? measuredNames(chart.data, project.language) : []
  const nameOf = (index: number): string => series[index]?.name || (usual[index] ?? words.measure(index + 1))
  return (
    <section className="builder-part">
      <h2>{words.measures}</h2>
      <OrderList
        label={words.measures}
        disabled={disabled}
        onMove={(from, to) =>
          onAsk({ ...query, measures: moved(measures, from, to) }, keep(moved(series, from, to)))
        }
        items={measures.map((measure, index) => ({
          name: nameOf(index),
          row: (
            <div className="measure">
              <div className="order-cells">
                <select
                  className="input measure-function"
                  aria-label={words.measureFn(index + 1)}
                  value={measure.fn}
                  disabled={disabled}
                  onChange={({ target }) =>
                    put(index, withFunction(measure, target.value as AggregateFunction, table))
                  }
                >
                  {functionsFor(table).map((fn) => (
                    <option key={fn} value={fn}>
                      {words.fns[fn]}
                    </option>
                  ))}
                </select>
                <select
                  className="input"
                  aria-label={words.measureColumn(index + 1)}
                  value={measure.column ?? ''}
                  disabled={disabled}
                  onChange={({ target }) =>
                    put(index, withColumn(measure, target.value as ColumnId | '', table))
                  }
                >
                  {measure.fn === 'count' && <option value="">{words.rowsThemselves}</option>}
                  {table.columns
                    .filter((column) => isNumeric(column) || takesText.has(measure.fn))
                    .map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                </select>
                {measures.length > 1 && (
                  <IconButton
                    icon="close"
                    label={words.removeNamed(nameOf(index))}
                    disabled={disabled}
                    onClick={() =>
                      onAsk(
                        { ...query, measures: measures.toSpliced(index, 1) },
                        keep(series.toSpliced(index, 1)),
                      )
                    }
                  />
                )}
              </div>
              {measures.length > 1 && !query.split && (
                <div className="order-cells">
                  <SettledField
                    type="text"
                    aria-label={words.nameOf(words.measure(index + 1))}
                    value={nameOf(index)}
                    maxLength={200}
                    disabled={disabled}
                    onSettle={(name) =>
                      onAsk(query, series.with(index, { ...(series[index] ?? unnamed), name }))
                    }
                  />
                </div>
              )}
            </div>
          ),
        }))}
      />
      {measures.length < mostMeasures && (
        <Button
          size="small"
          kind="quiet"
          icon="plus"
          disabled={disabled}
          onClick={() =>
            onAsk(
              { ...query, measures: [...measures, nextMeasure(table, query)] },
              keep([...series, unnamed]),
            )
          }
        >
          {words.addMeasure}
        </Button>
      )}
    </section>
  )
}
