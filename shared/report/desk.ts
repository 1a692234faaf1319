// What every section of a draft is written with: the evidence, the words of the language, the maker of blocks.

import type { ChartSpec } from '../model/chart.ts'
import type { FigureState } from '../model/goal.ts'
import type { Language } from '../model/language.ts'
import type { Facts, TemplateId } from '../model/project.ts'
import type { Block, Inline } from '../model/report.ts'
import { contentOf, joined } from '../text/phrase.ts'
import { type Named, type Ranked, type ReportSentences, reportSentences } from '../text/report-sentences.ts'
import { type ReportWords, reportWords } from '../text/report.ts'
import { blockMaker, mention } from './blocks.ts'
import { type Evidence, gatherEvidence, type PartRow } from './evidence.ts'

export interface Draft {
  template: TemplateId
  language: Language
  facts: Facts
  figures: readonly FigureState[]
  charts: readonly ChartSpec[]
}

export interface Desk {
  language: Language
  facts: Facts
  evidence: Evidence
  words: ReportWords
  say: ReportSentences
  make: ReturnType<typeof blockMaker>
  /** A paragraph of the sentences that there are; none, no paragraph. */
  paragraph: (slot: string, ...sentences: readonly (readonly Inline[] | undefined)[]) => Block | undefined
  /** The chart proposed for a role. */
  chart: (slot: string, role: NonNullable<ChartSpec['role']>) => Block | undefined
}

export function setDesk({ template, language, facts, figures, charts }: Draft): Desk {
  const make = blockMaker(template)
  return {
    language,
    facts,
    evidence: gatherEvidence(figures, language),
    words: reportWords[language],
    say: reportSentences[language],
    make,
    paragraph: (slot, ...sentences) => {
      const said = given(...sentences)
      return said.length > 0
        ? make.paragraph(slot, contentOf(joined(said, language === 'en' ? ' ' : '')))
        : undefined
    },
    chart: (slot, role) => {
      const found = charts.find((chart) => chart.role === role)
      return found && make.chart(slot, found)
    },
  }
}

export const given = <T>(...items: readonly (T | undefined)[]): T[] =>
  items.filter((item) => item !== undefined)

export const named = (figure: FigureState): Named => ({
  name: figure.name,
  value: mention(figure),
  target: mention(figure, 'target'),
  outcome: mention(figure, 'outcome'),
})

/** A part by one of its figures, with its share of the whole where that is wanted. */
export function ranked(row: PartRow, whole: FigureState, withShare: boolean): Ranked | undefined {
  const figure = row.of.get(whole.id)
  return (
    figure && {
      key: row.key,
      value: mention(figure),
      ...(withShare && row.share && { share: mention(row.share) }),
    }
  )
}
