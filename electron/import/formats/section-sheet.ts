// A sheet that is one section of an XML document that holds them all: parsed on its own, as often as asked.

import { type Merges, noMerges } from '../tables/merges.ts'
import { type SheetNotes, type SheetSource, type TakeRow, noNotes } from './sheet-source.ts'
import { type XmlSection, lengthOf, sectionText } from './xml-sections.ts'
import { type XmlReader, readAllXml, readXml } from './xml.ts'

/** Characters that are looked through for sheets when only their first rows are wanted. */
export const enoughForHead = 32_000_000
/** A longer sheet's merges are not waited for then. */
const mostForHead = 8_000_000

/** Takes the elements of a section; what it found is complete at its end. */
export interface SectionReader extends XmlReader {
  readonly merges: Merges
  readonly notes: SheetNotes
}

export interface Section {
  name: string
  hidden: boolean
  section: XmlSection
  /** Whether any of its tags speaks of merged cells. */
  hasMerges: boolean
  /** The document, from its beginning. */
  pieces: () => AsyncIterable<string>
  /** Gives the rows to `take`. */
  reader: (take: TakeRow) => SectionReader
  file: string
  isHead: boolean
}

export function sectionSheet({ name, hidden, section, hasMerges, ...from }: Section): SheetSource {
  const { pieces, reader: readerFor, file, isHead } = from
  const bytes = lengthOf(section)
  const isLong = bytes <= 0 || bytes > mostForHead
  let notes = noNotes
  return {
    name,
    hidden,
    bytes,
    async merges() {
      if (!hasMerges || (isHead && isLong)) return noMerges
      const reader = readerFor(() => {})
      await readAllXml(sectionText(pieces(), section), reader, file)
      return reader.merges
    },
    async *read(take) {
      const reader = readerFor(take)
      let done = 0
      async function* counted(): AsyncGenerator<string> {
        for await (const piece of sectionText(pieces(), section)) {
          done += piece.length
          yield piece
        }
      }
      for await (const _ of readXml(counted(), reader, file)) yield done
      notes = reader.notes
    },
    notes: () => notes,
  }
}
