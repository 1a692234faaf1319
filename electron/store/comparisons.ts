// Comparisons as they were set up. What follows from them is computed elsewhere.

import { Comparison } from '../../shared/model/comparison.ts'
import { type BodyStore, bodyStore } from './bodies.ts'
import type { Database } from './database.ts'

export type ComparisonStore = BodyStore<Comparison>

export const comparisonStore = (database: Database): ComparisonStore =>
  bodyStore(database, 'comparison', Comparison)
