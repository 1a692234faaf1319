import { describe, expect, it } from 'vitest'
import { rawWorkbook } from '../../../../../support/raw.ts'
import type { RawCell } from '../../../../../../shared/model/source.ts'
import {
  scratchFolder,
  sheetOf,
  sheetXml,
  spreadsheetNamespace,
  workbook,
  workbookParts,
  zipOf,
} from '../../../../../support/workbook.ts'

const { save } = scratchFolder()

async function rawOf(parts: Readonly<Record<string, string | Uint8Array>>): Promise<RawCell[][] | undefined> {
  const { sheets } = await rawWorkbook(save('a.xlsx', zipOf(parts)))
  return sheets[0]?.rows
}

const cells = (xml: string): Promise<RawCell[][] | undefined> => rawOf(workbookParts(sheetXml(xml)))

const styled = (codes: readonly string[]): string =>
  `<styleSheet xmlns="${spreadsheetNamespace}"><numFmts>${codes.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${codes.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}</cellXfs></styleSheet>`

describe('the cells of a workbook', () => {
  it('keep zero and an empty text as the result of a formula', async () => {
    const xml =
      '<row r="1"><c r="A1"><f>B1*0</f><v>0</v></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><f>NOW()</f></c><c r="D1"><v>7</v></c></row>'
    expect(await cells(xml)).toEqual([[0, '', null, 7]])
  })

  it('are texts of every storage: shared, inline, of a formula, rich, with phonetic hints left out', async () => {
    const parts = workbookParts(
      sheetXml(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>内</t></r><r><rPr/><t xml:space="preserve"> 联</t></r></is></c><c r="D1" t="str"><v>a&amp;b</v></c></row>',
      ),
    )
    parts['xl/sharedStrings.xml'] =
      `<sst xmlns="${spreadsheetNamespace}"><si><t>甲_x000D_乙</t></si><si><r><t>東</t></r><r><t>京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si></sst>`
    expect(await rawOf(parts)).toEqual([['甲\r乙', '東京', '内 联', 'a&b']])
  })

  it('are truth values and errors, and numbers no program should write are errors too', async () => {
    const xml =
      '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#DIV/0!</v></c><c r="D1"><v>NaN</v></c></row>'
    expect(await cells(xml)).toEqual([[true, false, { error: '#DIV/0!' }, { error: 'NaN' }]])
  })

  it('find their place without references', async () => {
    const xml =
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>'
    expect(await cells(xml)).toEqual([[1, 2], [], [], [null, null, 3, 4], [5]])
  })

  it('are dates by their format, in words, in Chinese and by number alone', async () => {
    const formats = [
      'yyyy-mm-dd',
      '[$-804]yyyy"年"m"月"d"日";@',
      'yyyy/m/d h:mm',
      'h:mm:ss AM/PM',
      '[h]:mm',
      '0.00%',
      'mmm-yy',
      '上午/下午h"时"mm"分"',
      '0.00E+00',
      '[Red]#,##0;[Blue]-#,##0',
      'm"月"d"日"',
    ]
    const parts = workbookParts(
      sheetXml(
        `<row r="1">${[46082, 46082, 46082.395833333336, 0.75, 1.5, 0.45, 46082, 0.5, 46082, 46082, 46082.5].map((value, index) => `<c s="${index + 1}"><v>${value}</v></c>`).join('')}</row>`,
      ),
    )
    parts['xl/styles.xml'] = styled(formats)
    expect(await rawOf(parts)).toEqual([
      [
        { date: '2026-03-01' },
        { date: '2026-03-01' },
        { datetime: '2026-03-01T09:30:00' },
        { time: '18:00:00' },
        { time: '36:00:00' },
        0.45,
        { date: '2026-03-01' },
        { time: '12:00:00' },
        46082,
        46082,
        { datetime: '2026-03-01T12:00:00' },
      ],
    ])
    const numbered = workbookParts(
      sheetXml('<row r="1"><c s="0"><v>46082</v></c><c s="1"><v>46082</v></c><c s="2"><v>0.25</v></c></row>'),
    )
    numbered['xl/styles.xml'] =
      `<styleSheet><cellXfs><xf numFmtId="31"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs></styleSheet>`
    expect(await rawOf(numbered)).toEqual([
      [{ date: '2026-03-01' }, { date: '2026-03-01' }, { time: '06:00:00' }],
    ])
  })

  it('count days from 1904 where the workbook says so, and know the day that never was', async () => {
    const parts = workbookParts(sheetXml('<row r="1"><c s="1"><v>44620</v></c></row>'))
    parts['xl/styles.xml'] = styled(['yyyy-mm-dd'])
    parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace(
      '<sheets>',
      '<workbookPr date1904="1"/><sheets>',
    )
    expect(await rawOf(parts)).toEqual([[{ date: '2026-03-01' }]])
    const old = workbookParts(
      sheetXml(
        '<row r="1"><c s="1"><v>1</v></c><c s="1"><v>59</v></c><c s="1"><v>60</v></c><c s="1"><v>61</v></c><c s="1"><v>-1</v></c></row>',
      ),
    )
    old['xl/styles.xml'] = styled(['yyyy-mm-dd'])
    expect(await rawOf(old)).toEqual([
      [{ date: '1900-01-01' }, { date: '1900-02-28' }, { date: '1900-02-29' }, { date: '1900-03-01' }, -1],
    ])
  })

  it('may be ISO dates in a strict workbook', async () => {
    const parts = workbookParts(
      sheetXml(
        '<row r="1"><c r="A1" t="d"><v>2026-03-01</v></c><c r="B1" t="d"><v>2026-03-01T09:30:00</v></c></row>',
      ),
    )
    for (const [name, part] of Object.entries(parts)) {
      parts[name] = part
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        )
    }
    expect(await rawOf(parts)).toEqual([[{ date: '2026-03-01' }, { datetime: '2026-03-01T09:30:00' }]])
  })
})

