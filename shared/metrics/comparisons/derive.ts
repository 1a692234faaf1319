// The bench that every kind of comparison works on: looks operands up, makes what follows from them into figures with
// formulas, evaluates these, and collects warnings. It knows no kind of comparison.

import type { Comparison, ComparisonWarning, Derived } from '../../model/comparison.ts'
import type { Expression, Figure, Rounding } from '../../model/figure.ts'
import type { FigureState } from '../../model/goal.ts'
import type { ComparisonId, FigureId } from '../../model/ids.ts'
import type { Language } from '../../model/language.ts'
import { stableId } from '../../model/stable-id.ts'
import { decimalsOf, formatValue, noValue } from '../../numbers/format.ts'
import { tidy } from '../../numbers/tidy.ts'
import { unitOf } from '../../formula/index.ts'
import { comparisonSentences, type ComparisonSentences } from '../../text/comparison-sentences.ts'
import {
  type ComparisonNames,
  type ComparisonNotes,
  type ComparisonWords,
  comparisonWords,
} from '../../text/comparisons.ts'
import { calculate } from '../calculate.ts'

/** How a value is written and what it is. */
export type Form = Pick<Figure, 'kind' | 'unit' | 'rounding'>

/** What makes a derived figure. `key` tells it from others of its role: the id of the part, the step, the answer. */
export interface Making {
  role: string
  key?: string
  of?: string
  name: string
  form: Form
  additive?: boolean
  scope?: string | undefined
}

export interface Bench {
  language: Language
  names: ComparisonNames
  notes: ComparisonNotes
  units: ComparisonWords['units']
  sentences: ComparisonSentences
  /** Undefined for an operand that was not given, or is gone. */
  figure: (id: FigureId | null) => FigureState | undefined
  /** What a formula comes to with the figures at hand. */
  valueOf: (expression: Expression, as?: Form) => number | null
  /** What a quotient of figures with different units is and how it is written: 元/人 with so many decimals. */
  formOf: (expression: Expression, decimals: number) => Form
  /** Adds a figure that a formula over the operands gives. */
  derive: (making: Making, expression: Expression) => Derived
  /** Adds a figure that no formula can express; `note` says how it was had. Nothing is added without a value. */
  state: (making: Making, value: number | null, note: string) => Derived | undefined
  warn: (warning: ComparisonWarning) => void
  /** A value as its form is written. */
  write: (value: number, form: Form) => string
  /** The same inside a sentence: as fine as it must be to be seen, and no finer than the value is: 5个百分点, 11.6%. */
  writeShort: (value: number, form: Form) => string
}

/** The same comparison always gives what follows from it the same id. */
export const derivedId = (comparison: ComparisonId, role: string, key?: string): FigureId =>
  stableId('f', comparison, role, ...(key === undefined ? [] : [key])) as FigureId

/** What is collected in the end. */
export interface Collected {
  derived: readonly Derived[]
  warnings: readonly ComparisonWarning[]
}

