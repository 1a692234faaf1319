import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Inspection } from '../../../shared/model/source.ts'
import { TableRow } from '../../../shared/model/table.ts'
import { matchGolden } from '../../support/golden.ts'
import { type ReadTable, readWhole } from '../../support/reading.ts'
import { scratchFolder } from '../../support/workbook.ts'
import { importCases } from './cases.ts'

const { save } = scratchFolder()
const samples = join(import.meta.dirname, '../../../resources/samples')
const most = 30

/** One line of JSON an item, so that a difference is a line. */
const lines = (items: readonly unknown[], indent: string): string =>
  items.length === 0
    ? '[]'
    : `[\n${items.map((item) => `${indent}  ${JSON.stringify(item)}`).join(',\n')}\n${indent}]`

function inspectionText({ file, format, encoding, tables, problems }: Inspection): string {
  const shown = tables.map(({ columns, skipped, ...table }) => {
    const head = JSON.stringify(table).slice(0, -1)
    return `    ${head},\n     "skipped": ${JSON.stringify(skipped)},\n     "columns": ${lines(columns, '     ')}}`
  })
  const about = JSON.stringify({ file, format, encoding }).slice(1, -1)
  return `{${about},\n  "tables": [\n${shown.join(',\n')}\n  ],\n  "problems": ${lines(problems, '  ')}\n}\n`
}

function rowsText(tables: readonly ReadTable[]): string {
  return tables
    .map(({ table, rows }) => {
      expect(rows).toHaveLength(table.rowCount)
      for (const row of rows) TableRow.parse(row)
      const head = rows.slice(0, most).map((row) => JSON.stringify(row))
      return `# ${table.sheet} ${table.range} ${table.name}: ${rows.length} rows\n${head.join('\n')}\n`
    })
    .join('')
}

const cases = [
  ...[
    '渠道投放日报.xlsx',
    '渠道投放日报.csv',
    '年度目标.xlsx',
    'Channel daily report.xlsx',
    'Annual goals.xlsx',
  ].map((file) => ({
    name: `sample ${file}`,
    file,
    bytes: () => readFileSync(join(samples, file)),
  })),
  ...importCases,
]

describe('what is found in a file, and the rows that are read from it, are as they were', () => {
  it.each(cases)('$name', async ({ name, file, bytes }) => {
    const saved = save(file, await bytes())
    const { inspection, tables } = await readWhole(saved)
    const folder = join(import.meta.dirname, name)
    matchGolden(join(folder, 'inspection.json'), inspectionText(inspection))
    matchGolden(join(folder, 'rows.txt'), rowsText(tables))
  })
})
