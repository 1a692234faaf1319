// A survey: how many of those asked answered, and how many of them chose what. Where several answers were allowed, the
// rates may add up to more than one.

import type { ComparisonOf } from '../../model/comparison.ts'
import type { FigureState } from '../../model/goal.ts'
import { times as productOf } from '../../numbers/intervals.ts'
import { rateOf } from './additive.ts'
import { type Bench, percent } from './derive.ts'
import { call, of, times } from './expressions.ts'
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
  rate: string
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
  const base = valid ?? sent
  const answers = comparison.answers.flatMap(({ name, figure: id }) => {
    const figure = bench.figure(id)
    return figure ? (answerOf(bench, name, figure, base) ?? []) : []
  })
  const total = answers.reduce((sum, { value }) => sum + value, 0)
  if (!comparison.multiple && total > 1 + slack * answers.length) bench.warn('parts-exceed-whole')
  if (answers.length === 0 && !response) return ''
  return bench.sentences.survey({
    sent: isKnown(sent) ? sent.text : undefined,
    valid: isKnown(valid) ? valid.text : undefined,
    response: response?.value == null ? undefined : response.text,
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

/** An answer known by its rate gets a count where there is a base, one known by its count a rate. */
function answerOf(
  bench: Bench,
  name: string,
  figure: FigureState,
  base: FigureState | undefined,
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
      count: count?.value == null ? undefined : count.text,
      isAbout: !isCertain(possible),
      value: figure.value,
    }
  }
  if (!base) {
    bench.warn('no-base')
    return undefined
  }
  if (figure.kind !== base.kind) {
    bench.warn('units-differ')
    return undefined
  }
  warnOfCounts(bench, undefined, figure, base)
  const rate = bench.derive(
    {
      role: 'answer-rate',
      key: figure.id,
      of: name,
      name: bench.names.answerRate(name),
      form: percent,
      scope: base.name,
    },
    rateOf(figure, base),
  )
  return rate.value === null
    ? undefined
    : { name, rate: rate.text, count: figure.text, isAbout: false, value: rate.value }
}
