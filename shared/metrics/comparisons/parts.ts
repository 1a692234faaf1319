// Parts and their whole: shares of it, what the named parts leave, and what one of the rest costs.

import type { ComparisonOf } from '../../model/comparison.ts'
import type { Expression } from '../../model/figure.ts'
import type { FigureState } from '../../model/goal.ts'
import { tidy } from '../../numbers/tidy.ts'
import { haveOneUnit, maybeSumProblem } from './additive.ts'
import { type Bench, type Form, hasValue, percent } from './derive.ts'
import { call, minus, mostArguments, number, of, over, sumOf, times } from './expressions.ts'
import { isKnown } from './stated.ts'

/** So many parts are named in a sentence. */
const named = 5
/** Sums of typed numbers drift by less. */
const drift = 1e-9

export function measureShares(comparison: ComparisonOf<'shares'>, bench: Bench): string {
  const parts = comparison.parts.flatMap((id) => bench.figure(id) ?? [])
  const whole = bench.figure(comparison.whole)
  if (parts.length === 0) return ''
  return parts.every(({ kind }) => kind === 'rate') && (!whole || whole.kind === 'rate')
    ? measureStatedShares(comparison, bench, parts, whole)
    : measureQuantities(comparison, bench, parts, whole)
}

/** Parts that are shares already: 45%, 30%, and what they leave of 100 %. */
function measureStatedShares(
  comparison: ComparisonOf<'shares'>,
  bench: Bench,
  parts: readonly FigureState[],
  whole: FigureState | undefined,
): string {
  const all = whole ? of(whole) : number(1)
  const sum = sumOf(parts.map((part) => of(part)))
  warnOfExcess(bench, parts, bench.valueOf(all), comparison.multiple ? null : bench.valueOf(sum))
  const others = comparison.multiple
    ? undefined
    : bench.derive(
        { role: 'residual', name: bench.names.otherShare(comparison.name), form: finestOf(parts) },
        minus(all, sum),
      )
  const known = parts.filter((part) => isKnown(part))
  if (known.length === 0) return ''
  return bench.sentences.shares({
    parts: known.slice(0, saidOf(known)).map(({ name, text }) => ({ name, share: text })),
    more: known.length > saidOf(known),
    others: hasValue(others) && others.value > drift ? { share: others.text } : undefined,
    exceeds:
      comparison.multiple && (bench.valueOf(sum) ?? 0) > (bench.valueOf(all) ?? Infinity) * (1 + drift),
  })
}

/** What is left of 42% and 35% is 23%, not 23.0%. */
const finestOf = (parts: readonly FigureState[]): Form => ({
  ...percent,
  rounding: { scale: 1, decimals: Math.max(...parts.map(({ rounding }) => rounding.decimals)) },
})

function measureQuantities(
  comparison: ComparisonOf<'shares'>,
  bench: Bench,
  parts: readonly FigureState[],
  given: FigureState | undefined,
): string {
  const problem = maybeSumProblem(given ? [given, ...parts] : parts, 'parts')
  if (problem) bench.warn(problem)
  if (problem === 'units-differ' || (problem === 'not-additive' && !given)) return ''
  const [first] = parts
  const form = given ?? first
  if (!form) return ''
  const sum = sumOf(parts.map((part) => of(part)))
  const all = given ? of(given) : sum
  const wholeName = given?.name ?? (comparison.name || bench.sentences.list(parts.map(({ name }) => name)))
  const whole = given
    ? given
    : bench.derive({ role: 'whole', name: bench.names.total(wholeName), form, additive: true }, sum)
  warnOfExcess(bench, parts, bench.valueOf(all), comparison.multiple || problem ? null : bench.valueOf(sum))
  const shares = parts.map((part) => ({
    part,
    share: bench.derive(
      {
        role: 'share',
        key: part.id,
        of: part.name,
        name: bench.names.share(part.name, part.part !== undefined && part.name.startsWith(part.part.key)),
        form: percent,
        scope: wholeName,
      },
      call('share', of(part), all),
    ),
  }))
  const rest =
    given && !comparison.multiple && !problem && leavesSome(bench, given, parts)
      ? restOf(bench, given, parts)
      : undefined
  const said = shares.filter(({ part, share }) => isKnown(part) && share.value !== null)
  if (said.length === 0) return ''
  return bench.sentences.shares({
    whole: { name: wholeName, text: whole.text },
    parts: said
      .slice(0, saidOf(said))
      .map(({ part, share }) => ({ name: part.name, text: part.text, share: share.text })),
    more: said.length > saidOf(said),
    others:
      rest && hasValue(rest.value) && rest.value.value > 0 && hasValue(rest.share)
        ? { text: rest.value.text, share: rest.share.text }
        : undefined,
    exceeds:
      comparison.multiple && (bench.valueOf(sum) ?? 0) > (bench.valueOf(all) ?? Infinity) * (1 + drift),
  })
}

