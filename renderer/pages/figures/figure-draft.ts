// A figure while it is made or changed: what the form holds, and the figure that it says. What was not chosen follows
// from the rest: kind and unit from the column or the formula, the name from the column.

import {
  formulaNames,
  type FormulaProblem,
  readFormula,
  unitOf,
  writeFormula,
} from '../../../shared/formula/index.ts'
import type { Expression, Figure, FigureKind, Origin, Rounding } from '../../../shared/model/figure.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { FigureId, TableId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { Table } from '../../../shared/model/table.ts'
import type { FigureEditorWords, FigureWay } from '../../../shared/text/figure-editor.ts'
import { type AggregateDraft, draftOfAggregate, emptyAggregate, readAggregate } from './aggregate-draft.ts'
import { type PatternDraft, readPattern } from './pattern-draft.ts'
import { readValue } from './read-target.ts'

export interface FigureDraft extends AggregateDraft {
  /** The figure that is changed. */
  before: Figure | undefined
  id: FigureId
  /** A cell stays the cell it is: only how it is called and written can be changed. */
  way: FigureWay | 'cell'
  formula: string
  pattern: PatternDraft
  value: string
  note: string
  /** Null: as proposed. */
  name: string | null
  kind: FigureKind | null
  unit: string | null
  rounding: Rounding | null
  additive: boolean | null
  scope: string
}

export interface DraftContext {
  tables: readonly Table[]
  figures: readonly FigureState[]
  language: Language
  words: FigureEditorWords
}

export interface ReadFigure {
  /** Null while something is missing or wrong. Its rounding is the default of its kind until its value is known. */
  figure: Figure | null
  proposedName: string
  problems: Partial<
    Readonly<Record<'table' | 'column' | 'formula' | 'pattern' | 'value' | 'note' | 'name', string>>
  >
  formulaProblem?: FormulaProblem
}

export const emptyFigureDraft = (way: FigureWay, table: TableId | ''): FigureDraft => ({
  before: undefined,
  id: `figure-${crypto.randomUUID()}` as FigureId,
  way,
  ...emptyAggregate(table),
  formula: '',
  pattern: { pattern: '', operands: [] },
  value: '',
  note: '',
  name: null,
  kind: null,
  unit: null,
  rounding: null,
  additive: null,
  scope: '',
})

/** A figure back in the form. `written` is its value as a person would type it. */
export function draftOfFigure(figure: Figure, context: DraftContext, written: string): FigureDraft {
  const { name, kind, unit, rounding, additive, scope = '', id, origin } = figure
  const draft: FigureDraft = {
    ...emptyFigureDraft('table', ''),
    before: figure,
    id,
    name,
    kind,
    unit,
    rounding,
    additive,
    scope,
  }
  switch (origin.kind) {
    case 'cell':
      return { ...draft, way: 'cell' }
    case 'typed':
      return { ...draft, way: 'typed', value: written, note: origin.note }
    case 'formula': {
      const names = formulaNames(context.figures.filter((one) => one.id !== id))
      const formula = writeFormula(
        origin.expression,
        (operand) => names.get(operand) ?? '?',
        context.language,
      )
      const measured = unitOf(origin.expression, byId(context))
      const isDerived = 'kind' in measured && measured.kind === kind
      return { ...draft, way: 'formula', formula, kind: isDerived ? null : kind, unit: null }
    }
    case 'aggregate':
      return { ...draft, ...draftOfAggregate(origin, context.tables) }
  }
}

export function readFigure(draft: FigureDraft, context: DraftContext): ReadFigure {
  switch (draft.way) {
    case 'table':
      return readByTable(draft, context)
    case 'formula':
      return readByFormula(draft, context)
    case 'pattern':
      return readByPattern(draft, context)
    case 'typed':
      return readTyped(draft, context)
    case 'cell':
      return finished(draft, context, draft.before?.origin, draft.before ?? plain, draft.before?.name ?? '')
  }
}

interface Derived {
  kind: FigureKind
  unit: string
  additive: boolean
  rounding?: Rounding
}

