// A comparison that is there already, taken apart for the form: what readDraft makes of it is the same comparison.

import type { Comparison } from '../../../shared/model/comparison.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import type { ComparisonRole } from '../../../shared/text/comparisons-page.ts'
import { type ComparisonDraft, type DraftRow, emptyDraft, emptyRow } from './comparison-draft.ts'

/** A comparison back in the form. */
export function draftOf(comparison: Comparison): ComparisonDraft {
  const draft: ComparisonDraft = { ...emptyDraft(comparison.kind), name: comparison.name, rows: [] }
  const row = (figure: FigureId, name = '', other?: FigureId): DraftRow => ({
    ...emptyRow(),
    name,
    figure,
    other: other ?? '',
  })
  const roles = (
    given: Partial<Record<ComparisonRole, FigureId | null>>,
  ): Pick<ComparisonDraft, 'roles'> => ({
    roles: Object.fromEntries(Object.entries(given).map(([role, id]) => [role, id ?? ''])),
  })
  switch (comparison.kind) {
    case 'change': {
      const { before, after, delta, relative } = comparison
      return { ...draft, ...roles({ before, after, delta, relative }) }
    }
    case 'benchmark': {
      const { actual, benchmark, gap, source } = comparison
      return { ...draft, ...roles({ actual, benchmark, gap }), text: source }
    }
    case 'shares':
      return {
        ...draft,
        ...roles({ whole: comparison.whole }),
        rows: comparison.parts.map((id) => row(id)),
        multiple: comparison.multiple,
      }
    case 'rate': {
      const { rate, count, base, population } = comparison
      return { ...draft, ...roles({ rate, count, base }), text: population }
    }
    case 'funnel':
      return {
        ...draft,
        rows: comparison.steps.map(({ figure, name }, at) =>
          row(figure, name, comparison.before?.[at]?.figure),
        ),
      }
    case 'residual':
      return {
        ...draft,
        ...roles({ whole: comparison.whole, unitCost: comparison.unitCost?.whole ?? null }),
        rows: comparison.parts.map((id, at) => row(id, '', comparison.unitCost?.parts[at])),
      }
    case 'ratio':
      return { ...draft, ...roles({ left: comparison.left, right: comparison.right }) }
    case 'survey':
      return {
        ...draft,
        ...roles({ sent: comparison.sent, valid: comparison.valid }),
        rows: comparison.answers.map(({ figure, name }) => row(figure, name)),
        multiple: comparison.multiple,
      }
    case 'contribution':
      return {
        ...draft,
        ...roles({ before: comparison.before, after: comparison.after }),
        rows: comparison.parts.map(({ name, before, after }) => row(after, name, before)),
      }
    case 'experiment':
      return {
        ...draft,
        ...roles({
          controlSize: comparison.control.size,
          controlHits: comparison.control.hits,
          variantSize: comparison.variant.size,
          variantHits: comparison.variant.hits,
        }),
      }
    case 'series':
      return { ...draft, rows: comparison.figures.map((id) => row(id)) }
    case 'cohorts':
      return {
        ...draft,
        text: comparison.ages?.join('、') ?? '',
        rows: comparison.cohorts.map(({ name, figures: [size, ...later] }) => ({
          ...emptyRow(),
          name,
          figure: size ?? '',
          later: later.map((id) => id ?? ''),
        })),
      }
  }
}
