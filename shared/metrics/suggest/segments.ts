// Tables of rates by segment (分层, 打开率, 转化率): a figure for each cell. Rates of segments are never averaged; shares
// of one whole are compared with it. What is a quotient of other columns is taken from totals instead (records.ts).

import type { Comparison } from '../../model/comparison.ts'
import type { Figure } from '../../model/figure.ts'
import { FigureId } from '../../model/ids.ts'
import { stableId } from '../../model/stable-id.ts'
import type { Language } from '../../model/language.ts'
import type { Column, TableProfile } from '../../model/table.ts'
import { figureWords } from '../../text/figures.ts'
import { suggestionWords } from '../../text/suggestions.ts'
import { maybeColumnRoles } from '../column-roles.ts'
import { isDividing } from '../lexicon.ts'
import { cellFigure, readRow } from '../row-number.ts'
import { comparisonId, isWhole, namedRows, numberColumns, type Offer, placeOf, textColumns } from './offer.ts'

const mostSegments = 12
const mostColumns = 4
/** Shares may miss one by their rounding. */
const shareSlack = 0.02

export function offersOfSegments(profile: TableProfile, language: Language): Offer[] {
  if (!isWhole(profile) || profile.days.size > 0) return []
  const [by] = textColumns(profile, isDividing)
  if (!by || !isDividing(by.name)) return []
  const quotients = new Set(maybeColumnRoles(profile)?.quotients.map(({ column }) => column))
  const rates = numberColumns(profile)
    .filter((column) => (column.type === 'percent' || column.unit === '%') && !quotients.has(column))
    .slice(0, mostColumns)
  const found = rates.flatMap((column) => {
    const cells = cellsOf(profile, by, column, language)
    return cells.length >= 2 && cells.length <= mostSegments ? [{ column, cells }] : []
  })
  if (found.length === 0) return []
  const words = suggestionWords[language].segments
  const about = [by.name, found.map(({ column }) => column.name)] as const
  return [
    {
      reason: 'parts-by-column',
      key: ['segments', by.id],
      name: words.name(...about),
      why: words.why(...about),
      figures: found.flatMap(({ cells }) => cells.map(({ figure }) => figure)),
      comparisons: found.flatMap(({ column, cells }) =>
        sharesOf(column, cells, words.name(by.name, [column.name])),
      ),
    },
  ]
}

interface Cell {
  figure: Figure
  value: number
}

function cellsOf(profile: TableProfile, by: Column, column: Column, language: Language): Cell[] {
  const { table } = profile
  const rows = namedRows(profile, by, column)
  const isUnique = new Set(rows.map(({ key }) => key)).size === rows.length
  return rows.slice(0, isUnique ? mostSegments + 1 : 0).flatMap(({ row, key }) => {
    const name = figureWords[language].names.part(column.name, key)
    const shared = readRow(table, row, [placeOf(profile, column)], name, undefined, language)
    const number = shared.numbers[0]
    const id = FigureId.parse(stableId('f', table.id, 'cell', column.id, key))
    return number
      ? [{ figure: cellFigure(table, row, column, shared, { id, name, key, number }), value: number.value }]
      : []
  })
}

/** Only where the column calls itself a share and the shares make one whole. */
function sharesOf({ name }: Column, cells: readonly Cell[], called: string): Comparison[] {
  const sum = cells.reduce((total, { value }) => total + value, 0)
  if (!/占比|比重|构成|\b(share|proportion)\b/i.test(name) || Math.abs(sum - 1) > shareSlack) return []
  return [
    {
      id: comparisonId('shares', ...cells.map(({ figure }) => figure.id)),
      kind: 'shares',
      name: called,
      whole: null,
      parts: cells.map(({ figure }) => figure.id),
      multiple: false,
    },
  ]
}
