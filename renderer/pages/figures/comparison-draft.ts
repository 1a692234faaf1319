// A comparison while it is put together: which figures stand where. Each kind says what it asks for; the rest is one form.

import type { Comparison, ComparisonKind, ComparisonOf } from '../../../shared/model/comparison.ts'
import type { ComparisonId, FigureId } from '../../../shared/model/ids.ts'
import type { ComparisonRole, ComparisonsPageWords } from '../../../shared/text/comparisons-page.ts'

export interface DraftRow {
  /** Keeps a row of the form to itself while it is moved. */
  key: number
  name: string
  figure: FigureId | ''
  /** What it was before, or what one of it costs. */
  other: FigureId | ''
  /** Of a cohort: how many were there later, by age. */
  later: readonly (FigureId | '')[]
}

export interface ComparisonDraft {
  kind: ComparisonKind
  name: string
  roles: Partial<Readonly<Record<ComparisonRole, FigureId | ''>>>
  rows: readonly DraftRow[]
  /** The source of a benchmark, who a base are, or what ages are called with a comma between. */
  text: string
  multiple: boolean
}

interface Shape {
  roles: readonly ComparisonRole[]
  /** Those that must be chosen; where there are none, any two. */
  needed?: readonly ComparisonRole[]
  rows?: {
    least: number
    most: number
    named: boolean
    other?: 'funnel' | 'residual' | 'contribution'
    later?: true
  }
  text?: 'source' | 'population' | 'ages'
  multiple?: true
}

/** What the form of each kind asks for. */
export const shapes: Readonly<Record<ComparisonKind, Shape>> = {
  change: { roles: ['before', 'after', 'delta', 'relative'] },
  benchmark: { roles: ['actual', 'benchmark', 'gap'], needed: ['actual'], text: 'source' },
  shares: { roles: ['whole'], needed: [], rows: { least: 1, most: 100, named: false }, multiple: true },
  rate: { roles: ['rate', 'count', 'base'], text: 'population' },
  funnel: { roles: [], rows: { least: 2, most: 20, named: true, other: 'funnel' } },
  residual: {
    roles: ['whole', 'unitCost'],
    needed: ['whole'],
    rows: { least: 1, most: 50, named: false, other: 'residual' },
  },
  ratio: { roles: ['left', 'right'], needed: ['left', 'right'] },
  survey: {
    roles: ['sent', 'valid'],
    needed: [],
    rows: { least: 0, most: 50, named: true },
    multiple: true,
  },
  contribution: {
    roles: ['before', 'after'],
    needed: ['before', 'after'],
    rows: { least: 1, most: 100, named: true, other: 'contribution' },
  },
  experiment: {
    roles: ['controlSize', 'controlHits', 'variantSize', 'variantHits'],
    needed: ['controlSize', 'controlHits', 'variantSize', 'variantHits'],
  },
  series: { roles: [], rows: { least: 2, most: 400, named: false } },
  cohorts: { roles: [], rows: { least: 1, most: 60, named: true, later: true }, text: 'ages' },
}

let rowsMade = 0
export const emptyRow = (): DraftRow => ({
  key: ++rowsMade,
  name: '',
  figure: '',
  other: '',
  later: [],
})

export const emptyDraft = (kind: ComparisonKind): ComparisonDraft => ({
  kind,
  name: '',
  roles: {},
  rows: Array.from({ length: Math.max(shapes[kind].rows?.least ?? 0, shapes[kind].rows ? 2 : 0) }, emptyRow),
  text: '',
  multiple: false,
})

/** What is in the way of a comparison; the same words for all kinds. */
export type DraftProblem =
  | { what: 'role'; role: ComparisonRole }
  | { what: 'two' }
  | { what: 'rows'; least: number }
  | { what: 'other'; other: 'funnel' | 'residual' | 'contribution' }

export function draftProblemText(
  problem: DraftProblem,
  { problems, roles, others }: Pick<ComparisonsPageWords, 'problems' | 'roles' | 'others'>,
): string {
  switch (problem.what) {
    case 'role':
      return problems.role(roles[problem.role])
    case 'two':
      return problems.two
    case 'rows':
      return problems.rows(problem.least)
    case 'other':
      return problems.other(others[problem.other])
  }
}

