// Finds where the sheets stand in an XML document that holds them all, by a light scan for their tags: names for the
// tabs at once, and each sheet can then be parsed on its own. It judges no XML; what it finds is parsed later.

import { RecapError } from '../../../shared/errors.ts'
import { limits, refuseTooLarge } from '../limits.ts'
import { type Attributes, readAllXml } from './xml.ts'

export interface XmlSection {
  attributes: Attributes
  /** In characters from the document's beginning; the end is infinite where the scan was stopped before it. */
  start: number
  end: number
  /** What was found inside. */
  marks: ReadonlySet<string>
}

interface SectionTags {
  /** Local name of the document's own element, which must be closed at the end. */
  root: string
  /** Local name of the element that is a sheet. Elements of that name inside it belong to it. */
  element: string
  /** Local name of elements in which nothing counts. */
  except: string
  /** Text that is worth knowing of, as a pattern without groups: what it matches is a mark. */
  marks: string
}

/** Text between two tags is not longer; a mark in one that is may be missed. */
const longest = 65_536

/**
 * Reads no further than `enough` characters: sheets behind are not found, and the last one may have no end.
 * @throws RecapError file-truncated for a document or a sheet without end
 */
export async function findSections(
  pieces: AsyncIterable<string>,
  tags: SectionTags,
  file: string,
  enough = Number.POSITIVE_INFINITY,
): Promise<XmlSection[]> {
  const scan = new SectionScan(tags, file)
  let rest = ''
  for await (const piece of pieces) {
    const text = rest + piece
    // The last tag may go on in the next piece.
    const open = text.lastIndexOf('<')
    const cut = open >= 0 && text.length - open < longest ? open : text.length
    scan.take(text.slice(0, cut))
    rest = text.slice(cut)
    if (scan.offset > enough) return readTags(scan.found, file)
  }
  scan.take(rest)
  const isClosed = new RegExp(`^(?:</(?:[\\w.-]+:)?${tags.root}\\s*|<!--[^<>]*--|<\\?[^<>]*\\?)>\\s*$`).test(
    rest,
  )
  if (!isClosed || scan.isOpen) throw new RecapError('file-truncated', 'the document ends early', { file })
  return readTags(scan.found, file)
}

interface Found {
  tag: string
  start: number
  end: number
  marks: Set<string>
}

class SectionScan {
  readonly found: Found[] = []
  offset = 0
  readonly #pattern: RegExp
  readonly #except: string
  readonly #file: string
  #depth = 0
  #excepted = 0

  constructor({ element, except, marks }: SectionTags, file: string) {
    this.#except = except
    this.#file = file
    this.#pattern = new RegExp(
      `<(/?)(?:[\\w.-]+:)?(${element}|${except})((?=[\\s/>])(?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|${marks}`,
      'g',
    )
  }

  get isOpen(): boolean {
    return this.#depth !== 0
  }

  take(text: string): void {
    for (const match of text.matchAll(this.#pattern)) {
      const [whole, slash, name, inside = ''] = match
      if (name === undefined) {
        if (this.#depth > 0) this.found.at(-1)?.marks.add(whole)
        continue
      }
      const step = slash === '/' ? -1 : inside.endsWith('/') ? 0 : 1
      if (name === this.#except) this.#excepted += step
      else if (this.#excepted <= 0) this.#takeTag(whole, step, this.offset + match.index)
    }
    this.offset += text.length
  }

  #takeTag(tag: string, step: number, start: number): void {
    const end = start + tag.length
    if (step >= 0 && this.#depth === 0) {
      if (this.found.length >= limits.entries) refuseTooLarge(this.#file, 'entries', this.found.length)
      this.found.push({ tag, start, end: step === 0 ? end : Number.POSITIVE_INFINITY, marks: new Set() })
    }
    this.#depth += step
    const last = this.found.at(-1)
    if (this.#depth === 0 && step < 0 && last) last.end = end
    if (this.#depth < 0)
      throw new RecapError('file-damaged', 'a sheet ends before it begins', { file: this.#file })
  }
}

const readTags = (found: readonly Found[], file: string): Promise<XmlSection[]> =>
  Promise.all(found.map(async (one) => ({ ...one, attributes: await readTag(one.tag, file) })))

async function readTag(tag: string, file: string): Promise<Attributes> {
  let found: Attributes = {}
  const alone = tag.endsWith('/>') ? tag : `${tag.slice(0, -1)}/>`
  const open = (_: string, attributes: Attributes): void => {
    found = attributes
  }
  await readAllXml(textOf(alone), { open }, file)
  return found
}

async function* textOf(text: string): AsyncGenerator<string> {
  yield text
}

/** In characters; nothing where the end is not known. */
export const lengthOf = ({ start, end }: XmlSection): number => (Number.isFinite(end) ? end - start : 0)

/** The characters from `start` to `end` of a text that comes in pieces. */
export async function* sectionText(
  pieces: AsyncIterable<string>,
  { start, end }: Pick<XmlSection, 'start' | 'end'>,
): AsyncGenerator<string> {
  let offset = 0
  for await (const piece of pieces) {
    const from = Math.max(0, start - offset)
    if (from < piece.length)
      yield from === 0 && offset + piece.length <= end ? piece : piece.slice(from, end - offset)
    offset += piece.length
    if (offset >= end) return
  }
}
