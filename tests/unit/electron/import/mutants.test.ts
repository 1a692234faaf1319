// Damaged and hostile files: thousands of good ones of every format with bits flipped, bytes cut out, put in twice and
// mixed with others, in the file and inside its packed parts. Each must end as read or as refused with a code.

import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { inspectFile } from '../../../../electron/import/index.ts'
import { RecapError } from '../../../../shared/errors.ts'
import { encodeGb18030 } from '../../../../scripts/samples.ts'
import { type CellSpec, scratchFolder, serial, workbook } from '../../../support/workbook.ts'

const { save } = scratchFolder()
const perFormat = 300
/** A hang is one that takes longer. */
const longestMs = 10_000
const ceiling = 1024 ** 3

const rows: CellSpec[][] = [
  ['2026年3月渠道投放日报'],
  ['单位：元'],
  ['日期', '渠道', '曝光', '点击率', '花费', '备注'],
  ...Array.from({ length: 40 }, (_, index): CellSpec[] => [
    { value: serial(2026, 3, 1 + (index % 28)), format: 'yyyy-mm-dd' },
    ['抖音', '小红书', '微信'][index % 3] ?? '',
    1000 + index * 37,
    { value: 0.01 + index / 1000, format: '0.00%' },
    { value: index * 12.5, format: '#,##0.00', formula: `C${index + 4}/2` },
    index % 5 === 0 ? '含税，待核' : null,
  ]),
  ['合计', null, 69_140],
]
const text = rows
  .map((row) => row.map((cell) => (cell !== null && typeof cell === 'object' ? cell.value : (cell ?? ''))))
  .map((row) =>
    row.map((cell) => (String(cell).includes(',') ? `"${String(cell)}"` : String(cell))).join(','),
  )
  .join('\r\n')

const written = (bookType: XLSX.BookType): Uint8Array => {
  const sheet = XLSX.utils.aoa_to_sheet(text.split('\r\n').map((line) => line.split(',')))
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, '日报')
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer)
}

const formats: readonly { name: string; bytes: () => Promise<Uint8Array> | Uint8Array }[] = [
  { name: '日报.xlsx', bytes: () => workbook({ name: '日报', rows, merges: ['A1:F1', 'B4:B6'] }) },
  { name: '日报.csv', bytes: () => new TextEncoder().encode(text) },
  { name: '日报 gb18030.csv', bytes: () => encodeGb18030(text) },
  { name: '日报 utf-16.txt', bytes: () => Buffer.from(`\ufeff${text.replaceAll(',', '\t')}`, 'utf16le') },
  { name: '日报.xls', bytes: () => written('biff8') },
  { name: '日报 5.xls', bytes: () => written('biff5') },
  { name: '日报.xlsb', bytes: () => written('xlsb') },
  { name: '日报.xml', bytes: () => written('xlml') },
  { name: '日报.htm', bytes: () => written('html') },
  { name: '日报.ods', bytes: () => written('ods') },
  { name: '日报.fods', bytes: () => written('fods') },
]

/** Mulberry32: the same numbers in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}
type Random = ReturnType<typeof randomFrom>

function mutate(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const at = random(bytes.length)
  const length = 1 + random(Math.min(2000, bytes.length))
  switch (random(6)) {
    case 0: {
      const flipped = bytes.slice()
      for (let times = 1 + random(8); times > 0; times -= 1)
        flipped[random(flipped.length)] = (flipped[random(flipped.length)] ?? 0) ^ (1 << random(8))
      return flipped
    }
    case 1:
      return bytes.slice(0, at)
    case 2:
      return joined(bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + length)))
    case 3:
      return joined(bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at))
    case 4: {
      const from = random(other.length)
      return joined(bytes.subarray(0, at), other.subarray(from, from + length), bytes.subarray(at))
    }
    default: {
      const filled = bytes.slice()
      return filled.fill(random(256), at, Math.min(filled.length, at + length))
    }
  }
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

/** A package with one of its parts damaged and its sums right again, so that the damage gets past the unpacking. */
function mutatePart(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).filter((name) => (parts[name]?.length ?? 0) > 0)
  const name = names[random(names.length)] ?? ''
  return zipSync({ ...parts, [name]: mutate(parts[name] ?? new Uint8Array(1), other, random) })
}

async function outcome(file: { path: string; name: string }): Promise<string> {
  try {
    const sink = { take: () => undefined, again: () => undefined }
    const { inspection } = await inspectFile(file, { sink })
    return inspection.tables.length > 0 ? 'read' : 'nothing found'
  } catch (error) {
    return error instanceof RecapError ? error.code : `thrown: ${String(error)}`
  }
}

describe('damaged files are read or refused with a code', () => {
  it.each(formats)(
    '$name',
    async ({ name, bytes }) => {
      const good = Uint8Array.from(await bytes())
      const other = new TextEncoder().encode(`${text}<table><!DOCTYPE x>&#xFFFF;]]>`)
      const isPackage = good[0] === 0x50 && good[1] === 0x4b
      const random = randomFrom(name.length * 7919 + good.length)
      expect(await outcome(save(name, good))).toBe('read')
      const outcomes = new Map<string, number>()
      const before = process.memoryUsage().rss
      for (let index = 0; index < perFormat; index += 1) {
        const mutant =
          isPackage && index % 2 === 0 ? mutatePart(good, other, random) : mutate(good, other, random)
        const start = performance.now()
        const ended = await outcome(save(name, mutant))
        outcomes.set(ended, (outcomes.get(ended) ?? 0) + 1)
        expect(performance.now() - start).toBeLessThan(longestMs)
      }
      const codes = [...outcomes.keys()].filter((code) => code !== 'read')
      expect(codes.filter((code) => !code.startsWith('file-'))).toEqual([])
      expect(process.memoryUsage().rss - before).toBeLessThan(ceiling)
      expect(outcomes.get('read') ?? 0).toBeLessThan(perFormat)
    },
    300_000,
  )
})