describe('the parts of a workbook', () => {
  it('may use any prefix, absolute names, other quotes and CDATA', async () => {
    const parts = workbookParts('')
    parts['xl/worksheets/sheet1.xml'] =
      `<?xml version='1.0'?><x:worksheet xmlns:x='${spreadsheetNamespace}'><x:sheetData><x:row r='1'><x:c r='A1' t='inlineStr'><x:is><x:t><![CDATA[<甲>]]></x:t></x:is></x:c><x:c r='B1'><x:v>1.5</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
      'worksheets/sheet1.xml',
      '/xl/worksheets/sheet1.xml',
    )
    parts['_rels/.rels'] = (parts['_rels/.rels'] ?? '').replace('"xl/workbook.xml"', '"/xl/workbook.xml"')
    expect(await rawOf(parts)).toEqual([['<甲>', 1.5]])
  })

  it('may have a slash in front of their names in the zip', async () => {
    const parts = workbookParts(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'))
    const absolute = Object.fromEntries(Object.entries(parts).map(([name, part]) => [`/${name}`, part]))
    expect(await rawOf(absolute)).toEqual([[1]])
  })

  it('may be in UTF-16', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?>${sheetXml('<row r="1"><c r="A1" t="str"><v>汉字</v></c></row>').replace(/<\?xml.*?\?>/, '')}`
    const wide = Buffer.from(`\ufeff${xml}`, 'utf16le')
    expect(await rawOf({ ...workbookParts(''), 'xl/worksheets/sheet1.xml': wide })).toEqual([['汉字']])
  })

  it('give the sheets in the workbook’s order, hidden ones too, and leave chart sheets out', async () => {
    const file = save(
      'a.xlsx',
      await workbook(
        { name: '二', rows: [['b']] },
        { name: '一', rows: [['a']], hidden: true },
        { name: '三 & 四', rows: [] },
      ),
    )
    const { sheets } = await rawWorkbook(file)
    expect(sheets).toEqual([
      { name: '二', rows: [['b']] },
      { name: '一', rows: [['a']] },
      { name: '三 & 四', rows: [] },
    ])
    expect((await rawWorkbook(file, '一')).sheets.map(({ name }) => name)).toEqual(['一'])
    const parts = workbookParts(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'))
    parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace(
      '<sheets>',
      '<sheets><sheet name="图" sheetId="9" r:id="rId9"/>',
    )
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
      '</Relationships>',
      '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
    )
    expect((await rawWorkbook(save('b.xlsx', zipOf(parts)))).sheets.map(({ name }) => name)).toEqual(['表'])
  })

  it('leave out what is no worksheet: charts, dialogs, macros of Excel 4', async () => {
    const parts = workbookParts(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'))
    const kinds = ['chartsheet', 'dialogsheet', 'xlMacrosheet', 'xlIntlMacrosheet']
    parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace(
      '<sheets>',
      `<sheets>${kinds.map((kind) => `<sheet name="${kind}" sheetId="9" r:id="${kind}"/>`).join('')}`,
    )
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
      '</Relationships>',
      `${kinds.map((kind) => `<Relationship Id="${kind}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="other/${kind}.xml"/>`).join('')}</Relationships>`,
    )
    const { sheets } = await rawWorkbook(save('a.xlsx', zipOf(parts)))
    expect(sheets).toEqual([{ name: '表', rows: [[1]] }])
  })

  it('may be missing where nothing depends on them, and are named as damage where something does', async () => {
    const parts = workbookParts(sheetXml('<row r="1"><c r="A1" s="7"><v>1</v></c></row>'))
    delete parts['_rels/.rels']
    expect(await rawOf(parts)).toEqual([[1]])
    const texts = workbookParts(sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'))
    await expect(rawOf(texts)).rejects.toMatchObject({ code: 'file-damaged' })
    const { 'xl/worksheets/sheet1.xml': _, ...without } = workbookParts('')
    await expect(rawOf(without)).rejects.toMatchObject({ code: 'file-damaged' })
    const { 'xl/_rels/workbook.xml.rels': __, ...unlinked } = workbookParts(sheetXml(''))
    await expect(rawOf(unlinked)).rejects.toMatchObject({ code: 'file-damaged' })
  })

  it('are trimmed of nothing but blanks at the end of a row', async () => {
    const { sheets } = await rawWorkbook(
      save(
        'a.xlsx',
        await sheetOf([
          ['a', null, '', null],
          [null, null],
          [' ', 1],
        ]),
      ),
    )
    expect(sheets[0]?.rows.at(-1)).toEqual([' ', 1])
    expect(sheets[0]?.rows[0]?.slice(0, 2)).toEqual(['a', null])
  })
})
