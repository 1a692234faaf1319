import { describe, expect, it } from 'vitest'
import { limits } from '../../../../../../electron/import/limits.ts'
import { rawWorkbook } from '../../../../../support/raw.ts'
import { openXlsx } from '../../../../../../electron/import/formats/xlsx/xlsx.ts'
import { ZipPackage } from '../../../../../../electron/import/formats/zip-package.ts'
import {
  scratchFolder,
  sheetXml,
  spreadsheetNamespace,
  workbookParts,
  zipOf,
} from '../../../../../support/workbook.ts'

const { save } = scratchFolder()

interface Outcome {
  /** `read`, or the code of the refusal and the cap it names. */
  code: string
  rows: number
  /** By how much the process grew at most, in MB. */
  grown: number
}

/** Reads the only sheet without keeping a cell. */
async function outcome(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Outcome> {
  const { path, name } = save('a.xlsx', zipOf(parts))
  const before = process.memoryUsage.rss()
  let most = before
  let rows = 0
  const done = (code: string): Outcome => ({ code, rows, grown: (most - before) / 1024 ** 2 })
  try {
    const book = await openXlsx(await ZipPackage.open(path, name), 0, {})
    try {
      for (const sheet of book.sheets) {
        await sheet.merges()
        const take = (): void => void (rows += 1)
        for await (const _ of sheet.read(take)) most = Math.max(most, process.memoryUsage.rss())
      }
      return done('read')
    } finally {
      book.close()
    }
  } catch (error) {
    const { code, detail } = error as { code: string; detail?: { cap?: string } }
    return done(detail?.cap === undefined ? code : `${code}: ${detail.cap}`)
  }
}

const sheet = (rows: string, after?: string): Record<string, string> => workbookParts(sheetXml(rows, after))
/** Makes the parser read the whole sheet. */
const byParser = (parts: Record<string, string>): Record<string, string> => ({
  ...parts,
  'xl/worksheets/sheet1.xml': (parts['xl/worksheets/sheet1.xml'] ?? '').replace(
    '<sheetData>',
    '<!-- --><sheetData>',
  ),
})

describe('a workbook made to hurt', () => {
  it('of tags within tags is refused', async () => {
    const deep = '<a>'.repeat(200_000)
    expect((await outcome(sheet('', deep))).code).toBe('file-too-large: nesting')
    expect((await outcome(sheet(deep))).code).toBe('file-too-large: nesting')
    const styles = { ...sheet(''), 'xl/styles.xml': `<styleSheet>${deep}` }
    expect((await outcome(styles)).code).toBe('file-too-large: nesting')
  })

  it('of one endless text, tag, formula or attribute is refused', async () => {
    const long = 'a'.repeat(limits.text + 1)
    const shared = {
      ...sheet('<row><c t="s"><v>0</v></c></row>'),
      'xl/sharedStrings.xml': `<sst xmlns="${spreadsheetNamespace}"><si><t>${long}</t></si></sst>`,
    }
    for (const parts of [
      sheet(`<row><c t="str"><v>${long}</v></c></row>`),
      sheet(`<row><c t="inlineStr"><is><t>${long}</t></is></c></row>`),
      sheet(`<row><c t="inlineStr"><is><r><t>${long}</t></r></is></c></row>`),
      sheet(`<row><c t="e"><v>${long}</v></c></row>`),
      sheet(`<row><c><v>1${'0'.repeat(limits.text)}</v></c></row>`),
      sheet(`<row><c><f>${long.repeat(5)}</f><v>1</v></c></row>`),
      sheet(`<row r="${long.repeat(5)}"/>`),
      sheet(long.repeat(5)),
      shared,
    ])
      expect((await outcome(parts)).code).toBe('file-too-large: text')
  })

  it('of a text as long as Excel allows, in three bytes a character, is read', async () => {
    const long = '汉'.repeat(32_767)
    const { sheets } = await rawWorkbook(
      save(
        'a.xlsx',
        zipOf(sheet(`<row><c t="str"><v>${long}</v></c><c t="inlineStr"><is><t>${long}</t></is></c></row>`)),
      ),
    )
    expect(sheets[0]?.rows).toEqual([[long, long]])
  })

  it('of one row as wide as a sheet and long as a book takes time by its length', async () => {
    const cell = `<c t="inlineStr"><is><t>${'内容'.repeat(60)}</t></is></c>`
    const started = performance.now()
    expect(await outcome(sheet(`<row>${cell.repeat(limits.columns)}</row>`))).toMatchObject({
      code: 'read',
      rows: 1,
    })
    expect(performance.now() - started).toBeLessThan(4000)
    expect((await outcome(sheet(`<row>${cell.repeat(limits.columns + 1)}</row>`))).code).toBe('file-damaged')
  })

  it('of rows that have but their last cell takes no more memory than one of them', async () => {
    const rows = '<row><c r="XFD1" t="s"><v>0</v></c></row>'.repeat(60_000)
    const parts = {
      ...sheet(rows),
      'xl/sharedStrings.xml': `<sst xmlns="${spreadsheetNamespace}"><si><t>a</t></si></sst>`,
    }
    for (const one of [parts, byParser(parts)]) {
      const { code, rows: read, grown } = await outcome(one)
      expect([code, read]).toEqual(['read', 60_000])
      expect(grown).toBeLessThan(250)
    }
  })

  it('of styles without end is refused before they are inflated', async () => {
    const parts = { ...sheet(''), 'xl/styles.xml': new Uint8Array(limits.markupBytes + 1).fill(32) }
    const { code, grown } = await outcome(parts)
    expect(code).toBe('file-too-large: markupBytes')
    expect(grown).toBeLessThan(50)
  })

  it('of more merges than a sheet can have is refused', async () => {
    const merge = '<mergeCell ref="A1:B2"/>'.repeat(limits.merges + 1)
    expect((await outcome(sheet('', `<mergeCells>${merge}</mergeCells>`))).code).toBe(
      'file-too-large: merges',
    )
  })

  it('with a document type is refused in any of its parts', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    const parts = {
      ...sheet('<row><c t="s"><v>0</v></c></row>'),
      'xl/sharedStrings.xml': `<sst xmlns="${spreadsheetNamespace}"><si><t>a</t></si></sst>`,
      'xl/styles.xml': '<styleSheet/>',
    }
    expect((await outcome(parts)).code).toBe('read')
    for (const part of [
      'xl/workbook.xml',
      'xl/styles.xml',
      'xl/sharedStrings.xml',
      'xl/worksheets/sheet1.xml',
      '_rels/.rels',
    ] as const) {
      const text = (parts as Record<string, string>)[part] ?? ''
      const at = text.startsWith('<?xml') ? text.indexOf('?>') + 2 : 0
      expect((await outcome({ ...parts, [part]: text.slice(0, at) + bomb + text.slice(at) })).code).toBe(
        'file-damaged',
      )
    }
  })
})
