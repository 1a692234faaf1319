import { describe, expect, it } from 'vitest'
import { encodeAs } from '../../../../support/encode.ts'
import { readBook } from '../../../../support/raw-book.ts'
import { scratchFolder } from '../../../../support/workbook.ts'

const { save } = scratchFolder()

const book = (sheets: string, before = '', encoding = 'UTF-8'): string =>
  `<?xml version="1.0" encoding="${encoding}"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">${before}${sheets}</Workbook>`
const sheet = (rows: string, after = ''): string =>
  `<Worksheet ss:Name="表 &amp; 一"><Table>${rows}</Table>${after}</Worksheet>`
const cell = (type: string, value: string, attributes = ''): string =>
  `<Cell ${attributes}><Data ss:Type="${type}">${value}</Data></Cell>`

describe('the XML of Excel 2003', () => {
  it('in the encoding that it declares', async () => {
    const bytes = encodeAs('gb18030', book(sheet(`<Row>${cell('String', '渠道')}</Row>`), '', 'GBK'))
    const { format, sheets } = await readBook(save('a.xls', bytes))
    expect(format).toBe('xml')
    expect(sheets.map(({ name, rows }) => ({ name, rows }))).toEqual([{ name: '表 & 一', rows: [['渠道']] }])
  })

  it('cells stand where their index says, and behind what is merged', async () => {
    const rows = `<Row ss:Index="2">${cell('String', '甲', 'ss:MergeAcross="1" ss:MergeDown="1"')}${cell('Number', '1')}${cell('Number', '2', 'ss:Index="6"')}</Row><Row ss:Hidden="1">${cell('Number', '3', 'ss:Index="3"')}</Row>`
    const { sheets } = await readBook(save('a.xml', book(sheet(rows))))
    expect(sheets[0]?.rows).toEqual([[], ['甲', null, 1, null, null, 2], [null, null, 3]])
    expect(sheets[0]?.merges).toEqual(['2 0 3 1'])
    expect(sheets[0]?.hiddenRows).toEqual([3])
  })

  it('values by their type, dates by their style or as they are written', async () => {
    const styles = `<Styles><Style ss:ID="Default"/><Style ss:ID="a"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="b" ss:Parent="a"/><Style ss:ID="c"><NumberFormat ss:Format="[h]:mm:ss"/></Style></Styles>`
    const rows = `<Column ss:Index="5" ss:StyleID="a" ss:Hidden="1"/><Row>${[
      cell('DateTime', '2026-03-01T00:00:00.000', 'ss:StyleID="b"'),
      cell('DateTime', '2026-03-01T09:30:00.000'),
      cell('DateTime', '1900-01-01T12:00:00.000', 'ss:StyleID="c"'),
      cell('Boolean', '1'),
      cell('Number', '46082'),
      cell('Error', '#N/A'),
      cell('Number', '0.30000000000000004'),
      `<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>粗</B><Font html:Color="#FF0000">红</Font>&#10;行</ss:Data><Comment ss:Author="x"><ss:Data>批注</ss:Data></Comment></Cell>`,
      `<Cell ss:Formula="=[b.xls]a!R1C1"/>`,
    ].join('')}</Row>`
    const { sheets } = await readBook(save('a', book(sheet(rows), styles)))
    expect(sheets[0]?.rows).toEqual([
      [
        { date: '2026-03-01' },
        { datetime: '2026-03-01T09:30:00' },
        { time: '36:00:00' },
        true,
        { date: '2026-03-01' },
        { error: '#N/A' },
        0.300_000_000_000_000_04,
        '粗红\n行',
      ],
    ])
    expect(sheets[0]?.notes).toMatchObject({ hiddenColumns: [4], formulasWithoutValue: 1, hasLinks: true })
  })

  it('dates that count from 1904, and sheets that are hidden', async () => {
    const before = '<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>'
    const hidden =
      '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetVeryHidden</Visible></WorksheetOptions>'
    const sheets = sheet(`<Row>${cell('DateTime', '2026-03-01T00:00:00.000')}</Row>`) + sheet('', hidden)
    const read = await readBook(save('a', book(sheets, before)))
    expect(read.sheets.map((one) => one.hidden)).toEqual([false, true])
    expect(read.sheets[0]?.rows).toEqual([[{ date: '2026-03-01' }]])
  })

  it('cut behind its last sheet is cut all the same', async () => {
    const whole = book(sheet(`<Row>${cell('Number', '1')}</Row>`))
    await expect(readBook(save('a', whole.slice(0, -4)))).rejects.toMatchObject({ code: 'file-truncated' })
  })
})
