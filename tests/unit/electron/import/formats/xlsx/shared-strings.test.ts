import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { general } from '../../../../../../electron/import/cells/number-format.ts'
import { SharedStrings } from '../../../../../../electron/import/formats/xlsx/shared-strings.ts'
import { SheetRow } from '../../../../../../electron/import/cells/sheet-row.ts'
import { ZipPackage } from '../../../../../../electron/import/formats/zip-package.ts'
import { scratchFolder, spreadsheetNamespace, zipOf } from '../../../../../support/workbook.ts'

const { save } = scratchFolder()

async function withStrings<T>(
  xml: string | Uint8Array,
  look: (strings: SharedStrings) => Promise<T>,
): Promise<T> {
  const { path, name } = save('a.xlsx', zipOf({ 'xl/sharedStrings.xml': xml }))
  const zip = await ZipPackage.open(path, name)
  const strings = new SharedStrings(zip, 'xl/sharedStrings.xml')
  try {
    return await look(strings)
  } finally {
    strings.close()
    zip.close()
  }
}

const textOf = (strings: SharedStrings, index: number): string => {
  const row = new SheetRow()
  row.start(1)
  strings.put(row, 0, index, general)
  expect(row.ref(0)).toBe(index)
  return row.text(0)
}

const allOf = (xml: string | Uint8Array): Promise<string[]> =>
  withStrings(xml, async (strings) => {
    await strings.until(Number.POSITIVE_INFINITY)
    return Array.from({ length: strings.count }, (_, index) => textOf(strings, index))
  })

const table = (items: string): string =>
  `<?xml version="1.0"?><sst xmlns="${spreadsheetNamespace}">${items}</sst>`

describe('shared strings', () => {
  it('are runs joined without phonetic hints, with references and escapes resolved', async () => {
    const items = [
      '<si><t>甲</t></si>',
      '<si><r><t>東</t></r><r><rPr><b/></rPr><t>京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
      '<si><t>渠道</t><phoneticPr fontId="1" type="noConversion"/></si>',
      '<si><t>地区</t><phoneticPr fontId="1"></phoneticPr></si>',
      '<si><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh></si>',
      '<si><t xml:space="preserve">  a &amp; b  </t></si>',
      '<si><t>a_x000D_b_x005F_x0041_ _x_ _xZZZZ_</t></si>',
      '<si><t>_xD83D__xDE00_ _xD83D_</t></si>',
      '<si><t/></si>',
      '<si/>',
      '<si></si>',
      '<si><t>a\r\nb</t></si>',
      '<si><t><![CDATA[<c>]]></t></si>',
      '<!-- no string --><si><t>末</t></si>',
    ]
    expect(await allOf(table(items.join('\n')))).toEqual([
      '甲',
      '東京',
      '渠道',
      '地区',
      '漢字',
      '  a & b  ',
      'a\rb_x0041_ _x_ _xZZZZ_',
      '😀 \ufffd',
      '',
      '',
      '',
      'a\nb',
      '<c>',
      '末',
    ])
  })

  it('are the same under a prefix and in UTF-16, and may not be there at all', async () => {
    const prefixed = `<x:sst xmlns:x="${spreadsheetNamespace}"><x:si><x:t>甲</x:t></x:si><x:si><x:r><x:t>乙</x:t></x:r></x:si></x:sst>`
    expect(await allOf(prefixed)).toEqual(['甲', '乙'])
    expect(
      await allOf(
        Buffer.from(`\ufeff${table('<si><t>汉</t></si>').replace('?>', ' encoding="UTF-16"?>')}`, 'utf16le'),
      ),
    ).toEqual(['汉'])
    expect(await allOf(`<sst xmlns="${spreadsheetNamespace}"/>`)).toEqual([])
  })

  it('are what was written, many or few, across all pieces', async () => {
    const word = fc
      .string({ unit: 'binary', maxLength: 30 })
      .map((text) => text.replace(/[\0-\x08\x0b-\x1f\ufffe\uffff\r_]/g, '·').toWellFormed())
    const escaped = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { maxLength: 40 }),
        fc.integer({ min: 1, max: 800 }),
        async (words, times) => {
          const many = Array.from({ length: times }, () => words).flat()
          const xml = table(
            many.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join(''),
          )
          expect(await allOf(xml)).toEqual(many)
        },
      ),
      { numRuns: 25, seed: 4 },
    )
  })

  it('are read only as far as they are needed', async () => {
    const count = 200_000
    const xml = table(Array.from({ length: count }, (_, n) => `<si><t>第${n}个</t></si>`).join(''))
    await withStrings(xml, async (strings) => {
      expect(strings.count).toBe(0)
      await strings.until(10)
      expect(strings.count).toBeGreaterThanOrEqual(10)
      expect(strings.count).toBeLessThan(count / 5)
      expect(textOf(strings, 9)).toBe('第9个')
      await strings.until(count)
      expect(textOf(strings, count - 1)).toBe(`第${count - 1}个`)
      await strings.until(count + 1)
      expect(() => textOf(strings, count)).toThrow(expect.objectContaining({ code: 'file-damaged' }))
    })
  })

  it('end in one refusal when they are cut, not well-formed, not in their encoding or name a document type', async () => {
    const xml = table('<si><t>甲</t></si><si><t>乙</t></si>')
    await expect(allOf(xml.slice(0, -12))).rejects.toMatchObject({ code: 'file-truncated' })
    for (const bad of [
      table('<si><t>a</si></t>'),
      table('<si><t>&nbsp;</t></si>'),
      table('<si><t>\u0001</t></si>'),
      `<!DOCTYPE sst>${table('<si><t>a</t></si>')}`,
      Buffer.from(table('<si><t>~</t></si>')).map((byte) => (byte === 0x7e ? 0xff : byte)),
    ])
      await expect(allOf(bad)).rejects.toMatchObject({ code: 'file-damaged' })
  })
})
