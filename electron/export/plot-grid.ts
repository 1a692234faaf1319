// Heat and cards laid out for a page: the same for the printed file and for the estimate of its pages. Points.

import type { Plot } from '../../shared/model/chart.ts'
import type { HouseStyle, TypeStyle } from '../../shared/model/house-style.ts'
import { BlockId } from '../../shared/model/ids.ts'
import type { BlockOf, Inline } from '../../shared/model/report.ts'
import { documentWords } from '../../shared/text/document.ts'
import { unitAt } from './chart/bars.ts'
import { chartFontSize } from './chart/chart-size.ts'
import { type Card, cardRows, cardsOf, heatTablesOf } from './chart/plot-table.ts'
import type { Manuscript } from './manuscript.ts'
import { textWidth } from './measures.ts'
import { countLines, lineWidth } from './text-width.ts'

const words = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }])

/** A heat plot as tables of the report, the unit in the corner. */
export function heatBlocks(plot: Plot, { language }: Manuscript): BlockOf<'table'>[] {
  const unit = unitAt(plot.axis)
  return heatTablesOf(plot).map(({ head, rows }) => ({
    id: heatId,
    type: 'table',
    caption: [],
    headerRows: 1,
    columns: [{ align: 'left', weight: 1.6 }, ...head.map(() => ({ align: 'center' as const, weight: 1 }))],
    rows: [
      [unit === '' ? '' : documentWords[language].unit(unit), ...head].map(words),
      ...rows.map(({ name, cells }) => [name, ...cells.map(({ text }) => text)].map(words)),
    ],
  }))
}

/** Never in the report itself: the table is set and forgotten. */
const heatId = BlockId.parse('heat')

/** The title above a plot that is a table, as it stands above a chart. */
export const plotTitle = ({ table }: HouseStyle): TypeStyle => ({
  ...table,
  bold: true,
  align: 'center',
  before: 0,
  after: 4,
})

/** Around the text of a card, and the height of the line its number stands on. */
export const card = { side: 8, above: 7, below: 7, value: 30 } as const

/** Largest and smallest size of the numbers on cards: they become smaller before they take two lines. */
const valueSizes = { most: 18, least: 11 } as const
/** Programs measure signs differently. */
const spare = 0.9

/** The type of a card's three parts, from that of tables. */
export const cardTypes = ({
  style,
}: Pick<Manuscript, 'style'>): Record<'name' | 'value' | 'note', TypeStyle> => ({
  name: { ...style.table, bold: false, align: 'left' },
  value: { ...style.table, size: valueSizes.most, line: card.value, bold: true, align: 'left' },
  note: { ...style.table, size: 9, line: 13, bold: false, align: 'left' },
})

export interface CardRow {
  cards: readonly Card[]
  /** Of one card. */
  width: number
  height: number
  /** Of the numbers, in points; the same on all cards. */
  valueSize: number
}

export function layCards(plot: Plot, manuscript: Manuscript): CardRow[] {
  const rows = cardRows(cardsOf(plot), textWidth(manuscript.style), chartFontSize)
  const beside = Math.max(1, ...rows.map(({ length }) => length))
  const width = textWidth(manuscript.style) / beside
  const inner = width - 2 * card.side
  const types = cardTypes(manuscript)
  const chinese = manuscript.language === 'zh-CN'
  const longest = Math.max(
    1,
    ...rows.flat().map(({ value }) => lineWidth(value, { type: types.value, chinese })),
  )
  const fitting = Math.floor(((valueSizes.most * inner * spare) / longest) * 2) / 2
  const valueSize = Math.max(valueSizes.least, Math.min(valueSizes.most, fitting))
  types.value = { ...types.value, size: valueSize }
  const height = (text: string, type: TypeStyle): number =>
    text === '' ? 0 : countLines(text, { type, chinese }, inner) * type.line
  return rows.map((cards) => ({
    cards,
    width,
    valueSize,
    height:
      card.above +
      card.below +
      Math.max(
        ...cards.map(
          ({ name, value, note }) =>
            height(name, types.name) + height(value, types.value) + height(note, types.note),
        ),
      ),
  }))
}
