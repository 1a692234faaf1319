// A table as a careful secretary sets it: strong rules above and below, a thin one under the header, hairlines between
// rows, no upright lines. The header comes again on every page, no row is parted, a short table stays on one page.

import { type ITableCellOptions, Table, TableCell, TableRow } from 'docx'
import type { BlockOf } from '../../../shared/model/report.ts'
import { cell, rules, textWidth, twips } from '../measures.ts'
import { layTable } from '../table-grid.ts'
import { paragraph } from './element.ts'
import { inlineRuns } from './inline.ts'
import type { Press } from './press.ts'
import { alignments } from './look.ts'

const ink = '404040'
const none = { style: 'nil' } as const
/** Widths of borders count eighths of a point. */
const strong = { style: 'single', size: rules.strong * 8, color: ink } as const
const thin = { style: 'single', size: rules.thin * 8, color: ink } as const
const hair = { style: 'single', size: rules.hair * 8, color: 'D0D5DD' } as const
const headerShade = 'F2F5F9'

interface Shading {
  /** Colours of a cell below the header; rows are counted with the header. */
  shadeOf?: (row: number, column: number) => { fill?: string; ink?: string } | undefined
  /** Stays on the page of what follows. */
  keptToNext?: boolean
}

export function tableOf(
  block: BlockOf<'table'>,
  press: Press,
  { shadeOf, keptToNext = false }: Shading = {},
): Table {
  const { style } = press.manuscript
  const grid = layTable(block, press.manuscript)
  const lastRow = grid.rows.length - 1
  return new Table({
    layout: 'fixed',
    width: { size: twips(textWidth(style)), type: 'dxa' },
    columnWidths: grid.widths,
    margins: {
      top: twips(cell.above),
      bottom: twips(cell.below),
      left: twips(cell.side),
      right: twips(cell.side),
    },
    borders: {
      top: strong,
      bottom: strong,
      left: none,
      right: none,
      insideHorizontal: hair,
      insideVertical: none,
    },
    rows: grid.rows.map((row, index) => {
      const header = index < block.headerRows
      const kept = (grid.whole ? index < lastRow : header) || (keptToNext && index === lastRow)
      return new TableRow({
        cantSplit: true,
        ...(header ? { tableHeader: true } : {}),
        children: block.columns.map(({ align }, column) => {
          const shade = header ? undefined : shadeOf?.(index, column)
          return new TableCell({
            width: { size: grid.widths[column] ?? 0, type: 'dxa' },
            verticalAlign: 'center',
            ...(header ? headerCell(index === block.headerRows - 1) : {}),
            ...(shade?.fill ? { shading: { type: 'clear', color: 'auto', fill: shade.fill } } : {}),
            children: [
              paragraph(
                {
                  style: header ? 'TableHeader' : 'TableText',
                  ...(align === style.table.align ? {} : { alignment: alignments[align] }),
                  ...(kept ? { keepNext: true } : {}),
                },
                inlineRuns(row[column] ?? [], press, shade?.ink),
              ),
            ],
          })
        }),
      })
    }),
  })
}

const headerCell = (lowest: boolean): Partial<ITableCellOptions> => ({
  shading: { type: 'clear', color: 'auto', fill: headerShade },
  ...(lowest ? { borders: { bottom: thin } } : {}),
})
