// Tells what a file is by its bytes, never by its name, and names what it is when we cannot read it.

import { type FileHandle, open, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { RecapError } from '../../../shared/errors.ts'
import type { SourceFormat } from '../../../shared/model/source.ts'
import { CompoundFile, compoundSignature } from './xls/compound-file.ts'
import { controls, wideEncoding } from './csv/encoding.ts'
import { attribute, readAllXml } from './xml.ts'
import { ZipPackage } from './zip-package.ts'

/** A file to read: `path` on disk, and the `name` that users know it by. */
export interface FileInput {
  path: string
  name: string
}

/** `size` in bytes. A package is open; whoever asked for it closes it. */
export type KnownFile = { kind: Packed; size: number; zip: ZipPackage } | { kind: Plain; size: number }

type Packed = 'xlsx' | 'xlsb' | 'ods'
type Plain = 'csv' | 'xls' | 'xml' | 'html' | 'web archive' | 'flat ods' | 'parquet'

/** Extensions that files of a format usually have. */
export const extensionsOf: Readonly<Record<SourceFormat, readonly string[]>> = {
  xlsx: ['.xlsx', '.xlsm', '.xltx', '.xltm', '.xlam'],
  xlsb: ['.xlsb'],
  xls: ['.xls', '.xlt', '.xlm', '.xlw', '.et', '.ett'],
  xml: ['.xml'],
  html: ['.html', '.htm', '.mht', '.mhtml', '.xhtml'],
  ods: ['.ods', '.ots', '.fods'],
  csv: ['.csv', '.tsv', '.tab', '.txt'],
  parquet: ['.parquet', '.parq', '.pq'],
}

/** First bytes, in Latin-1, of files that people drop by mistake. */
const signatures: readonly (readonly [start: string, found: string])[] = [
  ['%PDF', 'PDF'],
  ['\x89PNG\r\n', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['RIFF', 'RIFF'],
  ['BM', 'BMP'],
  ['Rar!\x1a', 'RAR'],
  ["7z\xbc\xaf'\x1c", '7z'],
  ['\x1f\x8b', 'gzip'],
  ['SQLite format 3\0', 'SQLite'],
  ['ARROW1\0\0', 'Arrow'],
  ['Obj\x01', 'Avro'],
  ['MZ', 'EXE'],
  ['\x7fELF', 'ELF'],
  ['\xd0\xcf\x11\xe0', 'OLE'],
]

/**
 * @throws RecapError file-missing, file-unreadable, file-empty; file-not-a-spreadsheet, file-is-a-document,
 *   file-format-unsupported with `found`; file-encrypted, file-truncated, file-damaged
 */
export async function identify({ path, name }: FileInput): Promise<KnownFile> {
  const { handle, size } = await openRegular(path, name)
  try {
    const buffer = Buffer.alloc(Math.min(size, 65_536))
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
    const head = buffer.subarray(0, bytesRead)
    if (compoundSignature.subarray(0, head.length).equals(head.subarray(0, 8)))
      return { kind: await compoundKind(handle, size, name), size }
    const start = head.toString('latin1', 0, 8)
    if (start.startsWith('PK\x03\x04')) return await identifyZip(path, name, size)
    if (start.startsWith('PK')) throw unlike(name, 'ZIP')
    if (start.startsWith('PAR1') || start.startsWith('PARE'))
      return { kind: await parquetKind(handle, size, name), size }
    return { kind: isBareWorkbook(head) ? 'xls' : textKind(head, name), size }
  } finally {
    await handle.close()
  }
}

/** What bytes that say nothing are by the name of their file, unless that claims a spreadsheet. */
function unknownKind(file: string): string {
  const extension = extname(file).toLowerCase()
  const isClaimed = Object.values(extensionsOf).some((extensions) => extensions.includes(extension))
  return isClaimed ? '' : extension.slice(1).toUpperCase()
}

const unlike = (file: string, found: string): RecapError =>
  new RecapError('file-not-a-spreadsheet', `found ${found}`, { file, found })
const unsupported = (file: string, found: string): RecapError =>
  new RecapError('file-format-unsupported', `found ${found}`, { file, found })
const aDocument = (file: string, found: string): RecapError =>
  new RecapError('file-is-a-document', `found ${found}`, { file, found })
const truncated = (file: string, message: string): RecapError =>
  new RecapError('file-truncated', message, { file })

/** Only a regular file is opened: a pipe would never answer. */
async function openRegular(path: string, file: string): Promise<{ handle: FileHandle; size: number }> {
  try {
    const stats = await stat(path)
    if (!stats.isFile()) throw new RecapError('file-unreadable', 'not a regular file', { file })
    if (stats.size === 0) throw new RecapError('file-empty', 'zero bytes', { file })
    return { handle: await open(path, 'r'), size: stats.size }
  } catch (error) {
    if (error instanceof RecapError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    const missing = code === 'ENOENT' || code === 'ENOTDIR'
    throw new RecapError(missing ? 'file-missing' : 'file-unreadable', code, { file }, { cause: error })
  }
}

/** Whether the workbook in it is under a password shows only in its own records. */
async function compoundKind(handle: FileHandle, size: number, file: string): Promise<Plain> {
  const compound = await CompoundFile.open(handle, size, file)
  if (compound.has('EncryptedPackage')) throw new RecapError('file-encrypted', 'EncryptedPackage', { file })
  if (compound.has('Workbook') || compound.has('Book')) return 'xls'
  if (compound.has('WordDocument')) throw aDocument(file, 'DOC')
  if (compound.has('PowerPoint Document')) throw aDocument(file, 'PPT')
  throw unlike(file, 'OLE')
}

/** A workbook of Excel 2 to 4, which begins with the BOF record of a sheet, a chart, a macro or a workbook. */
function isBareWorkbook(head: Buffer): boolean {
  if (head.length < 8) return false
  const type = head.readUInt16LE(0)
  const length = head.readUInt16LE(2)
  const kind = head.readUInt16LE(6)
  const isBof = type === 0x0009 || type === 0x0209 || type === 0x0409 || type === 0x0809
  return isBof && length >= 4 && length <= 16 && [0x05, 0x10, 0x20, 0x40, 0x100].includes(kind)
}

/** The four letters stand at both ends ("File Format" of the Parquet specification); PARE is an encrypted footer. */
async function parquetKind(handle: FileHandle, size: number, file: string): Promise<Plain> {
  const end = Buffer.alloc(4)
  await handle.read(end, 0, 4, Math.max(0, size - 4))
  const letters = end.toString('latin1')
  if (size >= 12 && letters === 'PARE') throw new RecapError('file-encrypted', 'PARE', { file })
  if (size < 12 || letters !== 'PAR1') throw truncated(file, 'no footer')
  return 'parquet'
}

async function identifyZip(path: string, name: string, size: number): Promise<KnownFile> {
  const zip = await ZipPackage.open(path, name)
  try {
    return { kind: await packageKind(zip), size, zip }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** The content type of a package's main part says which program it is for (ECMA-376 part 2, 7.2.3). */
const contentTypes: readonly (readonly [word: string, kind: Packed | ((file: string) => RecapError)])[] = [
  ['spreadsheetml.sheet.main', 'xlsx'],
  ['spreadsheetml.template.main', 'xlsx'],
  ['ms-excel.sheet.macroEnabled.main', 'xlsx'],
  ['ms-excel.template.macroEnabled.main', 'xlsx'],
  ['ms-excel.addin.macroEnabled.main', 'xlsx'],
  ['ms-excel.sheet.binary', 'xlsb'],
  ['wordprocessingml.document.main', (file) => aDocument(file, 'DOCX')],
  ['wordprocessingml.template.main', (file) => aDocument(file, 'DOTX')],
  ['ms-word.document.macroEnabled.main', (file) => aDocument(file, 'DOCM')],
  ['presentationml.presentation.main', (file) => aDocument(file, 'PPTX')],
  ['presentationml.slideshow.main', (file) => aDocument(file, 'PPSX')],
  ['ms-powerpoint.presentation.macroEnabled.main', (file) => aDocument(file, 'PPTM')],
  ['ms-visio.drawing', (file) => aDocument(file, 'VSDX')],
]

async function packageKind(zip: ZipPackage): Promise<Packed> {
  const { file } = zip
  if (zip.has('mimetype')) return openDocumentKind(zip)
  if (zip.has('Index/Document.iwa')) throw unsupported(file, 'iWork')
  if (zip.has('[Content_Types].xml')) {
    const types: string[] = []
    await readAllXml(
      zip.text('[Content_Types].xml'),
      { open: (_, attributes) => void types.push(attribute(attributes, 'ContentType') ?? '') },
      file,
    )
    const known = contentTypes.find(([word]) => types.some((type) => type.includes(word)))?.[1]
    if (typeof known === 'string') return known
    if (known) throw known(file)
  }
  if (zip.has('xl/workbook.xml')) return 'xlsx'
  if (zip.has('xl/workbook.bin')) return 'xlsb'
  throw unlike(file, 'ZIP')
}

async function openDocumentKind(zip: ZipPackage): Promise<Packed> {
  const { file } = zip
  let type = ''
  for await (const bytes of zip.bytes('mimetype')) type += bytes.toString('latin1', 0, 200)
  if (type.includes('opendocument.spreadsheet')) return 'ods'
  if (type.includes('opendocument.text')) throw aDocument(file, 'ODT')
  if (type.includes('opendocument.presentation')) throw aDocument(file, 'ODP')
  throw unlike(file, type.slice(0, 40).trim() || 'ZIP')
}

/** Text of one kind or another, or nothing that we read. UTF-16 is text in spite of its NUL bytes. */
function textKind(head: Buffer, file: string): Plain {
  const start = head.toString('latin1', 0, 64)
  const signature = signatures.find(([bytes]) => start.startsWith(bytes))
  const wide = wideEncoding(head)
  const binary = !wide && controls.test(head.toString('latin1'))
  // BM and MZ may begin a header row, so the short signatures count only with bytes that no text has.
  if (signature && (signature[0].length > 2 || binary)) throw unlike(file, signature[1])
  if (binary) throw unlike(file, unknownKind(file))
  const whole = wide
    ? new TextDecoder(wide).decode(head)
    : head.toString('latin1').replace(/^\xef\xbb\xbf/, '')
  const words = whole.trimStart()
  if (words.startsWith('{\\rtf')) throw aDocument(file, 'RTF')
  if (words.startsWith('<')) return markupKind(words, file)
  if (/^(?:mime-version|content-type|from|subject|date):/i.test(words))
    return /^content-type:\s*multipart\/related/im.test(words.slice(0, 8192)) ? 'web archive' : 'csv'
  // A table may begin with a column ID, and Excel itself takes such a one for SYLK: its second line tells.
  if (/^ID;P\S*\r?\n(?:[BCFOPW]|N[ELNU]);/.test(words)) throw unsupported(file, 'SYLK')
  if (/^TABLE\r?\n0,1\r?\n"/.test(words)) throw unsupported(file, 'DIF')
  return 'csv'
}

const htmlStart =
  /^<(?:!doctype\s+html|(?:html|head|meta|title|link|style|script|body|table|thead|tbody|tr|td|th|div|center|font|form|span|p|h[1-6]|br|b|caption|colgroup|col|google-sheets-html-origin)[\s/>])/i

/** What begins with a tag: a sheet in XML, a web page, or separated text that happens to. */
function markupKind(words: string, file: string): Plain {
  // Comments, and what Excel and servers put in front.
  const start = words.replace(/^(?:<!--(?:(?!-->)[\s\S])*-->\s*|<\?(?!xml)[^<>]*>\s*)+/i, '')
  if (htmlStart.test(start)) return 'html'
  const isXml = /^<\?xml\s/i.test(start)
  const body = isXml ? start.replace(/^(?:<\?[^<>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)+/, '') : start
  if (/^<(?:[\w.-]+:)?Workbook[\s>]/.test(body) || /progid="Excel\.Sheet"/.test(words.slice(0, 500)))
    return 'xml'
  if (/^<office:document[\s>]/.test(body)) {
    const type = /office:mimetype\s*=\s*"([^"<]*)"/.exec(body)?.[1] ?? ''
    if (type.includes('opendocument.spreadsheet')) return 'flat ods'
    throw aDocument(file, /text/.test(type) ? 'FODT' : 'OpenDocument')
  }
  if (/progid="Word\.Document"/.test(words.slice(0, 500))) throw aDocument(file, 'WordML')
  if (isXml && /^<(?:!doctype\s+)?html[\s>]/i.test(body)) return 'html'
  if (/^<svg[\s>]/.test(body)) throw unlike(file, 'SVG')
  if (isXml || /^<!doctype/i.test(body)) {
    // What a document type declares is never expanded, whatever the document is.
    if (/schemas-microsoft-com:office:spreadsheet/.test(body)) return 'xml'
    throw unsupported(file, 'XML')
  }
  return 'csv'
}
