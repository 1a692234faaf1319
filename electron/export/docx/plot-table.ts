// Heat and cards in Word: real tables with shaded cells, which stay editable and sharp at any size. An empty line of one
// point stands before them, so that Word never joins them to a table above.

import { type Paragraph, Table, TableCell, TableRow } from 'docx'
import { heatTablesOf } from '../chart/plot-table.ts'
import type { Plot } from '../../../shared/model/chart.ts'
import { twips } from '../measures.ts'
import { card, heatBlocks, layCards } from '../plot-grid.ts'
import { paragraph } from './element.ts'
import { textRun } from './inline.ts'
import type { Press } from './press.ts'
import { tableOf } from './table.ts'

export function heatTables(plot: Plot, press: Press): Table[] {
  const tables = heatTablesOf(plot)
  return heatBlocks(plot, press.manuscript).map((block, index) =>
    tableOf(block, press, {
      shadeOf: (row, column) => tables[index]?.rows[row - 1]?.cells[column - 1],
      keptToNext: true,
    }),
  )
}

const nothing = { style: 'nil' } as const
/** Around a card; at its left its verdict. */
const rule = { style: 'single', size: 4, color: 'D9DEE6' } as const
const verdict = (color: string) => ({ style: 'single', size: 24, color }) as const

export function cardTable(plot: Plot, press: Press): Table {
  const rows = layCards(plot, press.manuscript)
  const beside = Math.max(1, ...rows.map(({ cards }) => cards.length))
  const width = twips(rows[0]?.width ?? 0)
  return new Table({
    layout: 'fixed',
    width: { size: width * beside, type: 'dxa' },
    columnWidths: Array.from({ length: beside }, () => width),
    margins: {
      top: twips(card.above),
      bottom: twips(card.below),
      left: twips(card.side),
      right: twips(card.side),
    },
    borders: {
      top: nothing,
      bottom: nothing,
      left: nothing,
      right: nothing,
      insideHorizontal: rule,
      insideVertical: rule,
    },
    rows: rows.map(
      ({ cards, valueSize }) =>
        new TableRow({
          cantSplit: true,
          children: Array.from({ length: beside }, (_, index) => {
            const one = cards[index]
            const line = (style: string, text: string, size?: number): Paragraph[] =>
              text === '' ? [] : [paragraph({ style, keepNext: true }, [textRun(text, press, { size })])]
            return new TableCell({
              width: { size: width, type: 'dxa' },
              ...(one && {
                borders: {
                  top: rule,
                  bottom: rule,
                  right: rule,
                  left: one.colour === undefined ? rule : verdict(one.colour),
                },
              }),
              children: one
                ? [
                    ...line('CardName', one.name),
                    ...line('CardValue', one.value, valueSize),
                    ...line('CardNote', one.note),
                  ]
                : [paragraph({ style: 'CardNote' })],
            })
          }),
        }),
    ),
  })
}
