import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { CsvScanner } from '../../../../../../electron/import/formats/csv/csv-scan.ts'
import { limits } from '../../../../../../electron/import/limits.ts'
import { type SheetRow, blank, text as word } from '../../../../../../electron/import/cells/sheet-row.ts'

interface ScanOptions {
  delimiter?: string
  skip?: number
  /** Bytes handed over at a time, over and over. */
  pieces?: readonly number[]
  size?: number
}

const fieldsOf = (row: SheetRow): string[] =>
  Array.from({ length: row.fields }, (_, column) => row.text(column))

function scan(
  text: string,
  { delimiter = ',', skip = 0, pieces = [65_536], size }: ScanOptions = {},
): string[][] {
  const rows: string[][] = []
  const take = (row: SheetRow): void => {
    rows.push(fieldsOf(row))
    expect(row.row).toBe(rows.length)
  }
  const scanner = new CsvScanner({ delimiter, skip }, 'a.csv', take, size)
  const bytes = Buffer.from(text)
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const room = scanner.room()
    const piece = bytes.subarray(at, at + Math.min(room.length, pieces[turn % pieces.length] ?? 1))
    room.set(piece)
    scanner.add(piece.length)
    at += piece.length
  }
  scanner.end()
  return rows
}

const refusal = (text: string): unknown => {
  try {
    return scan(text)
  } catch (error) {
    return error
  }
}

const quoted = (field: string, delimiter: string, always: boolean): string =>
  always || field.startsWith('"') || field.includes(delimiter) || /[\r\n]/.test(field)
    ? `"${field.replaceAll('"', '""')}"`
    : field

const characters = [...'ab0159 .-%"\',;|\t\r\n\v\x01一渠道（），。\u3000é😀']
const field = fc.string({ unit: fc.constantFrom(...characters), maxLength: 10 })
const table = fc.array(fc.array(field, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })
const written = fc.record({
  rows: table,
  delimiter: fc.constantFrom(',', ';', '\t', '|', '，', ':', '。'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  always: fc.boolean(),
  end: fc.boolean(),
})

describe('separated text gives back the fields it was made of', () => {
  it('whatever they hold, in every dialect, in pieces of every size', () => {
    fc.assert(
      fc.property(
        written,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 4, max: 64 }),
        ({ rows, delimiter, newline, always, end }, pieces, size) => {
          const lines = rows.map((row) => row.map((one) => quoted(one, delimiter, always)).join(delimiter))
          // A last record of one blank field can only be told by the line end behind it.
          const last = rows.at(-1)
          const isBlank = last?.length === 1 && last[0] === '' && !always
          const text = lines.join(newline) + (end || isBlank ? newline : '')
          expect(scan(text, { delimiter, pieces, size })).toEqual(rows)
        },
      ),
      { numRuns: 1500, seed: 11 },
    )
  })

  it('cut in two or three at any byte', () => {
    const text = '日期;"a ""b"" c";"两\r\n行"\r\n"x" y;;\r\n\r\n1;"";末'
    const whole = scan(text, { delimiter: ';' })
    expect(whole).toEqual([['日期', 'a "b" c', '两\r\n行'], ['x y', '', ''], [''], ['1', '', '末']])
    const { length } = Buffer.from(text)
    for (let first = 1; first < length; first += 1) {
      for (const second of [1, 2, 7]) {
        expect(scan(text, { delimiter: ';', pieces: [first, second, length], size: 4 })).toEqual(whole)
      }
    }
    const wide = scan('甲，乙、丙，"，"', { delimiter: '，', pieces: [1], size: 4 })
    expect(wide).toEqual([['甲', '乙、丙', '，']])
  })

  it('as Papa Parse reads them', () => {
    fc.assert(
      fc.property(written, ({ rows, delimiter, newline, always, end }) => {
        const lines = rows.map((row) => row.map((one) => quoted(one, delimiter, always)).join(delimiter))
        const text = lines.join(newline) + (end ? newline : '')
        const { data } = Papa.parse<string[]>(text, { delimiter, newline })
        // It has one more, blank record behind the last line end, and one in a text without any.
        const last = data.at(-1)
        if (last?.length === 1 && last[0] === '' && !text.endsWith('""')) data.pop()
        expect(scan(text, { delimiter })).toEqual(data)
      }),
      { numRuns: 500, seed: 12 },
    )
  })
})

