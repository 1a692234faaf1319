// The text that an inline piece shows: the one way in which every screen and every exporter words it.

import type { FigureState } from '../model/goal.ts'
import type { BlockId, FigureId } from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import type { Facts } from '../model/project.ts'
import type { Inline, Mention } from '../model/report.ts'
import { formatDay, formatPeriod, formatValue, noValue } from '../numbers/format.ts'

export interface InlineContext {
  figures: ReadonlyMap<FigureId, FigureState>
  numbers: ReadonlyMap<BlockId, string>
  facts: Facts
  language: Language
}

/**
 * A mention of a figure that is gone, or has no such words, shows —. A fact that is not filled in and a reference to
 * a block without a number show nothing.
 */
export function inlineText(inline: Inline, { figures, numbers, facts, language }: InlineContext): string {
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'reference':
      return numbers.get(inline.target) ?? ''
    case 'fact':
      return factText(inline.fact, facts)
    case 'figure': {
      const figure = figures.get(inline.figure)
      return figure ? mentionText(inline, figure, language) : noValue
    }
  }
}

const factText = (name: string, facts: Facts): string =>
  Object.entries(facts).find(([key]) => key === name)?.[1] ?? ''

function mentionText({ aspect, rounding, bare }: Mention, figure: FigureState, language: Language): string {
  switch (aspect) {
    case 'value':
      if (figure.value === null || (!rounding && !bare)) return figure.text
      return formatValue(figure.value, { ...figure, rounding: rounding ?? figure.rounding }, language, bare)
    case 'period':
      return figure.period ? formatPeriod(figure.period, language) : noValue
    case 'at':
      return figure.at === undefined ? noValue : formatDay(figure.at, language)
    case 'target':
    case 'attainment':
    case 'verdict':
    case 'outcome':
      return figure.goal?.text[aspect] ?? noValue
  }
}
