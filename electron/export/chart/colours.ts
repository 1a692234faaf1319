// The colours of a plot as Office writes them: the same as on the screen's light ground.

import { inkOn, plotColours, quietColour, verdictColour } from '../../../shared/charts/index.ts'
import type { Plot } from '../../../shared/model/chart.ts'
import type { Verdict } from '../../../shared/model/goal.ts'

/** `#1f5fa8` as `1F5FA8`. */
export const office = (colour: string): string => colour.slice(1).toUpperCase()

/** One a series; of a pie one a slice; of a waterfall those of wholes, of what was added, of what was taken off. */
export const coloursOf = (plot: Plot): string[] => plotColours(plot).map(office)
export const colourOfVerdict = (verdict: Verdict): string => office(verdictColour(verdict))
/** Of a target, a control, what is not yet done. */
export const quiet = office(quietColour())
/** Text on a colour. */
export const inkUpon = (colour: string): string => office(inkOn(`#${colour}`))
