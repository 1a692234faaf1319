import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RawCell } from '../../../../../../shared/model/source.ts'
import { encodeAs } from '../../../../../support/encode.ts'
import { type ReadSheet, readBook } from '../../../../../support/raw-book.ts'
import { scratchFolder } from '../../../../../support/workbook.ts'

const { save } = scratchFolder()

async function sheetOf(page: string | Uint8Array, name = '表.xls'): Promise<ReadSheet> {
  const { format, sheets } = await readBook(save(name, page))
  expect(format).toBe('html')
  expect(sheets).toHaveLength(1)
  const [sheet] = sheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}
const rowsOf = async (page: string): Promise<RawCell[][]> => (await sheetOf(page)).rows

describe('a web page saved as .xls', () => {
  const table = '<table><tr><td>渠道</td><td>编号</td></tr><tr><td>抖音</td><td>00123</td></tr></table>'

  it.each(['gb2312', 'gbk', 'gb18030'])('in %s, as its meta element says', async (charset) => {
    const page = encodeAs(
      'gb18030',
      `<html><head><meta charset="${charset}"></head><body>${table}</body></html>`,
    )
    const { encoding, sheets } = await readBook(save('a.xls', page))
    expect(encoding).toBe('gb18030')
    expect(sheets[0]?.rows).toEqual([
      ['渠道', '编号'],
      ['抖音', '00123'],
    ])
  })

  it('in UTF-16, Big5 and UTF-8, and when its meta element is wrong about UTF-8', async () => {
    const rows = [
      ['渠道', '编号'],
      ['抖音', '00123'],
    ]
    const page = (charset: string): string =>
      `<html><meta http-equiv="Content-Type" content="text/html; charset=${charset}">${table}`
    for (const bytes of [
      Buffer.concat([Buffer.of(0xff, 0xfe), encodeAs('utf-16le', page('unicode'))]),
      Buffer.from(page('gb2312')),
      Buffer.from(`\ufeff${page('utf-8')}`),
    ])
      expect((await sheetOf(bytes)).rows).toEqual(rows)
    const taiwan = '<html><meta charset=big5><table><tr><td>繁體中文</td></tr></table>'
    expect((await sheetOf(encodeAs('big5', taiwan))).rows).toEqual([['繁體中文']])
  })

  it('text stays text to the last digit, and spaces and breaks are those that are shown', async () => {
    const page = `<table><tr><td> 00123 <td>6222021234567890123<td>1,234.50<td>a\n   b<br>c&nbsp;&lt;d&gt; &yen;5 &#20803;<td>&nbsp;</tr></table>`
    expect(await rowsOf(page)).toEqual([['00123', '6222021234567890123', '1,234.50', 'a b\nc <d> ¥5 元']])
  })

  it('spans are merges, and cells below stand where a browser shows them', async () => {
    const page = `<table><tr><th rowspan="2">渠道</th><th colspan=2>漏斗</th></tr><tr><th>曝光</th><th>点击</th></tr><tr><td>抖音</td><td>1</td><td>2</td></tr></table>`
    const { rows, merges } = await sheetOf(page)
    expect(rows).toEqual([
      ['渠道', '漏斗'],
      [null, '曝光', '点击'],
      ['抖音', '1', '2'],
    ])
    expect(merges).toEqual(['1 0 2 0', '1 1 1 2'])
  })

  it('tables stand one below another with a blank row, text around them in rows of its own', async () => {
    const page = `<html><head><title>不显示</title><script>document.write("<table><tr><td>x")</script></head><body><h2>渠道日报</h2><p>单位：万元</p>${table}<p>注：含退款</p><table><tr><td>b</td></tr></table></body></html>`
    expect(await rowsOf(page)).toEqual([
      ['渠道日报'],
      ['单位：万元'],
      ['渠道', '编号'],
      ['抖音', '00123'],
      [],
      ['注：含退款'],
      ['b'],
    ])
  })

  it('a table that only lays out others does not show; one inside a cell stands below its row', async () => {
    expect(await rowsOf(`<table><tr><td>${table}</td></tr></table>`)).toEqual([
      ['渠道', '编号'],
      ['抖音', '00123'],
    ])
    expect(await rowsOf('<table><tr><td>甲<table><tr><td>内</table><td>乙<tr><td>丙</table>')).toEqual([
      ['甲', '乙'],
      ['内'],
      ['丙'],
    ])
  })

  it('what is not displayed is hidden, not left out', async () => {
    const page = `<table><col><col style="display:none" span=2><tr style='display: none'><td>1<td>2<td>3<tr><td>4</table>`
    const { rows, hiddenRows, notes } = await sheetOf(page)
    expect(rows).toEqual([['1', '2', '3'], ['4']])
    expect(hiddenRows).toEqual([1])
    expect(notes.hiddenColumns).toEqual([1, 2])
  })
})

