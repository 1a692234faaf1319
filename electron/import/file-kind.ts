// Tells what a file is by its bytes, never by its name, and names what it is when we cannot read it.

import { type FileHandle, open, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { RecapError } from '../../shared/errors.ts'
import { compoundNames, compoundSignature } from './compound-file.ts'
import { controls, wideEncoding } from './encoding.ts'
import { readAllXml, attribute } from './xml.ts'
import { ZipPackage } from './zip-package.ts'

/** A file to read: `path` on disk, and the `name` that users know it by. */
export interface FileInput {
  path: string
  name: string
}

/** `size` in bytes. A workbook's package is open; whoever asked for it closes it. */
export type KnownFile = { kind: 'xlsx'; size: number; zip: ZipPackage } | { kind: 'csv'; size: number }

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
    if (head.subarray(0, 8).equals(compoundSignature)) throw await compoundFailure(handle, name)
    if (head.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return await identifyZip(path, name, size)
    if (head.subarray(0, 2).toString('latin1') === 'PK') throw unlike(name, 'ZIP')
    const refusal = textFailure(head, name)
    if (refusal) throw refusal
    return { kind: 'csv', size }
  } finally {
    await handle.close()
  }
}

const unlike = (file: string, found: string): RecapError =>
  new RecapError('file-not-a-spreadsheet', `found ${found}`, { file, found })
const unsupported = (file: string, found: string): RecapError =>
  new RecapError('file-format-unsupported', `found ${found}`, { file, found })
const aDocument = (file: string, found: string): RecapError =>
  new RecapError('file-is-a-document', `found ${found}`, { file, found })

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

async function compoundFailure(handle: FileHandle, file: string): Promise<RecapError> {
  const names = await compoundNames(handle)
  if (names.has('EncryptedPackage')) return new RecapError('file-encrypted', 'EncryptedPackage', { file })
  if (names.has('Workbook') || names.has('Book')) return unsupported(file, 'XLS')
  if (names.has('WordDocument')) return aDocument(file, 'DOC')
  if (names.has('PowerPoint Document')) return aDocument(file, 'PPT')
  if (!names.has('Root Entry'))
    return new RecapError('file-truncated', 'compound file without directory', { file })
  return unlike(file, 'OLE')
}

async function identifyZip(path: string, name: string, size: number): Promise<KnownFile> {
  const zip = await ZipPackage.open(path, name)
  try {
    const refusal = await packageFailure(zip)
    if (refusal) throw refusal
    return { kind: 'xlsx', size, zip }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** The content type of a package's main part says which program it is for (ECMA-376 part 2, 7.2.3). */
const contentTypes: readonly (readonly [word: string, refuse: ((file: string) => RecapError) | undefined])[] =
  [
    ['spreadsheetml.sheet.main', undefined],
    ['spreadsheetml.template.main', undefined],
    ['ms-excel.sheet.macroEnabled.main', undefined],
    ['ms-excel.template.macroEnabled.main', undefined],
    ['ms-excel.addin.macroEnabled.main', undefined],
    ['ms-excel.sheet.binary', (file) => unsupported(file, 'XLSB')],
    ['wordprocessingml.document.main', (file) => aDocument(file, 'DOCX')],
    ['wordprocessingml.template.main', (file) => aDocument(file, 'DOTX')],
    ['ms-word.document.macroEnabled.main', (file) => aDocument(file, 'DOCM')],
    ['presentationml.presentation.main', (file) => aDocument(file, 'PPTX')],
    ['presentationml.slideshow.main', (file) => aDocument(file, 'PPSX')],
    ['ms-powerpoint.presentation.macroEnabled.main', (file) => aDocument(file, 'PPTM')],
    ['ms-visio.drawing', (file) => aDocument(file, 'VSDX')],
  ]

/** What speaks against reading a zip as a workbook, or nothing. */
async function packageFailure(zip: ZipPackage): Promise<RecapError | undefined> {
  const { file } = zip
  if (zip.has('mimetype')) {
    let type = ''
    for await (const bytes of zip.bytes('mimetype')) type += bytes.toString('latin1')
    if (type.includes('opendocument.spreadsheet')) return unsupported(file, 'ODS')
    if (type.includes('opendocument.text')) return aDocument(file, 'ODT')
    if (type.includes('opendocument.presentation')) return aDocument(file, 'ODP')
    return unlike(file, type.slice(0, 40).trim() || 'ZIP')
  }
  if (zip.has('Index/Document.iwa')) return unsupported(file, 'iWork')
  if (!zip.has('[Content_Types].xml')) {
    return zip.has('xl/workbook.xml')
      ? undefined
      : zip.has('xl/workbook.bin')
        ? unsupported(file, 'XLSB')
        : unlike(file, 'ZIP')
  }
  const types: string[] = []
  await readAllXml(
    zip.text('[Content_Types].xml'),
    { open: (_, attributes) => void types.push(attribute(attributes, 'ContentType') ?? '') },
    file,
  )
  const known = contentTypes.find(([word]) => types.some((type) => type.includes(word)))
  if (!known) return zip.has('xl/workbook.xml') ? undefined : unlike(file, 'ZIP')
  return known[1]?.(file)
}

/** What speaks against reading bytes as text, or nothing. UTF-16 is text in spite of its NUL bytes. */
function textFailure(head: Buffer, file: string): RecapError | undefined {
  const start = head.toString('latin1', 0, 64)
  const signature = signatures.find(([bytes]) => start.startsWith(bytes))
  const wide = wideEncoding(head)
  const binary = !wide && controls.test(head.toString('latin1'))
  // BM and MZ may begin a header row, so the short signatures count only with bytes that no text has.
  if (signature && (signature[0].length > 2 || binary)) return unlike(file, signature[1])
  if (binary) return unlike(file, extname(file).slice(1).toUpperCase() || 'binary')
  const words = (wide ? new TextDecoder(wide).decode(head) : start.replace(/^\xef\xbb\xbf/, '')).trimStart()
  if (words.startsWith('{\\rtf')) return aDocument(file, 'RTF')
  if (/^<(!doctype html|html|head|meta|table|body|style)/i.test(words)) return unsupported(file, 'HTML')
  if (/^<\?xml/i.test(words))
    return unsupported(file, /spreadsheet/i.test(head.toString('latin1')) ? 'XML 2003' : 'XML')
  return undefined
}
