// Reads a part's XML as events with local names, so that any prefix (x:row) and both namespaces of ECMA-376 are alike.
// A document type is refused, so nothing is ever expanded or fetched.

import { SaxesParser } from 'saxes'
import { RecapError } from '../../../shared/errors.ts'
import { limits, refuseTooLarge } from '../limits.ts'

export type Attributes = Readonly<Record<string, string>>

export interface XmlReader {
  open(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
  /** Does after each slice of the text what an event cannot wait for. */
  settle?(): Promise<void>
}

/** Characters that are parsed at once: what a reader must keep until it can settle comes from no more than these. */
const sliceLength = 16 * 1024

const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** An attribute by its local name, whatever prefix stands before it: r:id. */
export function attribute(attributes: Attributes, local: string): string | undefined {
  const plain = attributes[local]
  if (plain !== undefined) return plain
  for (const name in attributes) if (name.endsWith(`:${local}`)) return attributes[name]
  return undefined
}

/**
 * Feeds text to the reader piece by piece and yields after each, so that the caller may stop or catch up.
 * @throws RecapError file-damaged for XML that is not well-formed or has a document type, file-truncated when it ends
 *   in the middle, file-too-large for a text or tag beyond all measure
 */
export async function* readXml(
  pieces: AsyncIterable<string>,
  reader: XmlReader,
  file: string,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let sinceEvent = 0
  let depth = 0
  parser.on('error', (error) => {
    const cut = /unclosed|unexpected end|must contain a root/i.test(error.message)
    throw new RecapError(cut ? 'file-truncated' : 'file-damaged', error.message, { file })
  })
  parser.on('doctype', () => {
    throw new RecapError('file-damaged', 'a document type is not allowed', { file })
  })
  parser.on('opentag', (tag) => {
    sinceEvent = 0
    depth += 1
    if (depth > limits.nesting) refuseTooLarge(file, 'nesting', depth)
    reader.open(localName(tag.name), tag.attributes)
  })
  if (reader.text) {
    const take = reader.text.bind(reader)
    parser.on('text', take)
    parser.on('cdata', take)
  }
  parser.on('closetag', (tag) => {
    sinceEvent = 0
    depth -= 1
    reader.close?.(localName(tag.name))
  })
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += sliceLength) {
      const slice = piece.slice(at, at + sliceLength)
      sinceEvent += slice.length
      parser.write(slice)
      if (sinceEvent > limits.text * 4) refuseTooLarge(file, 'text', sinceEvent)
      if (reader.settle) await reader.settle()
    }
    yield
  }
  parser.close()
}

/** Reads a part to its end. */
export async function readAllXml(
  pieces: AsyncIterable<string>,
  reader: XmlReader,
  file: string,
): Promise<void> {
  const steps = readXml(pieces, reader, file)
  while (!(await steps.next()).done);
}
