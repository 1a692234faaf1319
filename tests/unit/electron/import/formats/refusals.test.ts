import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { inspectFile, readRaw } from '../../../../../electron/import/index.ts'
import { RecapError } from '../../../../../shared/errors.ts'
import {
  scratchFolder,
  sheetOf,
  sheetXml,
  workbook,
  workbookParts,
  zipOf,
} from '../../../../support/workbook.ts'

const { folder, save } = scratchFolder()

async function refusal(file: { path: string; name: string }): Promise<RecapError> {
  try {
    await inspectFile(file)
  } catch (error) {
    if (error instanceof RecapError) return error
    throw error
  }
  throw new Error(`${file.name} was read`)
}

const refused = async (name: string, bytes: Uint8Array | string): Promise<RecapError> =>
  refusal(save(name, bytes))

const document = (contentType: string): Uint8Array =>
  zipOf({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="application/${contentType}+xml"/></Types>`,
    'main.xml': '<main/>',
  })

const goodRows =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c><c r="B1" t="inlineStr"><is><t>值</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2"><v>1</v></c></row>'

/** The offset of a part's data in a zip, by its local header. */
function dataOffset(zip: Uint8Array, part: string): number {
  const name = Buffer.from(part)
  const at = Buffer.from(zip).indexOf(name)
  return at + name.length
}

describe('a file that cannot be read says which it is', () => {
  it('missing, a folder, or a device that never ends', async () => {
    expect((await refusal({ path: join(folder, 'no.xlsx'), name: 'no.xlsx' })).code).toBe('file-missing')
    mkdirSync(join(folder, 'folder.xlsx'))
    expect((await refusal({ path: join(folder, 'folder.xlsx'), name: 'folder.xlsx' })).code).toBe(
      'file-unreadable',
    )
    expect((await refusal({ path: '/dev/zero', name: 'zero.csv' })).code).toBe('file-unreadable')
  })

  it.skipIf(process.getuid?.() === 0)('closed to this user', async () => {
    const file = save('closed.csv', 'a,b\n1,2\n')
    chmodSync(file.path, 0)
    expect((await refusal(file)).code).toBe('file-unreadable')
  })

  it('empty, or nothing but a byte order mark', async () => {
    expect(await refused('empty.xlsx', '')).toMatchObject({
      code: 'file-empty',
      detail: { file: 'empty.xlsx' },
    })
    expect((await refused('mark.csv', '\ufeff')).code).toBe('file-empty')
  })

  it('pictures, PDFs and bytes without meaning, whatever their extension', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    expect(await refused('chart.xlsx', png)).toMatchObject({
      code: 'file-not-a-spreadsheet',
      detail: { found: 'PNG' },
    })
    expect(await refused('a.csv', '%PDF-1.7\n1 0 obj')).toMatchObject({
      code: 'file-not-a-spreadsheet',
      detail: { found: 'PDF' },
    })
    const noise = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919 + (index >> 3)) % 251)
    expect((await refused('noise.bin', noise)).code).toBe('file-not-a-spreadsheet')
    expect(await refused('photos.zip', zipOf({ 'a.txt': 'a' }))).toMatchObject({ detail: { found: 'ZIP' } })
  })

  it('documents', async () => {
    const word = document('vnd.openxmlformats-officedocument.wordprocessingml.document.main')
    expect(await refused('表.xlsx', word)).toMatchObject({
      code: 'file-is-a-document',
      detail: { found: 'DOCX' },
    })
    const slides = document('vnd.openxmlformats-officedocument.presentationml.presentation.main')
    expect(await refused('a.xlsx', slides)).toMatchObject({
      code: 'file-is-a-document',
      detail: { found: 'PPTX' },
    })
    expect(await refused('a.doc', '{\\rtf1\\ansi hello}')).toMatchObject({
      code: 'file-is-a-document',
      detail: { found: 'RTF' },
    })
  })

  it('spreadsheets of formats that are not read', async () => {
    const foundIn = async (name: string, content: string | Uint8Array): Promise<unknown> => {
      const { code, detail } = await refused(name, content)
      expect(code).toBe('file-format-unsupported')
      return detail['found']
    }
    expect(await foundIn('a.slk', 'ID;PWXL;N;E\r\nB;Y2;X2\r\nC;Y1;X1;K"a"\r\nE\r\n')).toBe('SYLK')
    expect(await foundIn('a.dif', 'TABLE\r\n0,1\r\n"EXCEL"\r\n')).toBe('DIF')
    expect(await foundIn('a.numbers', zipOf({ 'Index/Document.iwa': 'x' }))).toBe('iWork')
    expect(await foundIn('a.xml', '<?xml version="1.0"?><orders><order/></orders>')).toBe('XML')
  })

  it('but not separated text that begins like one of them', async () => {
    const csv = 'ID;Produkt;Preis\n1;a;2\n2;b;3\n3;c;4\n'
    expect((await inspectFile(save('a.csv', csv))).inspection.format).toBe('csv')
    expect((await inspectFile(save('b.csv', '<5,>5\n1,2\n3,4\n5,6\n'))).inspection.format).toBe('csv')
  })

  it('workbooks under a password', async () => {
    const encrypted = await writeXlsx({
      sheets: [{ name: 'a', rows: [['x'], [1]] }],
      encryption: { password: '1234', spinCount: 1000 },
    })
    expect((await refused('密.xlsx', encrypted)).code).toBe('file-encrypted')
    const zip = Buffer.from(await sheetOf([['a'], [1]]))
    for (
      let at = zip.indexOf('PK\x01\x02', 0, 'latin1');
      at >= 0;
      at = zip.indexOf('PK\x01\x02', at + 4, 'latin1')
    ) {
      zip.writeUInt16LE(zip.readUInt16LE(at + 8) | 1, at + 8)
    }
    expect((await refused('flag.xlsx', zip)).code).toBe('file-encrypted')
  })

  it('cut short, anywhere', async () => {
    const whole = await sheetOf([
      ['名称', '值'],
      ...Array.from({ length: 50 }, (_, n) => [`行${n}`, n * 1.5]),
    ])
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      expect((await refused('cut.xlsx', whole.slice(0, Math.floor(whole.length * share)))).code).toBe(
        'file-truncated',
      )
    }
    const xml = sheetXml(goodRows)
    const cut = zipOf(workbookParts(xml.slice(0, xml.indexOf('</sheetData>') - 20)))
    expect((await refused('cut-xml.xlsx', cut)).code).toBe('file-truncated')
  })

  it('damaged: XML that is none, a part that is gone, a checksum that is off', async () => {
    expect(
      (await refused('a.xlsx', zipOf(workbookParts(sheetXml('<row r="1"><c r="A1"><v>1</c></row>'))))).code,
    ).toBe('file-damaged')
    const { 'xl/worksheets/sheet1.xml': _, ...parts } = workbookParts('')
    expect((await refused('b.xlsx', zipOf(parts))).code).toBe('file-damaged')
    const backwards = sheetXml(
      '<row r="5"><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
    )
    expect((await refused('c.xlsx', zipOf(workbookParts(backwards)))).code).toBe('file-damaged')
    const zip = zipOf(workbookParts(sheetXml(goodRows)))
    const at = dataOffset(zip, 'xl/worksheets/sheet1.xml') + 60
    zip[at] = (zip[at] ?? 0) ^ 0x10
    expect(['file-damaged', 'file-truncated']).toContain((await refused('d.xlsx', zip)).code)
    expect((await refused('e.csv', 'a,b\n1,"never closed\n2,3\n')).code).toBe('file-damaged')
  })

  it('a document type, so that nothing is ever expanded', async () => {
    const bomb = sheetXml(goodRows).replace(
      '<worksheet',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet',
    )
    expect(await refused('xxe.xlsx', zipOf(workbookParts(bomb)))).toMatchObject({ code: 'file-damaged' })
    const rels = workbookParts(sheetXml(goodRows))
    rels['xl/workbook.xml'] = `<!DOCTYPE x SYSTEM "file:///etc/passwd">${rels['xl/workbook.xml'] ?? ''}`
    expect((await refused('xxe2.xlsx', zipOf(rels))).code).toBe('file-damaged')
  })

  it('more than is read, saying how much', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, n) => [`p${n}`, '']))
    expect(await refused('many.xlsx', zipOf({ ...many }))).toMatchObject({
      code: 'file-too-large',
      detail: { cap: 'entries', actual: '20,001', limit: '20,000' },
    })
    const bomb = sheetXml(
      `<row r="1"><c r="A1" t="inlineStr"><is><t>${' '.repeat(20_000_000)}</t></is></c></row>`,
    )
    expect((await refused('bomb.xlsx', zipOf(workbookParts(bomb)))).detail).toMatchObject({ cap: 'text' })
    const forged = Buffer.from(zipOf(workbookParts(sheetXml(goodRows))))
    for (
      let at = forged.indexOf('PK\x01\x02', 0, 'latin1');
      at >= 0;
      at = forged.indexOf('PK\x01\x02', at + 4, 'latin1')
    ) {
      if (forged.includes('sheet1', at)) forged.writeUInt32LE(0xf000_0000, at + 24)
    }
    expect((await refused('forged.xlsx', forged)).code).toBe('file-too-large')
  })

  it('text in no encoding, or in two', async () => {
    expect((await refused('a.csv', Buffer.from('a,b\n\xff\xff\xff,1\n', 'latin1'))).code).toBe(
      'file-encoding-unknown',
    )
    const utf8 = Buffer.from('渠道,备注内容\n抖音,第一季度投放总结报告\n')
    const gbk = Buffer.from('d0a1baeccae92cbdccd3fdb2bfc3c5cbb5c3f70a', 'hex')
    expect((await refused('mixed.csv', Buffer.concat([utf8, gbk]))).code).toBe('file-encoding-unknown')
    expect((await refused('mixed2.csv', Buffer.concat([gbk, utf8]))).code).toBe('file-encoding-unknown')
  })

  it('without any table', async () => {
    expect((await refused('blank.xlsx', await workbook({ name: 'a', rows: [] }))).code).toBe(
      'file-without-table',
    )
    expect((await refused('readme.txt', '这是一份说明。\n请先阅读。\n')).code).toBe('file-without-table')
    expect((await refused('header.csv', '日期,渠道,点击\n')).code).toBe('file-without-table')
  })

  it('and its cells cannot be had raw either', async () => {
    await expect(readRaw(save('a.xlsx', '%PDF-1.7'))).rejects.toMatchObject({
      code: 'file-not-a-spreadsheet',
    })
  })
})
