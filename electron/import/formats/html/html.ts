// Opens a web page as a book: tables that programs save as .xls, pages from a browser, and what is pasted from either;
// and Excel's web archives (.mht), which hold a page for each sheet. No script is run and nothing is fetched.

import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { parse as parsePath } from 'node:path'
import { RecapError } from '../../../../shared/errors.ts'
import { type DetectedEncoding, detectEncoding, wideEncoding } from '../csv/encoding.ts'
import type { FileInput } from '../file-kind.ts'
import { type HtmlFormats, readStyleSheet } from './html-cell.ts'
import { HtmlRows } from './html-rows.ts'
import { HtmlTokenizer } from './html-tokens.ts'
import { limits, refuseTooLarge } from '../../limits.ts'
import { type Merges, noMerges } from '../../tables/merges.ts'
import {
  type Book,
  type OpenOptions,
  type SheetNotes,
  type SheetSource,
  type TakeRow,
  noNotes,
} from '../sheet-source.ts'
import { type ArchivePart, readArchive } from './web-archive.ts'

const sampleBytes = 65_536
/** What is read of a page when only its first rows are wanted. */
const headBytes = 1_000_000

/** @throws RecapError file-encoding-unknown; input-invalid for an encoding that does not exist */
export async function openHtml(file: FileInput, size: number, options: OpenOptions): Promise<Book> {
  const { path, name } = file
  const sample = await readSample(path)
  const declared = declaredEncoding(sample)
  const { used, sure, others } = await pageEncoding(file, options, declared)
  const words = new TextDecoder(used).decode(sample, { stream: true })
  const isHead = options.head === true && size > headBytes
  async function* pieces(): AsyncGenerator<string> {
    const decoder = new TextDecoder(used)
    for await (const chunk of createReadStream(path, isHead ? { end: headBytes - 1 } : {}))
      yield decoder.decode(chunk as Buffer, { stream: true })
    if (!isHead) yield decoder.decode()
  }
  const sheet = new PageSheet(pieces, {
    name: worksheetNames(words)[0]?.name ?? parsePath(name).name,
    hidden: false,
    bytes: size,
    file: name,
    formats: new Map(),
    mayBeCut: isHead,
  })
  return { format: 'html', encoding: { used, sure, others }, size, sheets: [sheet], close: () => {} }
}

/** @throws RecapError file-too-large, file-truncated, file-without-table */
export async function openWebArchive(
  { path, name: file }: FileInput,
  size: number,
  { encoding }: OpenOptions,
): Promise<Book> {
  if (size > limits.archiveBytes) refuseTooLarge(file, 'archiveBytes', size)
  const parts = readArchive(await readFile(path), file)
  const pages = parts.filter(({ type }) => type === 'text/html')
  const texts = pages.map((page) => ({ page, text: decodePage(page, encoding) }))
  const formats: HtmlFormats = new Map()
  for (const part of parts)
    if (part.type === 'text/css') readStyleSheet(part.content.toString('latin1'), formats)
  const named = texts.flatMap(({ text }) => worksheetNames(text))
  const sheets = texts
    .filter(({ text }) => /<table[\s>]/i.test(text))
    .map(({ page, text }) => {
      const known = named.find(({ source }) => source !== '' && page.location.endsWith(source))
      const alone = worksheetNames(text)[0]?.name
      return new PageSheet(() => piecesOf(text), {
        name: known?.name ?? alone ?? (parsePath(page.location).name || parsePath(file).name),
        hidden: known?.hidden ?? false,
        bytes: text.length,
        file,
        formats,
        mayBeCut: false,
      })
    })
  if (sheets.length === 0) throw new RecapError('file-without-table', 'no page with a table', { file })
  return { format: 'html', size, sheets, close: () => {} }
}