/** How many parts a sentence names: one more rather than "and others" for a single one. */
const saidOf = (parts: readonly unknown[]): number => (parts.length === named + 1 ? parts.length : named)

/** Parts that make up the whole leave nothing to speak of. */
function leavesSome(bench: Bench, whole: FigureState, parts: readonly FigureState[]): boolean {
  const left = bench.valueOf(
    remainder(
      of(whole),
      parts.map((part) => of(part)),
    ),
  )
  return left === null || Math.abs(left) > drift * Math.abs(whole.value ?? 0)
}

/** What the parts leave, and its share. */
function restOf(bench: Bench, whole: FigureState, parts: readonly FigureState[]) {
  const left = remainder(
    of(whole),
    parts.map((part) => of(part)),
  )
  return {
    value: bench.derive(
      { role: 'residual', name: bench.names.others(whole.name), form: whole, additive: whole.additive },
      left,
    ),
    share: bench.derive(
      { role: 'residual-share', name: bench.names.otherShare(whole.name), form: percent, scope: whole.name },
      call('share', left, of(whole)),
    ),
  }
}

const remainder = (whole: Expression, parts: readonly Expression[]): Expression =>
  parts.length < mostArguments ? call('rest', whole, ...parts) : call('rest', whole, sumOf(parts))

/** `sum` is null where parts may exceed the whole together. */
function warnOfExcess(
  bench: Bench,
  parts: readonly FigureState[],
  whole: number | null,
  sum: number | null,
): void {
  if (whole === null) return
  const most = whole + Math.abs(whole) * drift
  if (parts.some((part) => isKnown(part) && part.value > most)) bench.warn('part-exceeds-whole')
  // Stated shares are rounded each on its own: 33.4% three times is 100 %.
  const slack = parts.reduce((total, part) => total + (part.kind === 'rate' ? halfStep(part) : 0), 0)
  if (sum !== null && sum > most + slack) bench.warn('parts-exceed-whole')
}

const halfStep = ({ unit, rounding }: FigureState): number =>
  10 ** -(rounding.decimals + (unit === '‰' ? 3 : 2)) / 2

/** What is left of a total, and with unit costs what one of the rest costs: (total cost − known costs) ÷ the rest. */
export function measureResidual(comparison: ComparisonOf<'residual'>, bench: Bench): string {
  const whole = bench.figure(comparison.whole)
  const parts = comparison.parts.flatMap((id) => bench.figure(id) ?? [])
  if (!whole || parts.length < comparison.parts.length) return ''
  const problem = maybeSumProblem([whole, ...parts], 'parts')
  if (problem) {
    bench.warn(problem)
    return ''
  }
  const sum = sumOf(parts.map((part) => of(part)))
  warnOfExcess(bench, parts, whole.value, bench.valueOf(sum))
  const { value, share } = restOf(bench, whole, parts)
  const cost = comparison.unitCost && restCost(comparison, bench, whole, parts)
  if (value.value === null || value.value < 0) return ''
  return bench.sentences.residual({
    whole: comparison.name || whole.name,
    parts: parts.map(({ name }) => name),
    value: value.text,
    share: share.value === null ? undefined : share.text,
    unitCost: cost,
  })
}

/** The same for any level per piece: with rates it is the rate of the rest. */
function restCost(
  { unitCost }: ComparisonOf<'residual'>,
  bench: Bench,
  whole: FigureState,
  parts: readonly FigureState[],
): { name: string; rest: string; whole: string } | undefined {
  const overall = bench.figure(unitCost?.whole ?? null)
  const levels = (unitCost?.parts ?? []).flatMap((id) => bench.figure(id) ?? [])
  if (!overall || levels.length < parts.length) return undefined
  if (!haveOneUnit([overall, ...levels])) {
    bench.warn('units-differ')
    return undefined
  }
  const spent = parts.map((part, index) => times(of(levels[index] ?? overall), of(part)))
  const cost = remainder(times(of(overall), of(whole)), spent)
  const count = remainder(
    of(whole),
    parts.map((part) => of(part)),
  )
  const decimals = Math.max(...[overall, ...levels].map(({ rounding }) => rounding.decimals))
  const form = { ...overall, rounding: { scale: overall.rounding.scale, decimals } }
  const rest = bench.derive(
    { role: 'residual-unit-cost', name: bench.names.otherUnitCost(overall.name), form },
    over(cost, count),
  )
  // The known parts alone cost more than everything.
  if (rest.value !== null && tidy(rest.value) < 0) bench.warn('contradicts')
  return rest.value === null ? undefined : { name: overall.name, rest: rest.text, whole: overall.text }
}
