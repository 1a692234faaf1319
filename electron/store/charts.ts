// The specs of the project's charts.

import { ChartSpec } from '../../shared/model/chart.ts'
import { type BodyStore, bodyStore } from './bodies.ts'
import type { Database } from './database.ts'

export type ChartStore = BodyStore<ChartSpec>

export const chartStore = (database: Database): ChartStore => bodyStore(database, 'chart', ChartSpec)
