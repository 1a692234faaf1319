// The rows of a batch read back as values, by the format alone: https://sqlite.org/fileformat2.html#record_format. It
// shares nothing with what writes them.

import type { RowBatch } from '../../shared/model/row-batch.ts'
import type { CellValue, TableRow } from '../../shared/model/table.ts'

const decoder = new TextDecoder()

/** The rows of a batch as values. */
export function rowsOf(batch: RowBatch): TableRow[] {
  const raw = Map.groupBy(batch.raw, ({ row }) => row)
  const records = new Records(batch.bytes)
  const rows: TableRow[] = []
  while (!records.isOver) {
    const { row, values } = records.next()
    const texts = raw.get(row)
    rows.push({
      row,
      values,
      ...(texts && { raw: Object.fromEntries(texts.map(({ position, text }) => [position, text])) }),
    })
  }
  return rows
}

class Records {
  readonly #view: DataView
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get isOver(): boolean {
    return this.#at >= this.#view.byteLength
  }

  next(): { row: number; values: CellValue[] } {
    this.#varint()
    const row = this.#varint()
    const start = this.#at
    const end = start + this.#varint()
    const types: number[] = []
    while (this.#at < end) types.push(this.#varint())
    const values = types.map((type) => {
      const value = valueAt(this.#view, type, this.#at)
      this.#at += contentLength(type)
      return value
    })
    // The row number's place.
    values.shift()
    return { row, values }
  }

  #varint(): number {
    let value = 0
    for (;;) {
      const byte = this.#view.getUint8(this.#at)
      this.#at += 1
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) return value
    }
  }
}

function valueAt(view: DataView, type: number, at: number): CellValue {
  switch (type) {
    case 0:
      return null
    case 1:
      return view.getInt8(at)
    case 2:
      return view.getInt16(at)
    case 4:
      return view.getInt32(at)
    case 6:
      return Number(view.getBigInt64(at))
    case 7:
      return view.getFloat64(at)
    case 8:
    case 9:
      return type - 8
    case 14:
      return view.getUint8(at) === 1
    default:
      return decoder.decode(new Uint8Array(view.buffer, view.byteOffset + at, contentLength(type)))
  }
}

const contentLengths: readonly number[] = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]
const contentLength = (type: number): number =>
  type < 12 ? (contentLengths[type] ?? 0) : Math.floor((type - 12) / 2)