async function readSample(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** The label in a page's `meta` element or XML declaration; nothing for one that no decoder knows. */
function declaredEncoding(head: Buffer): string | undefined {
  const words = head.toString('latin1', 0, 16_384)
  const found =
    /<meta\s[^<>]{0,500}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(words) ??
    /^\s*<\?xml[^<>]{0,200}?encoding\s*=\s*["']([\w:.-]{1,40})/i.exec(words)
  try {
    return found?.[1] && new TextDecoder(found[1]).encoding
  } catch {
    return undefined
  }
}

/** Bytes that can be nothing but UTF-8 or UTF-16 outweigh what a page says of itself; otherwise it is believed. */
async function pageEncoding(
  { path, name }: FileInput,
  options: OpenOptions,
  declared: string | undefined,
): Promise<DetectedEncoding> {
  if (options.encoding !== undefined || declared === undefined) return detectEncoding(path, name, options)
  const found = await detectEncoding(path, name, { ...options, head: true })
  const isCertain = found.sure && found.used.startsWith('utf-')
  if (isCertain || declared.startsWith('utf-')) return isCertain ? found : detectEncoding(path, name, options)
  return detectEncoding(path, name, { ...options, encoding: declared })
}

function decodePage({ content, charset }: ArchivePart, encoding: string | undefined): string {
  const mark = content.subarray(0, 3).equals(Buffer.of(0xef, 0xbb, 0xbf)) ? 'utf-8' : undefined
  const label = mark ?? wideEncoding(content.subarray(0, sampleBytes)) ?? encoding ?? charset
  return new TextDecoder(knownLabel(label) ?? declaredEncoding(content) ?? 'utf-8').decode(content)
}

function knownLabel(label: string | undefined): string | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

const worksheet = /<x:ExcelWorksheet>([\s\S]{0,4000}?)<\/x:ExcelWorksheet>/gi

/** The names that Excel puts into a page for itself, with the page that each sheet is in. */
function worksheetNames(words: string): { name: string; source: string; hidden: boolean }[] {
  return [...words.slice(0, 1_000_000).matchAll(worksheet)].map(([, inside = '']) => ({
    name: plain(/<x:Name>([^<]*)</i.exec(inside)?.[1] ?? ''),
    source: /<x:WorksheetSource\s+HRef="([^"<]*)"/i.exec(inside)?.[1]?.split('/').at(-1) ?? '',
    hidden: /<x:Visible>\s*Sheet(Very)?Hidden/i.test(inside),
  }))
}

const plain = (written: string): string =>
  written.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** A long text in pieces between which a reader may stop. */
async function* piecesOf(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += sampleBytes) yield text.slice(at, at + sampleBytes)
}

interface Page {
  name: string
  hidden: boolean
  bytes: number
  file: string
  /** Of style sheets outside the page. */
  formats: HtmlFormats
  /** Only the page's beginning is read. */
  mayBeCut: boolean
}

class PageSheet implements SheetSource {
  readonly name: string
  readonly hidden: boolean
  readonly bytes: number
  readonly #pieces: () => AsyncIterable<string>
  readonly #page: Page
  #notes: SheetNotes = noNotes

  constructor(pieces: () => AsyncIterable<string>, page: Page) {
    this.name = page.name
    this.hidden = page.hidden
    this.bytes = page.bytes
    this.#pieces = pieces
    this.#page = page
  }

  async merges(): Promise<Merges> {
    const rows = this.#rows(() => {})
    for await (const _ of this.#feed(rows));
    return rows.merges.size > 0 ? rows.merges : noMerges
  }

  notes(): SheetNotes {
    return this.#notes
  }

  async *read(take: TakeRow): AsyncGenerator<number> {
    const rows = this.#rows(take)
    yield* this.#feed(rows)
    this.#notes = { ...noNotes, hiddenColumns: rows.hiddenColumns, undecodable: rows.undecodable }
  }

  #rows(take: TakeRow): HtmlRows {
    return new HtmlRows(this.#page.file, new Map(this.#page.formats), take)
  }

  async *#feed(rows: HtmlRows): AsyncGenerator<number> {
    const tokenizer = new HtmlTokenizer(rows)
    let done = 0
    for await (const piece of this.#pieces()) {
      tokenizer.take(piece)
      done += piece.length
      yield Math.min(done, this.bytes)
    }
    tokenizer.end()
    if (!this.#page.mayBeCut && (rows.isCut || (tokenizer.isInTag && rows.isOpen)))
      throw new RecapError('file-truncated', 'the page ends inside a table', { file: this.#page.file })
    rows.end()
  }
}