/** The comparison that a draft says; rows without a figure are not in it. The name may still be empty. */
export function readDraft(
  draft: ComparisonDraft,
  id: ComparisonId,
): { comparison: Comparison } | { problem: DraftProblem } {
  const shape = shapes[draft.kind]
  const given = (role: ComparisonRole): FigureId | null => draft.roles[role] || null
  const absent = shape.needed?.find((role) => given(role) === null)
  if (absent) return { problem: { what: 'role', role: absent } }
  if (!shape.needed && shape.roles.length > 0 && shape.roles.filter((role) => given(role)).length < 2)
    return { problem: { what: 'two' } }
  const rows = draft.rows.flatMap((row) => (row.figure === '' ? [] : [{ ...row, figure: row.figure }]))
  const { least = 0, other } = shape.rows ?? {}
  const present = draft.rows.filter(({ figure, later }) => figure !== '' || later.some((one) => one !== ''))
  if ((shape.rows?.later ? present : rows).length < least) return { problem: { what: 'rows', least } }
  const others = rows.flatMap((row) => (row.other === '' ? [] : [row.other]))
  const isHalf =
    others.length !== rows.length &&
    (others.length > 0 || other === 'contribution' || (other === 'residual' && given('unitCost') !== null))
  if (other && isHalf) return { problem: { what: 'other', other } }
  return build(draft, { id, name: draft.name.trim() }, rows, others)
}

type FilledRow = Pick<DraftRow, 'name' | 'other'> & { figure: FigureId }

function build(
  draft: ComparisonDraft,
  head: Pick<Comparison, 'id' | 'name'>,
  rows: readonly FilledRow[],
  others: readonly FigureId[],
): { comparison: Comparison } | { problem: DraftProblem } {
  const maybe = (role: ComparisonRole): FigureId | null => draft.roles[role] || null
  /** Of a role that was seen to be there. */
  const sure = (role: ComparisonRole): FigureId => draft.roles[role] as FigureId
  const steps = rows.map(({ name, figure }) => ({ name, figure }))
  const figures = rows.map(({ figure }) => figure)
  const text = draft.text.trim()
  const { kind, multiple } = draft
  switch (kind) {
    case 'change':
      return {
        comparison: {
          ...head,
          kind,
          before: maybe('before'),
          after: maybe('after'),
          delta: maybe('delta'),
          relative: maybe('relative'),
        },
      }
    case 'benchmark': {
      const [benchmark, gap] = [maybe('benchmark'), maybe('gap')]
      if (benchmark === null && gap === null) return { problem: { what: 'role', role: 'benchmark' } }
      return { comparison: { ...head, kind, actual: sure('actual'), benchmark, gap, source: text } }
    }
    case 'shares':
      return { comparison: { ...head, kind, whole: maybe('whole'), parts: figures, multiple } }
    case 'rate':
      return {
        comparison: {
          ...head,
          kind,
          rate: maybe('rate'),
          count: maybe('count'),
          base: maybe('base'),
          population: text,
        },
      }
    case 'funnel': {
      const before = steps.flatMap(({ name }, index) => {
        const figure = others[index]
        return figure ? [{ name, figure }] : []
      })
      return { comparison: { ...head, kind, steps, ...(before.length > 0 ? { before } : {}) } }
    }
    case 'residual': {
      const cost = maybe('unitCost')
      const unitCost = cost === null ? {} : { unitCost: { whole: cost, parts: [...others] } }
      return { comparison: { ...head, kind, whole: sure('whole'), parts: figures, ...unitCost } }
    }
    case 'ratio':
      return { comparison: { ...head, kind, left: sure('left'), right: sure('right') } }
    case 'survey':
      return {
        comparison: { ...head, kind, sent: maybe('sent'), valid: maybe('valid'), answers: steps, multiple },
      }
    case 'contribution':
      return {
        comparison: {
          ...head,
          kind,
          before: sure('before'),
          after: sure('after'),
          parts: rows.flatMap(({ name, figure }, index) => {
            const before = others[index]
            return before ? [{ name, before, after: figure }] : []
          }),
        },
      }
    case 'experiment':
      return {
        comparison: {
          ...head,
          kind,
          control: { size: sure('controlSize'), hits: sure('controlHits') },
          variant: { size: sure('variantSize'), hits: sure('variantHits') },
        },
      }
    case 'series':
      return { comparison: { ...head, kind, figures } }
    case 'cohorts':
      return { comparison: { ...head, kind, ...cohortsOf(draft) } }
  }
}

/** A cohort may be without its size, not without any figure. */
function cohortsOf({ rows, text }: ComparisonDraft): Pick<ComparisonOf<'cohorts'>, 'cohorts' | 'ages'> {
  const ages = text.split(/[、,，]/).flatMap((age) => age.trim() || [])
  const cohorts = rows
    .map(({ name, figure, later }) => ({ name, figures: [figure, ...later].map((id) => id || null) }))
    .filter(({ figures }) => figures.some((id) => id !== null))
  return { cohorts, ...(ages.length > 0 ? { ages } : {}) }
}
