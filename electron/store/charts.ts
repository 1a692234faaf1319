// The specs of the project's charts.

import { ChartSpec } from '../../shared/model/chart.ts'
import { bodies } from './bodies.ts'
import type { Database } from './database.ts'

export interface ChartStore {
  list(): ChartSpec[]
  /** All of them or none. New ones go to the end; with `keep`, those that are there already stay as they are. */
  save(charts: readonly ChartSpec[], options?: { keep: boolean }): void
}

export function chartStore(database: Database): ChartStore {
  const charts = bodies(database, 'chart', ChartSpec)
  return {
    list: () => charts.list(),
    save: (specs, options = { keep: false }) =>
      database.write(() => {
        for (const chart of specs) if (!options.keep || !charts.has(chart.id)) charts.put(chart)
      }),
  }
}
