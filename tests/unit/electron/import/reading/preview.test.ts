import { describe, expect, it } from 'vitest'
import { inspectFile, previewFile } from '../../../../../electron/import/index.ts'
import { Preview } from '../../../../../shared/model/source.ts'
import { encodeGb18030 } from '../../../../../scripts/samples.ts'
import {
  type CellSpec,
  scratchFolder,
  serial,
  sheetOf,
  sheetXml,
  workbook,
  workbookParts,
  zipOf,
} from '../../../../support/workbook.ts'

const { save } = scratchFolder()

describe('a preview', () => {
  it('shows cells as people see them, with merges and the tables among them', async () => {
    const bytes = await workbook(
      {
        name: '日报',
        rows: [
          ['投放日报', null, null, null],
          ['日期', '渠道', '花费', '达成率'],
          [
            { value: serial(2026, 3, 1), format: 'yyyy-mm-dd' },
            ' 抖音 ',
            { value: 1234.5, format: '#,##0.00' },
            { value: 0.453, format: '0.0%' },
          ],
          [],
          [{ value: serial(2026, 3, 2), format: 'yyyy-mm-dd' }, '微信', 20, { value: 1, format: '0%' }],
        ],
        merges: ['A1:D1'],
        hiddenRows: [5],
      },
      { name: '隐藏', rows: [['x']], hidden: true },
    )
    const preview = Preview.parse(await previewFile(save('日报.xlsx', bytes)))
    expect([preview.file, preview.format, preview.size]).toEqual(['日报.xlsx', 'xlsx', bytes.length])
    const [sheet, hidden] = preview.sheets
    expect(sheet?.rows).toEqual([
      { row: 1, hidden: false, cells: ['投放日报'] },
      { row: 2, hidden: false, cells: ['日期', '渠道', '花费', '达成率'] },
      { row: 3, hidden: false, cells: ['2026-03-01', '抖音', '1,234.50', '45.3%'] },
      { row: 5, hidden: true, cells: ['2026-03-02', '微信', '20', '100%'] },
    ])
    expect([sheet?.columns, sheet?.merges, sheet?.more]).toEqual([4, ['A1:D1'], false])
    expect(sheet?.tables).toMatchObject([{ range: 'A2:D5', name: '投放日报', headerRows: [2], rowCount: 2 }])
    expect([hidden?.hidden, hidden?.rows.length, hidden?.tables]).toEqual([true, 1, []])
    expect(preview.problems.map(({ code, sheet: on }) => [code, on])).toContainEqual(['sheet-hidden', '隐藏'])
  })

  it('ends after 200 rows with something in them and 60 columns', async () => {
    const width = Array.from({ length: 80 }, (_, column) => `列${column}`)
    const rows: CellSpec[][] = [width]
    for (let row = 0; row < 220; row += 1)
      rows.push(
        [],
        width.map((_, column) => row * column),
      )
    const { sheets } = await previewFile(
      save('宽.xlsx', await sheetOf(rows, { merges: ['A1:A1', 'BZ1:CA1'] })),
    )
    const [sheet] = sheets
    expect(sheet?.rows.map(({ cells }) => cells.length)).toEqual(Array(200).fill(60))
    expect([sheet?.rows.at(-1)?.row, sheet?.columns, sheet?.more]).toEqual([399, 80, true])
    expect(sheet?.merges.filter((merge) => merge.startsWith('BZ'))).toEqual([])
    expect(sheet?.tables[0]?.range).toMatch(/^A1:CB399$/)
    const long = await previewFile(save('长.csv', `名称,说明\n甲,${'长'.repeat(5000)}\n乙,短\n`))
    expect(long.sheets[0]?.rows[1]?.cells[1]).toBe(`${'长'.repeat(500)}…`)
    expect(long.sheets[0]?.more).toBe(false)
  })

  it('reads no further: what is wrong behind it does not matter', async () => {
    const lines = Array.from({ length: 60_000 }, (_, row) => `2026-03-01,渠道${row},${row}`)
    const text = Buffer.from(`日期,渠道,点击\n${lines.join('\n')}\n`)
    const csv = save('大.csv', Buffer.concat([text, Buffer.from('x,"never closed\n'), text]))
    const seen = await previewFile(csv)
    expect([seen.sheets[0]?.rows.length, seen.sheets[0]?.more, seen.delimiter]).toEqual([200, true, ','])
    await expect(inspectFile(csv)).rejects.toMatchObject({ code: 'file-damaged' })

    const cells = (row: number): string =>
      `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>抖音</t></is></c><c r="B${row}"><v>${row}</v></c></row>`
    const rows = Array.from({ length: 30_000 }, (_, index) => cells(index + 1)).join('')
    const parts = workbookParts(sheetXml(`${rows}<row r="5"></oops>`))
    const damaged = save('大.xlsx', zipOf(parts))
    const { sheets } = await previewFile(damaged)
    expect([sheets[0]?.rows.length, sheets[0]?.more]).toEqual([200, true])
    await expect(inspectFile(damaged)).rejects.toMatchObject({ code: 'file-damaged' })
  })

  it('tells the encoding, and follows the one that the user chose', async () => {
    const file = save('日报.csv', encodeGb18030('日期;渠道\n2026-03-01;抖音\n2026-03-02;微信\n'))
    const guessed = await previewFile(file)
    expect([guessed.encoding?.used, guessed.delimiter, guessed.sheets[0]?.rows[1]?.cells]).toEqual([
      'gb18030',
      ';',
      ['2026-03-01', '抖音'],
    ])
    expect(guessed.encoding?.others.length).toBeGreaterThan(0)
    const chosen = await previewFile(file, { recipe: { encoding: 'big5', delimiter: ',' } })
    expect([chosen.encoding?.used, chosen.delimiter]).toEqual(['big5', ','])
    expect(chosen.sheets[0]?.rows[1]?.cells).toHaveLength(1)
    expect(chosen.sheets[0]?.rows[1]?.cells[0]).not.toContain('抖音')
  })

  it('shows a sheet that the user left out, without its tables', async () => {
    const file = save(
      '表.xlsx',
      await sheetOf([
        ['渠道', '点击'],
        ['抖音', 1],
        ['微信', 2],
      ]),
    )
    const { sheets } = await previewFile(file, { recipe: { sheets: [{ sheet: '表', tables: [] }] } })
    expect([sheets[0]?.rows.length, sheets[0]?.tables]).toEqual([3, []])
  })

  it('can be cancelled', async () => {
    const file = save('a.csv', 'a,b\n1,2\n')
    await expect(previewFile(file, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'job-cancelled',
    })
  })
})
