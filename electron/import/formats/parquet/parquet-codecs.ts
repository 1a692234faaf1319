// Inflates the pages of a Parquet file, each held to the size that its header states.

import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import type { Compressors } from 'hyparquet'
import { snappyUncompress } from 'hyparquet'
import { limits } from '../../limits.ts'

/** @throws RangeError for more than a page can hold */
function room(length: number): number {
  if (!(length >= 0 && length <= limits.chunkBytes)) throw new RangeError(`page of ${length} bytes`)
  return length
}

/** By the codec's name in the file; the old LZ4 of Hadoop and LZO are not read. */
export const compressors: Compressors = {
  SNAPPY(input, length) {
    const output = new Uint8Array(room(length))
    snappyUncompress(input, output)
    return output
  },
  GZIP: (input, length) => gunzipSync(input, { maxOutputLength: Math.max(1, room(length)) }),
  BROTLI: (input, length) => brotliDecompressSync(input, { maxOutputLength: Math.max(1, room(length)) }),
  ZSTD: (input, length) => zstdDecompressSync(input, { maxOutputLength: Math.max(1, room(length)) }),
  LZ4_RAW: (input, length) => inflateLz4(input, room(length)),
}

/** A block of "LZ4 Block Format Description": runs of literal bytes, each followed by a copy of what came before. */
function inflateLz4(input: Uint8Array, length: number): Uint8Array {
  const output = new Uint8Array(length)
  let from = 0
  let to = 0
  const next = (): number => {
    const byte = input[from]
    if (byte === undefined) throw new RangeError('LZ4 block ends early')
    from += 1
    return byte
  }
  const lengthOf = (nibble: number): number => {
    let count = nibble
    if (nibble === 15) for (let byte = 255; byte === 255; count += byte) byte = next()
    return count
  }
  while (from < input.length) {
    const token = next()
    const literals = lengthOf(token >> 4)
    if (to + literals > length) throw new RangeError('LZ4 block is too long')
    output.set(input.subarray(from, from + literals), to)
    from += literals
    to += literals
    if (from >= input.length) break
    const back = next() | (next() << 8)
    const count = lengthOf(token & 15) + 4
    if (back === 0 || back > to || to + count > length) throw new RangeError('LZ4 copy out of the block')
    for (let index = 0; index < count; index += 1) output[to + index] = output[to + index - back] ?? 0
    to += count
  }
  return output
}
