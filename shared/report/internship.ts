// The internship summary 实习总结: its sections in order, and those about the internship itself. What the data shows
// stands in sentences; what only the author knows is asked for by prompts. A section without data has its prompt only.

import type { Block } from '../model/report.ts'
import { formatPeriod } from '../numbers/format.ts'
import { fact, mention, plain } from './blocks.ts'
import { type Desk, given } from './desk.ts'
import { cases, lessons, plans, shortcomings } from './reflection.ts'
import { goals, parts, trend } from './results.ts'
import { coverFacts, factWords } from '../text/facts.ts'

export function composeInternship(desk: Desk): Block[] {
  const { make, words } = desk
  const { headings } = words
  return [
    make.cover(),
    make.contents(),
    make.heading('overview', 1, headings.overview),
    ...overview(desk),
    make.heading('duties', 1, headings.duties),
    ...duties(desk),
    make.heading('results', 1, headings.results),
    ...goals(desk),
    ...parts(desk),
    ...trend(desk),
    make.heading('cases', 1, headings.cases),
    ...cases(desk),
    make.heading('lessons', 1, headings.lessons),
    ...lessons(desk),
    make.heading('shortcomings', 1, headings.shortcomings),
    ...shortcomings(desk),
    make.heading('plans', 1, headings.plans),
    ...plans(desk),
    make.right('signature.name', [fact('name')]),
    make.right('signature.date', [fact('date')]),
  ]
}

function overview({ language, facts, evidence, words, say, make, paragraph }: Desk): Block[] {
  const { sources, main, parts: divided } = evidence
  const span = main?.figure.period
  // Where the author named no time of their own, the internship is taken to be as long as the data.
  const sameSpan = span !== undefined && facts.period === formatPeriod(span, language)
  const told = (['period', 'organisation', 'department', 'post', 'mentor'] as const).filter(
    (name) => facts[name] !== '' && !(name === 'period' && sameSpan),
  )
  const placed = told.includes('organisation') || told.includes('department')
  const period = span && main && mention(main.figure, 'period')
  const rows = coverFacts
    .filter((name) => name !== 'date')
    .map((name) => [plain(factWords[language][name]), [fact(name)]])
  if (period && !sameSpan) rows.push([plain(words.dataPeriod), [period]])
  if (sources.length > 0) {
    rows.push([plain(words.dataSources), plain(sources.map(words.source).join(words.sourcesBetween))])
  }
  return given(
    paragraph(
      'overview.lead',
      placed ? say.placement(Object.fromEntries(told.map((name) => [name, fact(name)]))) : undefined,
      sources.length === 0
        ? undefined
        : say.basis(
            sources,
            period,
            main?.days && mention(main.days),
            divided?.count && { count: mention(divided.count), by: divided.by },
          ),
    ),
    make.table(
      'overview.facts',
      '',
      0,
      [
        { align: 'left', weight: 1 },
        { align: 'left', weight: 3 },
      ],
      rows,
    ),
    make.prompt('overview.prompt', words.prompts.overview),
  )
}

/** Names before 等 in the list of duties. */
const namedGoals = 4

function duties({ evidence, words, say, make, paragraph }: Desk): Block[] {
  const { goals: judged, main, parts: divided, months } = evidence
  const names = judged?.all.map(({ name }) => name) ?? []
  const rates = [...(main?.rates ?? []), ...given(main?.unitCost)].map(({ base }) => base)
  const items = given(
    main &&
      say.dutyRecords(
        main.step,
        main.measures.length > 0 ? main.measures : [main.base],
        rates,
        divided && { by: divided.by, keys: divided.rows.map(({ key }) => key) },
      ),
    judged && say.dutyGoals(names.slice(0, namedGoals), names.length > namedGoals),
    main && divided && say.dutyParts(divided.by, main.base, main.manner, main.unitCost?.base),
    main && months && say.dutyTrend(main.base),
  )
  const lead = items.length > 0 ? say.dutiesLead(main?.base, divided?.by, judged !== undefined) : undefined
  return given(
    paragraph('duties.lead', lead),
    items.length > 0 ? make.list('duties.list', false, items) : undefined,
    make.prompt('duties.prompt', words.prompts.duties),
  )
}