describe('the cells of a row', () => {
  it('stay as they are until the next row starts, whatever comes into the room', () => {
    let kept: SheetRow | undefined
    const scanner = new CsvScanner({ delimiter: ',', skip: 0 }, 'a.csv', (row) => (kept = row), 24)
    scanner.add(Buffer.from('甲,"a""b",c\n').copy(scanner.room()))
    scanner.room().fill(0x78)
    expect(kept?.bytes(0)).toBeDefined()
    expect(kept && fieldsOf(kept)).toEqual(['甲', 'a"b', 'c'])
  })

  it('are no cells where nothing stands in the fields', () => {
    const kinds: number[][] = []
    const scanner = new CsvScanner({ delimiter: ',', skip: 0 }, 'a.csv', (row) => {
      kinds.push(Array.from({ length: row.fields }, (_, column) => row.kind(column)))
    })
    scanner.add(Buffer.from('a,,"",b,\n').copy(scanner.room()))
    expect(kinds).toEqual([[word, blank, blank, word, blank]])
  })
})

describe('what is not as RFC 4180 has it is read as Excel reads it', () => {
  it.each([
    ['a quote inside a field is itself', 'a"b,c "d",5" x 7"\n', [['a"b', 'c "d"', '5" x 7"']]],
    ['text behind the closing quote belongs to the field', '"a"b,"c" "d",e\n', [['ab', 'c "d"', 'e']]],
    ['a space before the quote makes it a quote like any other', 'a, "b"\n', [['a', ' "b"']]],
    ['digits guarded by a formula keep their guard', '="00123",1\n', [['="00123"', '1']]],
    ['lines end each as it likes', 'a\rb\nc\r\nd', [['a'], ['b'], ['c'], ['d']]],
    ['blank lines are rows', 'a\n\n\nb\n', [['a'], [''], [''], ['b']]],
    [
      'a delimiter at the end makes one more field',
      'a,\n,\n',
      [
        ['a', ''],
        ['', ''],
      ],
    ],
    ['a quoted nothing at the end is a row', 'a\n""', [['a'], ['']]],
    ['the mark with which DOS ended a text is no cell', 'a\nb\n\x1a', [['a'], ['b']]],
    ['nothing at all is no row', '', []],
  ] as const)('%s', (_, text, rows) => {
    expect(scan(text)).toEqual(rows)
    expect(scan(text, { pieces: [1], size: 4 })).toEqual(rows)
  })

  it('and skips what stands before the first row', () => {
    expect(scan('\ufeffsep=;\r\na;b\r\n', { delimiter: ';', skip: 10, pieces: [3] })).toEqual([['a', 'b']])
  })
})

describe('text that cannot be a table is refused', () => {
  it('when a quote is never closed', () => {
    expect(refusal('a,b\n1,"never closed\n2,3\n')).toMatchObject({
      code: 'file-damaged',
      detail: { file: 'a.csv' },
    })
    expect(refusal('"')).toMatchObject({ code: 'file-damaged' })
    expect(refusal('"a""')).toMatchObject({ code: 'file-damaged' })
  })

  it('when it goes beyond a cap', () => {
    expect(refusal(`${','.repeat(limits.columns)}\n`)).toMatchObject({ detail: { cap: 'columns' } })
    expect(refusal('长'.repeat(limits.text + 2))).toMatchObject({ detail: { cap: 'text' } })
    expect(scan('长'.repeat(limits.text / 2))).toHaveLength(1)
  })

  it('in time that grows with the text, not with its square', () => {
    const start = performance.now()
    expect(refusal(`"${'a""'.repeat(1_300_000)}`)).toMatchObject({ code: 'file-damaged' })
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('records with bytes that could not be decoded', () => {
  it('are known by number, the last one too', () => {
    const scanner = new CsvScanner({ delimiter: ',', skip: 0 }, 'a.csv', () => {}, 16)
    const put = (text: string): void => {
      scanner.add(Buffer.from(text).copy(scanner.room()))
    }
    put('a,b\n1,')
    scanner.doubt()
    put('\ufffd\n3,4\n5,"')
    scanner.doubt()
    put('\ufffd\n')
    scanner.doubt()
    put('\ufffd"\n')
    put('7,8\n9,')
    scanner.doubt()
    scanner.end()
    expect(scanner.undecodable).toEqual([2, 4, 6])
  })

  it('are told to twenty', () => {
    const scanner = new CsvScanner({ delimiter: ',', skip: 0 }, 'a.csv', () => {}, 16)
    for (let row = 0; row < 100; row += 1) {
      scanner.doubt()
      scanner.add(Buffer.from('a\n').copy(scanner.room()))
    }
    scanner.end()
    expect(scanner.undecodable).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })
})
