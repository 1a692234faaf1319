// Looks into a Word file: its parts as text, the words of its paragraphs, the entries of its contents.

import { strFromU8, unzipSync } from 'fflate'

/** One XML part as text. @throws when the file has no such part */
export function readPart(file: Uint8Array, path: string): string {
  const bytes = unzipSync(file, { filter: ({ name }) => name === path })[path]
  if (!bytes) throw new Error(`no part ${path}`)
  return strFromU8(bytes)
}

/** Paths of all parts, sorted. */
export const listParts = (file: Uint8Array): string[] => Object.keys(unzipSync(file)).toSorted()

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
export const unescapeXml = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name] ?? '')

/** What the runs of some WordprocessingML show, field results included. */
export const wordsOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => unescapeXml(match[1] ?? '')).join('')

/** The paragraphs of the document: style and words, in order. */
export const readParagraphs = (file: Uint8Array): { style: string; words: string; xml: string }[] =>
  [...readPart(file, 'word/document.xml').matchAll(/<w:p>.*?<\/w:p>/gs)].map(([xml]) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(xml)?.[1] ?? '',
    words: wordsOf(xml),
    xml,
  }))

export interface ContentsEntry {
  /** With its number, as printed: 一、实习基本情况. */
  title: string
  /** The bookmark of the heading. */
  target: string
  page: number
}

/** The entries of the table of contents, as they stand in the file. */
export const readContents = (file: Uint8Array): ContentsEntry[] =>
  [
    ...readPart(file, 'word/document.xml').matchAll(
      /<w:hyperlink [^>]*w:anchor="(_Toc\d+)"[^>]*>(.*?)<\/w:hyperlink>/gs,
    ),
  ].map(([, target = '', entry = '']) => {
    const [title = '', page = ''] = entry.split('PAGEREF')
    return { title: wordsOf(title), target, page: Number(wordsOf(page)) }
  })