const plain: Derived = { kind: 'count', unit: '', additive: false }

/** What was chosen over what follows by itself. */
function finished(
  draft: FigureDraft,
  { words }: DraftContext,
  origin: Origin | undefined,
  derived: Derived,
  proposedName: string,
): ReadFigure {
  const name = (draft.name ?? proposedName).trim()
  const problems = name === '' ? { name: words.nameMissing } : {}
  if (!origin) return { figure: null, proposedName, problems }
  const { part, role } = draft.before ?? {}
  const scope = draft.scope.trim()
  const figure: Figure = {
    id: draft.id,
    name: name === '' ? words.newTitle : name,
    kind: draft.kind ?? derived.kind,
    unit: (draft.unit ?? derived.unit).trim(),
    rounding: draft.rounding ?? derived.rounding ?? { scale: 1, decimals: 2 },
    origin,
    additive: draft.additive ?? derived.additive,
    ...(scope === '' ? {} : { scope }),
    ...(part ? { part } : {}),
    ...(role ? { role } : {}),
  }
  return { figure, proposedName, problems }
}

function readByTable(draft: FigureDraft, context: DraftContext): ReadFigure {
  const { tables, figures, words } = context
  const read = readAggregate(draft, tables, figures, words)
  if ('missing' in read) {
    const problem = read.missing === 'table' ? { table: words.chooseTable } : { column: words.chooseColumn }
    return { figure: null, proposedName: '', problems: problem }
  }
  return finished(draft, context, read.origin, read, read.name)
}

function readByFormula(draft: FigureDraft, context: DraftContext): ReadFigure {
  const { words, language } = context
  if (draft.formula.trim() === '')
    return { figure: null, proposedName: '', problems: { formula: words.formulaEmpty } }
  const named = context.figures.filter(({ id }) => id !== draft.id)
  const read = readFormula(draft.formula, named, language)
  if ('problem' in read) return { figure: null, proposedName: '', problems: {}, formulaProblem: read.problem }
  return ofExpression(draft, context, read.expression)
}

function readByPattern(draft: FigureDraft, context: DraftContext): ReadFigure {
  const read = readPattern(draft.pattern, context)
  if ('problem' in read) return { figure: null, proposedName: read.name, problems: { pattern: read.problem } }
  const { figure } = read
  return finished(draft, context, figure.origin, figure, figure.name)
}

function ofExpression(draft: FigureDraft, context: DraftContext, expression: Expression): ReadFigure {
  const figures = byId(context)
  const measured = unitOf(expression, figures)
  if ('problem' in measured)
    return { figure: null, proposedName: '', problems: {}, formulaProblem: measured.problem }
  const derived = { ...measured, additive: isSum(expression, figures) }
  return finished(draft, context, { kind: 'formula', expression }, derived, '')
}

const byId = ({ figures }: DraftContext): ReadonlyMap<FigureId, FigureState> =>
  new Map(figures.map((figure) => [figure.id, figure]))

/** Sums and differences of what may be added up may be added up too. */
function isSum(expression: Expression, figures: ReadonlyMap<FigureId, FigureState>): boolean {
  if ('figure' in expression) return figures.get(expression.figure)?.additive ?? false
  if (!('operator' in expression)) return false
  return (
    (expression.operator === '+' || expression.operator === '-') &&
    isSum(expression.left, figures) &&
    isSum(expression.right, figures)
  )
}

function readTyped(draft: FigureDraft, context: DraftContext): ReadFigure {
  const { words } = context
  const read = readValue(draft.value)
  const note = draft.note.trim()
  if (read && note !== '') {
    const derived = { ...read, additive: read.kind === 'count' || read.kind === 'amount' }
    return finished(draft, context, { kind: 'typed', value: read.value, note }, derived, '')
  }
  const problems = {
    ...(read ? {} : { value: words.valueUnreadable }),
    ...(note === '' ? { note: words.noteMissing } : {}),
    ...((draft.name ?? '').trim() === '' ? { name: words.nameMissing } : {}),
  }
  return { figure: null, proposedName: '', problems }
}
