// What follows from the results: a case about the leading part, lessons, shortcomings, plans.
// It claims no cause and no deed that the figures do not show; those are asked of the author.

import type { FigureState } from '../model/goal.ts'
import type { Block, Inline } from '../model/report.ts'
import { mention } from './blocks.ts'
import { type Desk, given, named, ranked } from './desk.ts'
import type { PartRow } from './evidence.ts'

export function cases(desk: Desk): Block[] {
  const { words, make } = desk
  return [
    ...leadingCase(desk),
    make.heading('case.other', 2, words.headings.otherCase),
    make.prompt('case.other.prompt', words.prompts.otherCase),
  ]
}

/** Goals that a case serves: those named after the main measure or the unit cost. */
function servedGoals({ evidence }: Desk): FigureState[] {
  const { goals, main } = evidence
  const bases = given(main?.base, main?.unitCost?.base).map((base) => base.toLowerCase())
  return (goals?.all ?? []).filter(({ name }) =>
    bases.some((base) => base !== '' && name.toLowerCase().includes(base)),
  )
}

/** A rate of the main measure's name (注册转化率) is not its total. */
const isTotal = ({ kind, additive }: FigureState): boolean => additive || kind === 'amount'

function leadingCase(desk: Desk): Block[] {
  const { evidence, words, say, make } = desk
  const { main, parts } = evidence
  const [row] = parts?.rows ?? []
  const value = main && row?.of.get(main.figure.id)
  // A level is brought by no part, and a table of costs alone has no result to tell of.
  const telling = main && main.manner !== 'level' && (main.manner === 'count' || main.measures.length > 1)
  if (!main || !parts || !row || !value || !telling)
    return [make.prompt('case.background.prompt', words.prompts.background)]
  const { caseParts } = words
  const label = (text: string, content: readonly Inline[]): Inline[] => [
    { type: 'text', text, bold: true },
    ...content,
  ]
  const served = servedGoals(desk).filter(isTotal)
  const cost = parts.cost && row.of.get(parts.cost.figure.id)
  const rates = main.rates.flatMap(({ figure, base }) => {
    const own = row.of.get(figure.id)
    return own ? [{ name: base, value: mention(own), overall: mention(figure) }] : []
  })
  const [firstStep, lastStep] = [
    main.measures[0],
    main.measures.findLast((name) => name !== parts.cost?.base),
  ]
  const steps =
    firstStep !== undefined && lastStep !== undefined && firstStep !== lastStep && rates.length > 0
  const last = parts.columns.find(({ base }) => base === lastStep)
  const lastResult = last && last.whole.id !== main.figure.id ? row.of.get(last.whole.id) : undefined
  const results = [
    { name: main.base, value: mention(value) },
    ...(last && lastResult ? [{ name: last.base, value: mention(lastResult) }] : []),
  ]
  return given(
    make.heading('case', 2, words.headings.leadingCase(row.key, parts.by, main.base)),
    make.paragraph(
      'case.background',
      label(
        caseParts.background,
        say.caseBackground(
          row.key,
          parts.by,
          main.base,
          row.share && mention(row.share),
          cost && mention(cost),
        ),
      ),
    ),
    served.length > 0
      ? make.paragraph('case.goal', label(caseParts.goal, say.caseGoals(served.map(named))))
      : undefined,
    steps
      ? make.paragraph(
          'case.process',
          label(caseParts.process, say.caseProcess(main.step, firstStep, lastStep, rates)),
        )
      : undefined,
    make.prompt('case.process.prompt', words.prompts.process),
    make.paragraph('case.result', label(caseParts.result, say.caseResult(results, unitCostOf(desk, row)))),
    make.prompt('case.contribution', words.prompts.contribution),
  )
}

function unitCostOf(
  { evidence }: Desk,
  row: PartRow,
): { name: string; value: Inline; overall: Inline; side: 'above' | 'below' | 'level' } | undefined {
  const cost = evidence.main?.unitCost
  const own = cost && row.of.get(cost.figure.id)
  if (!cost || !own || own.value === null || cost.figure.value === null) return undefined
  const side = own.text === cost.figure.text ? 'level' : own.value > cost.figure.value ? 'above' : 'below'
  return { name: cost.base, value: mention(own), overall: mention(cost.figure), side }
}

export function lessons({ evidence, words, say, make, paragraph }: Desk): Block[] {
  const { main, parts, goals } = evidence
  const cost = main?.unitCost
  const [leader] = parts?.rows ?? []
  const cheapest = parts?.cheapest
  const best = cost && cheapest && ranked(cheapest, cost.figure, false)
  const twoViews =
    main && cost && leader && best && parts.dearest
      ? leader === cheapest
        ? say.lessonOneView(main.base, cost.base, best)
        : say.lessonTwoViews(main.base, leader.key, cost.base, best)
      : undefined
  const rates = main?.rates.map(({ figure, base }) => ({ name: base, value: mention(figure) })) ?? []
  return given(
    paragraph('lessons.views', twoViews),
    paragraph(
      'lessons.definitions',
      rates.length > 0 ? say.lessonRates(rates) : goals ? say.lessonGoals() : undefined,
    ),
    make.prompt('lessons.prompt', words.prompts.lessons),
  )
}

/** The part where one result costs most, when that is more than overall. */
function dearPart({
  evidence,
}: Desk): { row: PartRow; value: FigureState; overall: FigureState; base: string } | undefined {
  const cost = evidence.main?.unitCost
  const row = evidence.parts?.dearest
  const value = cost && row?.of.get(cost.figure.id)
  return cost && row && value ? { row, value, overall: cost.figure, base: cost.base } : undefined
}

export function shortcomings(desk: Desk): Block[] {
  const { evidence, words, say, make, paragraph } = desk
  const { goals, main, parts } = evidence
  const missed = goals?.missed ?? []
  const dear = dearPart(desk)
  return given(
    paragraph(
      'shortcomings.lead',
      missed.length > 0
        ? say.shortGoals(missed.map(named))
        : goals && goals.reached.length > 0
          ? say.shortNoGoals()
          : undefined,
      dear && main && parts
        ? say.shortPart(
            parts.by,
            dear.row.key,
            dear.base,
            mention(dear.value),
            mention(dear.overall),
            main.base,
            dear.row.share && mention(dear.row.share),
          )
        : undefined,
    ),
    make.prompt('shortcomings.prompt', words.prompts.shortcomings),
  )
}

const plannedGoals = 3

export function plans(desk: Desk): Block[] {
  const { evidence, words, say, make } = desk
  const { goals, main, parts, months } = evidence
  const missed = goals?.missed.slice(0, plannedGoals) ?? []
  const dear = dearPart(desk)
  const cheap = main?.unitCost && parts?.dearest && parts.cheapest
  const cheapValue = cheap && main.unitCost && cheap.of.get(main.unitCost.figure.id)
  const items = given(
    missed.length > 0 ? say.planGoals(missed.map(named)) : undefined,
    missed.length === 0 && goals?.best ? say.planKeep(named(goals.best)) : undefined,
    dear && say.planDear(dear.row.key, dear.base, mention(dear.value), mention(dear.overall)),
    cheap && cheapValue && main.unitCost
      ? say.planCheap(cheap.key, main.unitCost.base, mention(cheapValue))
      : undefined,
    main && months ? say.planTrend(main.base) : undefined,
  )
  return given(
    items.length > 0 ? make.list('plans.list', true, items) : undefined,
    make.prompt('plans.prompt', words.prompts.plans),
  )
}
