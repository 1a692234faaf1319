// Goals against values: attainment, verdict, and the words for both, by the kind of the figure.
// A count speaks of 达成率124%, a cost of 较目标降低10.8% and never of 达成率93%, a rate of percentage points.

import type { FigureState, Goal, JudgedGoal, Tier, Tiers, Verdict } from '../model/goal.ts'
import type { Language } from '../model/language.ts'
import { decimalsOf, formatPercent, formatPoints, formatValue, noValue } from '../numbers/format.ts'
import { tidy } from '../numbers/tidy.ts'
import { figureWords, type Side } from '../text/figures.ts'

type Measured = Omit<FigureState, 'goal'>

/**
 * The goal with its verdict and its grade among `tiers`. Attainment is actual ÷ target, null unless the target is above
 * zero and the actual not below it, and where the quotient leaves the range of numbers.
 */
export function judge(goal: Goal, figure: Measured, language: Language, tiers: Tiers): JudgedGoal {
  const words = figureWords[language].goal
  const { value } = figure
  const target = writtenTarget(goal, figure, language)
  if (value === null) {
    const verdict = words.verdict[goal.polarity].unknown
    return {
      ...goal,
      attainment: null,
      index: null,
      verdict: 'unknown',
      tier: null,
      text: { target, attainment: noValue, verdict, outcome: verdict },
    }
  }
  const attainment = attainmentOf(goal, value)
  const index = attainment === null ? null : indexOf(goal, attainment)
  const verdict = verdictOf(goal, value)
  return {
    ...goal,
    attainment,
    index,
    verdict,
    tier: index === null ? null : tierOf(index, tiers),
    text: {
      target,
      verdict: words.verdict[goal.polarity][verdict],
      ...wording(goal, figure, value, attainment, language),
    },
  }
}

function attainmentOf(goal: Goal, value: number): number | null {
  const bound = boundOf(goal)
  const attainment = bound > 0 && value >= 0 ? tidy(value / bound) : null
  return attainment === null || !Number.isFinite(attainment) ? null : attainment
}

/** Beyond a target that is to be hit exactly, every step away counts against it, on either side. */
function indexOf({ comparator, polarity }: Goal, attainment: number): number {
  if (comparator === '=') return Math.max(0, tidy(1 - Math.abs(attainment - 1)))
  return polarity === 'lower' ? Math.max(0, tidy(2 - attainment)) : attainment
}

/** The best that `index` reaches; the last has no lower end. */
const tierOf = (index: number, tiers: Tiers): Tier | null =>
  tiers.find(({ from }) => from === null || compare(index, from) >= 0) ?? null

/** Sums of many binary fractions drift by less than this; a difference a person could mean does not. */
const drift = 1e-11

const compare = (left: number, right: number): -1 | 0 | 1 =>
  Math.abs(left - right) <= drift * Math.max(Math.abs(left), Math.abs(right)) ? 0 : left < right ? -1 : 1

function verdictOf(goal: Goal, value: number): Verdict {
  const against = compare(value, goal.target)
  switch (goal.comparator) {
    case '≥':
      return against > 0 ? 'exceeded' : against === 0 ? 'met' : 'missed'
    case '>':
      return against > 0 ? 'exceeded' : 'missed'
    case '≤':
      return against < 0 ? 'exceeded' : against === 0 ? 'met' : 'missed'
    case '<':
      return against < 0 ? 'exceeded' : 'missed'
    case '=':
      return against === 0 ? 'met' : 'missed'
    case 'range': {
      const inside = against >= 0 && compare(value, goal.targetHigh ?? goal.target) <= 0
      const good = goal.polarity === 'higher' ? against > 0 : against < 0
      return inside ? 'met' : good ? 'exceeded' : 'missed'
    }
  }
}

/** The end of a range that must be reached: the low one where more is better. */
const boundOf = (goal: Goal): number =>
  goal.comparator === 'range' && goal.polarity === 'lower' ? (goal.targetHigh ?? goal.target) : goal.target

