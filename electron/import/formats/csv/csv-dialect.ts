// Finds out what separates the fields of a text, from its first rows. Quotes and line ends need no finding out.

import { RecapError } from '../../../../shared/errors.ts'
import { CsvScanner, type Dialect } from './csv-scan.ts'
import type { SheetRow } from '../../cells/sheet-row.ts'

/** In the order in which they win when they fit alike. */
const delimiters = [',', '\t', ';', '|'] as const
/** Chinese input methods make this of a comma; only text that nothing else cuts is cut by it. */
const wideComma = '，'

const mostRows = 200
const pieceLength = 8192

/** What a field does not hold if its text was cut rightly: the marks that other programs cut by. */
const foreign: Readonly<Record<string, RegExp>> = { ',': /[\t;|]/, ';': /[\t|]|,(?! )/, '|': /[\t;]|,(?! )/ }
/** 1,234.50 or 1,5 % */
const numeric = /^[-+¥￥$€]?[\d., ]+%?$/

/**
 * @param sample the beginning of the text
 * @param chosen the user's delimiter
 */
export function sniffDialect(sample: string, chosen?: string): Dialect {
  const mark = sample.startsWith('\ufeff') ? '\ufeff' : ''
  const stated = /^"?sep=([^"\r\n])"?(?:\r\n|\n|\r|$)/iu.exec(sample.slice(mark.length, 16))
  const skip = Buffer.byteLength(mark + (stated?.[0] ?? ''))
  const given = chosen ?? stated?.[1]
  if (given !== undefined && /^[^"\r\n\ud800-\udfff]$/.test(given)) return { delimiter: given, skip }
  const bytes = new TextEncoder().encode(`${sample.slice(mark.length)}\n`)
  const found = delimiters.map((delimiter) => judge(bytes, delimiter))
  const [best] = found.toSorted((one, other) => other.score - one.score || other.fields - one.fields)
  const isCut = best !== undefined && best.share >= 0.5
  const wide = isCut ? undefined : judge(bytes, wideComma)
  return { delimiter: ((wide && wide.share >= 0.8 ? wide : best) ?? { delimiter: ',' }).delimiter, skip }
}

interface Judgement {
  delimiter: string
  /** How many of the first rows have the same number of fields, two or more, and which number that is. */
  share: number
  fields: number
  /** The same, less where fields look as if something else should have cut them. */
  score: number
}

function judge(bytes: Uint8Array, delimiter: string): Judgement {
  const shapes = new Map<number, { rows: number; fields: number; texts: number; clean: number }>()
  let rows = 0
  const isEnough = (): boolean => rows >= mostRows
  const take = (row: SheetRow): void => {
    if (isEnough() || row.isAllBlank()) return
    rows += 1
    const { fields } = row
    if (fields < 2) return
    const shape = shapes.get(fields) ?? { rows: 0, fields, texts: 0, clean: 0 }
    shapes.set(fields, shape)
    shape.rows += 1
    for (let column = 0; column < row.width; column += 1) {
      if (row.isBlank(column)) continue
      shape.texts += 1
      if (isClean(row.text(column), delimiter)) shape.clean += 1
    }
  }
  try {
    const scanner = new CsvScanner({ delimiter, skip: 0 }, '', take, pieceLength)
    for (let at = 0; at < bytes.length && !isEnough();) {
      const room = scanner.room()
      const piece = bytes.subarray(at, at + Math.min(room.length, pieceLength))
      room.set(piece)
      scanner.add(piece.length)
      at += piece.length
    }
  } catch (error) {
    // More fields than a table has columns: nothing that this delimiter is meant to cut.
    if (error instanceof RecapError) return { delimiter, share: 0, fields: 0, score: 0 }
    throw error
  }
  const [first] = [...shapes.values()].toSorted(
    (one, other) => other.rows - one.rows || other.fields - one.fields,
  )
  if (!first) return { delimiter, share: 0, fields: 0, score: 0 }
  const share = first.rows / rows
  return {
    delimiter,
    share,
    fields: first.fields,
    score: share * (0.25 + (0.75 * first.clean) / Math.max(1, first.texts)),
  }
}

const isClean = (shown: string, delimiter: string): boolean =>
  foreign[delimiter]?.test(shown) !== true || numeric.test(shown)
