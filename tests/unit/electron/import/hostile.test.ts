import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectFile, readRaw } from '../../../../electron/import/index.ts'
import { RecapError } from '../../../../shared/errors.ts'
import { encodeGb18030 } from '../../../../scripts/samples.ts'
import { readWhole } from '../../../support/reading.ts'
import { scratchFolder, sheetOf, sheetXml, workbookParts, zipOf } from '../../../support/workbook.ts'

const { save } = scratchFolder()
const samples = join(import.meta.dirname, '../../../../resources/samples')

/** `read`, or the code of the refusal; anything else fails the test. */
async function outcome(name: string, bytes: Uint8Array): Promise<string> {
  const file = save(name, bytes)
  try {
    await readWhole(file)
    return 'read'
  } catch (error) {
    if (error instanceof RecapError && error.code !== 'internal') return error.code
    throw error
  }
}

describe('whatever bytes come, reading ends in what was found or in one refusal', () => {
  it('cut at any length', async () => {
    const goals = readFileSync(join(samples, '年度目标.xlsx'))
    const codes = new Set<string>()
    for (let length = 1; length < goals.length; length += 97)
      codes.add(await outcome('cut.xlsx', goals.subarray(0, length)))
    expect([...codes].toSorted()).not.toContain('read')
  })

  it('with bytes changed anywhere', async () => {
    const goals = readFileSync(join(samples, '年度目标.xlsx'))
    const csv = encodeGb18030('日期,渠道,点击\r\n2026-03-01,"抖,音",12\r\n2026-03-02,微信,15\r\n')
    const change = fc.array(fc.record({ at: fc.nat(), to: fc.nat({ max: 255 }) }), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(fc.boolean(), change, async (isCsv, changes) => {
        const bytes = Uint8Array.from(isCsv ? csv : goals)
        for (const { at, to } of changes) bytes[at % bytes.length] = to
        await outcome(isCsv ? 'a.csv' : 'a.xlsx', bytes)
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  it('with parts of XML cut and spliced anywhere', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, n) =>
        `<row r="${n + 1}"><c r="A${n + 1}" t="str"><v>行${n}</v></c><c r="B${n + 1}"><v>${n}</v></c></row>`,
    )
    const xml = sheetXml(rows.join(''), '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>')
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: xml.length }), fc.nat({ max: xml.length }), async (from, to) => {
        await outcome('a.xlsx', zipOf(workbookParts(xml.slice(0, from) + xml.slice(to))))
      }),
      { numRuns: 200, seed: 11 },
    )
  })
})

describe('a small file does not make the reader work for ever', () => {
  it('cells at the far corners of a sheet are two cells', async () => {
    const xml = sheetXml(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
    )
    const file = save('corners.xlsx', zipOf(workbookParts(xml)))
    await expect(inspectFile(file)).rejects.toMatchObject({ code: 'file-without-table' })
    const { sheets } = await readRaw(file)
    expect(sheets[0]?.rows.at(-1)).toHaveLength(16_384)
  })

  it('a merge of the whole sheet costs nothing', async () => {
    const xml = sheetXml(
      '<row r="1"><c r="A1" t="str"><v>标题</v></c></row>',
      '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    )
    expect(await outcome('merge.xlsx', zipOf(workbookParts(xml)))).toBe('file-without-table')
  })

  it('a million empty rows, and a number format built to be slow', async () => {
    const xml = sheetXml(
      `${Array.from({ length: 300_000 }, () => '<row/>').join('')}<row r="400000"><c r="A400000"><v>1</v></c></row>`,
    )
    expect(await outcome('rows.xlsx', zipOf(workbookParts(xml)))).toBe('file-without-table')
    const slow = `${'[$'.repeat(5000)}${'"a'.repeat(5000)}${'0'.repeat(5000)}${','.repeat(5000)}`
    const parts = workbookParts(sheetXml('<row r="1"><c r="A1" s="0"><v>1</v></c></row>'))
    parts['xl/styles.xml'] =
      `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="${slow.replaceAll('"', '&quot;')}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>`
    expect(await outcome('format.xlsx', zipOf(parts))).toBe('file-without-table')
  })

  it('texts built to make patterns backtrack', async () => {
    const long = [
      ' '.repeat(50_000),
      '('.repeat(50_000),
      '1,'.repeat(25_000),
      '1 '.repeat(20_000),
      `${'约'.repeat(1000)}5万`,
      '='.repeat(9000),
    ]
    const rows = long.map((text) => [text, text, 1])
    expect(await outcome('slow.xlsx', await sheetOf([['甲', '乙', '丙'], ...rows]))).toBe('read')
    const headers = [`${'（'.repeat(3000)}元`, '/'.repeat(3000), '单位：'.repeat(2000)]
    expect(await outcome('headers.xlsx', await sheetOf([headers, [1, 2, 3], [4, 5, 6]]))).toBe('read')
  })

  it('names that JavaScript objects know are names like any other', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const file = save(
      '__proto__.xlsx',
      await sheetOf([names, ['__proto__', 1, 2, 3], ['constructor', 4, 5, 6]], { name: '__proto__' }),
    )
    const { tables } = (await inspectFile(file)).inspection
    expect(tables[0]?.columns.map(({ name }) => name)).toEqual(names)
    expect(Object.keys(Object.prototype)).toHaveLength(0)
  })
})
