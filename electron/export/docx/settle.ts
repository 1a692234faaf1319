// The last touch on the finished package, for what the docx package leaves no other way to set: it gives relations of
// charts random ids, and names no East Asian typeface inside a chart. After it the same report gives the same bytes,
// but for the time of writing in docProps/core.xml. It changes no text.

import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from 'fflate'

/** As Office writes it: the zip says nothing about when. */
const noTime = new Date(1980, 0, 1)

export interface ChartLook {
  /** The typeface of Chinese characters in charts. */
  eastAsia: string
  /** Paths of chart parts whose gridlines are the 100 % that bars are read against, and the colour of that line. */
  reference: { parts: ReadonlySet<string>; colour: string }
}

export function settle(file: Uint8Array, look: Partial<ChartLook>): Uint8Array {
  const parts = unzipSync(file)
  const settled: Unzipped = {}
  for (const [path, bytes] of Object.entries(parts)) {
    settled[path] = /^word\/(document\.xml|_rels\/document\.xml\.rels|charts\/)/.test(path) ? bytes : bytes
  }
  return zipSync(settled, { mtime: noTime, level: 6 })
}
