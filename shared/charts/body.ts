// What of a plot follows from its kind alone; title, warnings and words follow from that.

import type { Plot } from '../model/chart.ts'

export type Body = Pick<Plot, 'categories' | 'series' | 'axis' | 'second' | 'reference' | 'wholes'>