export function startBench(
  comparison: Comparison,
  figures: ReadonlyMap<FigureId, FigureState>,
  language: Language,
): { bench: Bench; collected: Collected } {
  const derived: Derived[] = []
  const warnings: ComparisonWarning[] = []
  const write = (value: number, form: Form): string => formatValue(value, form, language)
  const valueOf = (expression: Expression, as?: Form): number | null => evaluated(expression, figures, as)

  const add = (
    { role, key, of, name, form, additive, scope }: Making,
    origin: Figure['origin'],
    value: number | null,
  ): Derived => {
    const figure: Figure = {
      id: derivedId(comparison.id, role, key),
      name: name.slice(0, 200),
      kind: form.kind,
      unit: form.unit,
      rounding: value === null ? form.rounding : visible(value, form),
      origin,
      additive: additive ?? false,
      ...(scope !== undefined && scope !== '' && { scope }),
    }
    const made: Derived = {
      role,
      ...(of !== undefined && { of }),
      figure,
      value,
      text: value === null ? noValue : write(value, figure),
    }
    derived.push(made)
    return made
  }

  const bench: Bench = {
    language,
    names: comparisonWords[language].names,
    notes: comparisonWords[language].notes,
    units: comparisonWords[language].units,
    sentences: comparisonSentences[language],
    figure: (id) => (id === null ? undefined : figures.get(id)),
    valueOf,
    formOf: (expression, decimals) => {
      const found = unitOf(expression, figures)
      const measured = 'problem' in found ? { kind: 'ratio' as const, unit: '' } : found
      return { kind: measured.kind, unit: measured.unit, rounding: { scale: 1, decimals } }
    },
    derive: (making, expression) =>
      add(making, { kind: 'formula', expression }, valueOf(expression, making.form)),
    state: (making, value, note) =>
      value === null || !Number.isFinite(value)
        ? undefined
        : add(making, { kind: 'typed', value: tidy(value), note }, tidy(value)),
    warn: (warning) => {
      if (!warnings.includes(warning)) warnings.push(warning)
    },
    write,
    writeShort: (value, form) => {
      const rounding = visible(value, form)
      return write(value, {
        ...form,
        rounding: {
          ...rounding,
          decimals: decimalsOf(value, rounding.decimals, shiftOf({ ...form, rounding })),
        },
      })
    },
  }
  return { bench, collected: { derived, warnings } }
}

/** Whether a figure was derived and came out. */
export const hasValue = (derived: Derived | undefined): derived is Derived & { value: number } =>
  derived !== undefined && derived.value !== null

/** What a formula over measured figures comes to, in the unit asked for. */
export function evaluated(
  expression: Expression,
  figures: ReadonlyMap<FigureId, FigureState>,
  as?: Form,
): number | null {
  const operandOf = (id: FigureId) => {
    const figure = figures.get(id)
    return figure && { value: figure.value, kind: figure.kind, unit: figure.unit }
  }
  return calculate(expression, operandOf, as).value
}

/**
 * Rounded as asked, unless that would write a difference as none, or a small rate with one digit: 0.9% and 0.4% are
 * 0.90% and 0.44%. Then at scale one, with as many decimals as it takes.
 */
function visible(value: number, form: Form): Rounding {
  const { kind, rounding } = form
  const least = kind === 'rate' ? 10 : 0.5
  const isSeen = (decimals: number): boolean => Math.abs(value) >= least * 10 ** -(decimals + shiftOf(form))
  if (value === 0 || isSeen(rounding.decimals)) return rounding
  if (rounding.scale !== 1) return visible(value, { ...form, rounding: { scale: 1, decimals: 0 } })
  let { decimals } = rounding
  while (decimals < 10 && !isSeen(decimals)) decimals += 1
  // One digit alone says little of what is no rate.
  const more = kind === 'rate' ? decimals : Math.min(decimals + 1, decimalsOf(value, 10, shiftOf(form)))
  return { scale: 1, decimals: Math.min(10, Math.max(decimals, more)) }
}

/** By how many places the point moves when a value is written: two for percent, four back for 万. */
const shiftOf = ({ kind, unit, rounding }: Form): number =>
  kind === 'rate' || kind === 'points' ? (unit === '‰' ? 3 : 2) : -Math.log10(rounding.scale)

/** A share or a rate of growth, with one decimal. */
export const percent: Form = { kind: 'rate', unit: '%', rounding: { scale: 1, decimals: 1 } }

/** The difference of two values of one form: of rates, points. Written as finely as the finer of both. */
export function differenceForm(one: Form, other: Form): Form {
  const { scale } = one.rounding
  const decimals =
    one.rounding.scale === other.rounding.scale
      ? Math.max(one.rounding.decimals, other.rounding.decimals)
      : one.rounding.decimals
  if (one.kind === 'rate' || one.kind === 'points')
    return { kind: 'points', unit: '%', rounding: { scale: 1, decimals: Math.max(1, decimals) } }
  return { kind: one.kind, unit: one.unit, rounding: { scale, decimals } }
}

export const sideOf = (value: number): 'up' | 'down' | 'level' =>
  value === 0 ? 'level' : value > 0 ? 'up' : 'down'