type Wording = Pick<JudgedGoal['text'], 'attainment' | 'outcome'>

function wording(
  goal: Goal,
  figure: Measured,
  value: number,
  attainment: number | null,
  language: Language,
): Wording {
  const words = figureWords[language].goal
  const sideOf = (target: number): Side =>
    (['below', 'level', 'above'] as const)[compare(value, target) + 1] ?? 'level'
  // A point is ten times what a step of ‰ is.
  const differenceFrom = (target: number): string => {
    const difference = Math.abs(tidy(value - target))
    return figure.kind === 'rate'
      ? formatPoints(difference, language, figure.rounding.decimals + (figure.unit === '‰' ? 1 : 0))
      : formatValue(difference, { ...figure, rounding: visible(difference, figure) }, language)
  }
  if (goal.comparator === 'range') {
    const high = goal.targetHigh ?? goal.target
    const side: Side =
      compare(value, goal.target) < 0 ? 'below' : compare(value, high) > 0 ? 'above' : 'level'
    const outcome =
      side === 'level'
        ? words.inRange
        : words.outOfRange(side, differenceFrom(side === 'below' ? goal.target : high))
    return { attainment: outcome, outcome }
  }
  const side = sideOf(goal.target)
  const difference = differenceFrom(goal.target)
  const byDifference: Wording = {
    attainment: words.againstShort(side, goal.polarity, difference),
    outcome: words.against(side, goal.polarity, difference),
  }
  if (attainment === null || goal.comparator === '=') return byDifference
  const percent = percentOf(attainment)
  if (figure.kind === 'rate') {
    if (goal.polarity === 'lower') return byDifference
    return { attainment: percent, outcome: words.pointsAndAttained(byDifference.outcome, percent) }
  }
  if (goal.polarity === 'higher') return { attainment: percent, outcome: words.attained(percent) }
  const relative = formatPercent(Math.abs(tidy(attainment - 1)))
  const decrease =
    words.decrease[figure.kind === 'count' || figure.kind === 'duration' ? figure.kind : 'other']
  return {
    attainment: words.relativeShort(side, decrease, relative),
    outcome: words.relative(side, decrease, relative),
  }
}

/** 99.97 % of a missed goal must not read as 100 %. */
function percentOf(attainment: number): string {
  const whole = formatPercent(1)
  for (let decimals = 1; decimals < 6; decimals += 1) {
    const percent = formatPercent(attainment, decimals)
    if (percent !== whole || compare(attainment, 1) === 0) return percent
  }
  return formatPercent(attainment, 6)
}

/** A target is written as exactly as it was set: 45%, not 45.0%, and 0.125万 where the figure shows one decimal. */
function lossless(value: number, figure: Measured): Measured['rounding'] {
  const { scale } = figure.rounding
  const shift = figure.kind === 'rate' ? (figure.unit === '‰' ? 3 : 2) : -Math.log10(scale)
  return { scale, decimals: decimalsOf(value, 8, shift) }
}

/** A difference is rounded as its figure, unless that would write a difference as none. */
function visible(difference: number, figure: Measured): Measured['rounding'] {
  const exact = lossless(difference, figure)
  const { scale, decimals } = figure.rounding
  return difference < scale * 10 ** -decimals
    ? exact
    : { scale, decimals: Math.min(decimals, exact.decimals) }
}

function writtenTarget(goal: Goal, figure: Measured, language: Language): string {
  const words = figureWords[language].goal
  const write = (target: number): string =>
    formatValue(target, { ...figure, rounding: lossless(target, figure) }, language)
  if (goal.comparator === 'range')
    return words.range(write(goal.target), write(goal.targetHigh ?? goal.target))
  return words.target(goal.comparator === '=' ? '' : goal.comparator, write(goal.target))
}
