import { describe, expect, it } from 'vitest'
import type { RawCell } from '../../../../../../shared/model/source.ts'
import { outcomeOf, readBook } from '../../../../../support/raw-book.ts'
import { scratchFolder, zipOf } from '../../../../../support/workbook.ts'

const { save } = scratchFolder()

const names = ['office', 'table', 'text', 'style', 'number', 'draw', 'calcext']
const namespaces = names.map((name) => `xmlns:${name}="urn:${name}"`).join(' ')
const spreadsheet = 'application/vnd.oasis.opendocument.spreadsheet'
const flat = (tables: string, styles = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document ${namespaces} office:mimetype="${spreadsheet}"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document>`
const table = (rows: string): string => `<table:table table:name="表">${rows}</table:table>`
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`
const value = (type: string, attributes: string, shown = ''): string =>
  `<table:table-cell office:value-type="${type}" ${attributes}><text:p>${shown}</text:p></table:table-cell>`
const text = (inside: string): string =>
  `<table:table-cell office:value-type="string">${inside}</table:table-cell>`
const rowsOf = async (document: string): Promise<RawCell[][]> =>
  (await readBook(save('a.fods', document))).sheets[0]?.rows ?? []

describe('a cell of OpenDocument', () => {
  it('has the value that is stated, and shows by its type what no style says', async () => {
    const cells = [
      value('percentage', 'office:value="0.45"'),
      value('currency', 'office:value="12.5" office:currency="CNY"'),
      value('date', 'office:date-value="2026-03-01"'),
      value('date', 'office:date-value="2026-03-01T09:30:00"'),
      value('date', 'office:date-value="1850-05-01"', '1850年5月1日'),
      value('time', 'office:time-value="PT36H05M30S"'),
      value('boolean', 'office:boolean-value="true"'),
      value('string', 'office:string-value="甲"', '乙'),
      `<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>`,
    ]
    expect(await rowsOf(flat(table(row(...cells))))).toEqual([
      [
        0.45,
        12.5,
        { date: '2026-03-01' },
        { datetime: '2026-03-01T09:30:00' },
        '1850年5月1日',
        { time: '36:05:30' },
        true,
        '甲',
        { error: '#DIV/0!' },
      ],
    ])
  })

  it('has the text of its paragraphs, without notes, drawings and hints', async () => {
    const words = text(
      '<office:annotation><text:p>批注</text:p></office:annotation><text:p>甲<text:s text:c="2"/>乙<text:span>丙</text:span></text:p><text:p>第二行<text:tab/>x<text:line-break/><text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>かん</text:ruby-text></text:ruby></text:p><draw:frame><draw:text-box><text:p>图</text:p></draw:text-box></draw:frame>',
    )
    expect(await rowsOf(flat(table(row(words))))).toEqual([['甲  乙丙\n第二行\tx\n漢']])
  })

  it('repeats as often as it says, next to covered cells that keep their place', async () => {
    const rows = [
      row('<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"/>'),
      `<table:table-row table:number-rows-repeated="3">${value('float', 'office:value="1"')}</table:table-row>`,
      row(
        '<table:table-cell table:number-columns-spanned="2" office:value-type="float" office:value="8"/><table:covered-table-cell/>',
        value('float', 'office:value="9"'),
      ),
    ].join('')
    const { sheets } = await readBook(save('a', flat(table(rows))))
    expect(sheets[0]?.rows).toEqual([[7, 7], [1], [1], [1], [8, null, 9]])
    expect(sheets[0]?.merges).toEqual(['5 0 5 1'])
  })

  it('takes its format from itself, its row or its column, as named styles and conditions say', async () => {
    const styles = `<number:date-style style:name="D"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text></number:date-style>
      <number:number-style style:name="P"><number:number number:decimal-places="2" number:min-integer-digits="1"/></number:number-style>
      <number:time-style style:name="T" number:truncate-on-overflow="false"><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>
      <style:style style:name="base" style:family="table-cell" style:data-style-name="D"/>
      <style:style style:name="child" style:family="table-cell" style:parent-style-name="base"/>
      <style:style style:name="span" style:family="table-cell" style:data-style-name="T"/>`
    const rows = `<table:table-column table:default-cell-style-name="child"/><table:table-column table:default-cell-style-name="span"/>${row(
      '<table:table-cell office:value-type="float" office:value="46082"/>',
      '<table:table-cell office:value-type="float" office:value="1.5"/>',
      '<table:table-cell table:style-name="child" office:value-type="float" office:value="46082"/>',
    )}`
    expect(await rowsOf(flat(table(rows), styles))).toEqual([
      [{ date: '2026-03-01' }, { time: '36:00:00' }, { date: '2026-03-01' }],
    ])
  })

  it('that is hidden or filtered is read and told of, like formulas without a result and links', async () => {
    const rows = `<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/><table:table-row table:visibility="filter">${value('float', 'office:value="1"')}</table:table-row>${row(
      `<table:table-cell table:formula="of:=A1"/>`,
      `<table:table-cell table:formula="of:='file:///tmp/b.ods'#$A.A1" office:value-type="float" office:value="2"/>`,
    )}`
    const styles =
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
    const document = flat(
      `${table(rows)}<table:table table:name="隐藏" table:style-name="ta2"/><table:dde-links><table:dde-link><table:table table:name="no"/></table:dde-link></table:dde-links>`,
      styles,
    )
    const { sheets } = await readBook(save('a', document))
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['表', false],
      ['隐藏', true],
    ])
    expect(sheets[0]?.hiddenRows).toEqual([1])
    expect(sheets[0]?.notes).toMatchObject({
      hiddenColumns: [0, 1],
      isFiltered: true,
      formulasWithoutValue: 1,
      hasLinks: true,
    })
  })
})

it('a package under a password is named so', async () => {
  const manifest =
    '<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
  const locked = zipOf({ mimetype: spreadsheet, 'META-INF/manifest.xml': manifest, 'content.xml': 'x' })
  expect(await outcomeOf(save('a.ods', locked))).toBe('file-encrypted')
})