describe('values that a program put beside what it shows', () => {
  const head = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--
td {mso-number-format:General;}
.xl65 {mso-style-parent:style0; mso-number-format:"\\@";}
.xl66 {mso-number-format:"yyyy\\0022年\\0022m\\0022月\\0022d\\0022日\\0022\\;\\@";}
.xl67 {mso-number-format:Percent;}
.xl68 {mso-number-format:"\\#\\,\\#\\#0\\.00";}
--></style><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>一季度 &amp; 二季度</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head><body>`

  it("of Excel's and WPS's own pages: all digits, dates, percents, truths, errors, text", async () => {
    const page = `${head}<table><tr><td class=xl65>00123</td><td class=xl66 x:num="46082">2026年3月1日</td><td class=xl67 x:num="0.45678">46%</td><td class=xl68 align=right x:num>1,234.50</td><td x:bool="TRUE">TRUE</td><td x:err="#DIV/0!">#DIV/0!</td><td x:str="'007">007</td><td x:str>8</td></tr></table></body></html>`
    const { name, rows } = await sheetOf(page)
    expect(name).toBe('一季度 & 二季度')
    expect(rows).toEqual([
      ['00123', { date: '2026-03-01' }, 0.45678, 1234.5, true, { error: '#DIV/0!' }, "'007", '8'],
    ])
  })

  it('of LibreOffice, of Google Sheets, and of reporting programs in China', async () => {
    const page = `<table><tr><td sdval="46082.5" sdnum="1033;2052;YYYY-MM-DD HH:MM">x</td><td data-sheets-value='{"1":3,"3":0.125}'>13%</td><td data-sheets-value='{"1":2,"2":"00042"}'>42</td><td data-sheets-value='{"1":4,"4":1}'>TRUE</td><td style="vnd.ms-excel.numberformat:@">110101199001011234</td></tr></table>`
    expect(await rowsOf(page)).toEqual([
      [{ datetime: '2026-03-01T12:00:00' }, 0.125, '00042', true, '110101199001011234'],
    ])
  })

  it('a paste of rows without a table around them', async () => {
    expect(await rowsOf('<meta charset=utf-8><tr><td>a<td>b<tr><td>1<td>2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })
})

describe("Excel's web archives", () => {
  const part = (location: string, type: string, body: string): string =>
    `------=_Next\nContent-Location: file:///C:/${location}\nContent-Transfer-Encoding: quoted-printable\nContent-Type: ${type}; charset="gb2312"\n\n${body}\n\n`
  const quoted = (text: string): string =>
    [...encodeAs('gb18030', text)]
      .map((byte) =>
        byte === 61 || byte > 126 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
      )
      .join('')
  const archive = [
    'MIME-Version: 1.0\nX-Document-Type: Workbook\nContent-Type: multipart/related; boundary="----=_Next"\n\n',
    part(
      'a.htm',
      'text/html',
      quoted(
        '<html><xml><x:ExcelWorksheet><x:Name>一月</x:Name><x:WorksheetSource HRef="3D/sheet001.htm"/></x:ExcelWorksheet><x:ExcelWorksheet><x:Name>二月</x:Name><x:WorksheetSource HRef="3D/sheet002.htm"/><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></x:ExcelWorksheet></xml><frameset></frameset></html>',
      ),
    ),
    part('a.files/style.css', 'text/css', quoted('.xl65 {mso-number-format:"0%";}')),
    part(
      'a.files/sheet001.htm',
      'text/html',
      quoted('<table><tr><td>渠道</td><td class=xl65 x:num="0.5">50%</td></tr></table>'),
    ),
    part('a.files/sheet002.htm', 'text/html', quoted('<table><tr><td>x</td></tr></table>')),
    '------=_Next--\n',
  ].join('')

  it('a page is a sheet, with the name that the tab has', async () => {
    const { format, sheets } = await readBook(save('a.xls', archive))
    expect(format).toBe('html')
    expect(sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows }))).toEqual([
      { name: '一月', hidden: false, rows: [['渠道', 0.5]] },
      { name: '二月', hidden: true, rows: [['x']] },
    ])
  })

  it('a cut one is named as cut, and one without tables as such', async () => {
    await expect(readBook(save('a.mht', archive.slice(0, -20)))).rejects.toMatchObject({
      code: 'file-truncated',
    })
    const letter = archive.replaceAll(/<table>.*<\/table>/g, '')
    await expect(readBook(save('a.mht', letter))).rejects.toMatchObject({ code: 'file-without-table' })
  })
})

it('the first rows of a long page come at once, and the whole page in pieces', async () => {
  const row = '<tr><td>抖音</td><td x:num="1.5">1.5</td></tr>\n'
  const file = save('a.xls', `<html><body><table>${row.repeat(60_000)}</table></body></html>`)
  expect(readFileSync(file.path).length).toBeGreaterThan(2_000_000)
  const whole = await readBook(file)
  expect(whole.sheets[0]?.rows).toHaveLength(60_000)
  const { sheets } = await readBook(file, { head: true })
  expect(sheets[0]?.rows.length).toBeGreaterThan(200)
  expect(sheets[0]?.rows.length).toBeLessThan(60_000)
})
