// A survey: how many of those asked answered, and how many of them chose what. Where several answers were allowed, the
// rates may add up to more than one.

import type { ComparisonOf } from '../../model/comparison.ts'
import type { Expression } from '../../model/figure.ts'
import type { FigureState } from '../../model/goal.ts'
import { times as productOf } from '../../numbers/intervals.ts'
import { maybeSumProblem, rateOf } from './additive.ts'
import { type Bench, hasValue, percent } from './derive.ts'
import { call, of, sumOf, times } from './expressions.ts'
import { isCertain, warnOfCounts } from './rate.ts'
import { intervalOf, isKnown } from './stated.ts'

/** From fewer than so many no share of an answer is worth telling (the usual least size of a large sample). */
const fewest = 30
/** So many answers are named in a sentence. */
const named = 5
/** Rounded rates of answers add up to a little more than one. */
const slack = 0.005

interface Answer {
  name: string
  rate: string | undefined
  count: string | undefined
  isAbout: boolean
  value: number
}

export function measureSurvey(comparison: ComparisonOf<'survey'>, bench: Bench): string {
  const sent = bench.figure(comparison.sent)
  const valid = bench.figure(comparison.valid)
  const subject = comparison.name || bench.sentences.surveyName
  if (isKnown(valid) && valid.value < fewest) bench.warn('too-small-a-sample')
  const response = sent && valid ? deriveResponse(bench, subject, valid, sent) : undefined
  const asked = valid ?? sent
  const given = comparison.answers.flatMap(({ name, figure: id }) => {
    const figure = bench.figure(id)
    return figure ? [{ name: name || figure.name, figure }] : []
  })
  const all = asked ? undefined : sumOfAnswers(comparison, bench, subject, given)
  const answers = given.flatMap(({ name, figure }) => answerOf(bench, name, figure, asked, all) ?? [])
  const total = answers.reduce((sum, { value }) => sum + value, 0)
  if (!comparison.multiple && total > 1 + slack * answers.length) bench.warn('parts-exceed-whole')
  if (answers.length === 0 && !response) return ''
  return bench.sentences.survey({
    sent: isKnown(sent) ? sent.text : undefined,
    valid: isKnown(valid) ? valid.text : undefined,
    response: hasValue(response) ? response.text : undefined,
    answers: answers.slice(0, named),
    more: answers.length > named,
    multiple: comparison.multiple,
  })
}

function deriveResponse(bench: Bench, subject: string, valid: FigureState, sent: FigureState) {
  warnOfCounts(bench, undefined, valid, sent)
  return bench.derive(
    { role: 'response-rate', name: bench.names.responseRate(subject), form: percent, scope: sent.name },
    rateOf(valid, sent),
  )
}

/** Where everybody gave one answer and nobody has counted them, they are as many as all answers together. */
function sumOfAnswers(
  { multiple }: ComparisonOf<'survey'>,
  bench: Bench,
  subject: string,
  given: readonly { figure: FigureState }[],
): Expression | undefined {
  const figures = given.map(({ figure }) => figure)
  const [first] = figures
  if (multiple || !first || figures.length < 2 || maybeSumProblem(figures, 'parts')) return undefined
  const sum = sumOf(figures.map((figure) => of(figure)))
  bench.derive({ role: 'valid', name: bench.names.answers(subject), form: first, additive: true }, sum)
  return sum
}

/** An answer known by its rate gets a count where there is a base, one known by its count a rate. */
function answerOf(
  bench: Bench,
  name: string,
  figure: FigureState,
  base: FigureState | undefined,
  all: Expression | undefined,
): Answer | undefined {
  if (figure.kind === 'rate') {
    warnOfCounts(bench, figure, undefined, base)
    const count =
      base &&
      bench.derive(
        {
          role: 'answer-count',
          key: figure.id,
          of: name,
          name: bench.names.answerCount(name),
          form: base,
          additive: base.additive,
        },
        call('round', times(of(figure), of(base))),
      )
    if (!isKnown(figure)) return undefined
    const possible = isKnown(base) ? productOf(intervalOf(figure), intervalOf(base)) : undefined
    return {
      name,
      rate: figure.text,
      count: hasValue(count) ? count.text : undefined,
      isAbout: !isCertain(possible),
      value: figure.value,
    }
  }
  if (base && figure.kind !== base.kind) {
    bench.warn('units-differ')
    return undefined
  }
  const counted = { name, count: figure.text, isAbout: false }
  const whole = base ? rateOf(figure, base) : all && call('share', of(figure), all)
  if (!whole) {
    bench.warn('no-base')
    return isKnown(figure) ? { ...counted, rate: undefined, value: 0 } : undefined
  }
  if (base) warnOfCounts(bench, undefined, figure, base)
  const rate = bench.derive(
    {
      role: 'answer-rate',
      key: figure.id,
      of: name,
      name: bench.names.answerRate(name),
      form: percent,
      scope: base?.name,
    },
    whole,
  )
  return hasValue(rate) ? { ...counted, rate: rate.text, value: rate.value } : undefined
}
