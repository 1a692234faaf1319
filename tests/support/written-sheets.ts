// The same sheet in many formats: written by other programs and libraries, none of which is ours. SheetJS writes the
// old formats of Excel, LibreOffice what it writes itself.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import * as XLSX from 'xlsx'
import * as codePages from 'xlsx/dist/cpexcel.full.mjs'
import { convertFiles } from './office.ts'

XLSX.set_cptable(codePages)

/** What SheetJS makes of a workbook in another format. `codePage` is that of texts before Excel 97. */
export function rewrite(workbook: Uint8Array, to: XLSX.BookType, codePage = 936): Uint8Array {
  const book = XLSX.read(workbook, { cellNF: true, cellStyles: true, dense: true })
  // It tells of every date format with a dash that it writes into a data style.
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {})
  // Texts in a table of their own are new in Excel 97.
  const bookSST = !/^biff[2-5]$/.test(to)
  const options: XLSX.WritingOptions & { codepage: number } = { bookType: to, codepage: codePage, bookSST }
  const bytes = XLSX.write(book, { ...options, type: 'array' }) as ArrayBuffer
  quiet.mockRestore()
  return new Uint8Array(bytes)
}

/** What LibreOffice makes of a file: `filter` by its own name. One start of the office for all files. */
export function convert(
  files: Readonly<Record<string, Uint8Array>>,
  extension: string,
  filter: string,
): Record<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'recap-convert-'))
  try {
    const names = Object.keys(files)
    const paths = names.map((name) => {
      const path = join(folder, name)
      writeFileSync(path, files[name] ?? '')
      return path
    })
    const out = join(folder, 'out')
    convertFiles(paths, `${extension}:${filter}`, out)
    return Object.fromEntries(
      names.map((name) => [
        name,
        new Uint8Array(readFileSync(join(out, `${name.replace(/\.\w+$/, '')}.${extension}`))),
      ]),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What SheetJS's types leave out. */
interface CompoundWriter {
  utils: { cfb_new(): unknown; cfb_add(file: unknown, name: string, content: Uint8Array): void }
  write(file: unknown, options: { type: 'buffer' }): Uint8Array
}

/** A compound file with these streams, by their path: `/Workbook`. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const writer = XLSX.CFB as CompoundWriter
  const file = writer.utils.cfb_new()
  for (const [name, content] of Object.entries(streams)) writer.utils.cfb_add(file, name, content)
  return new Uint8Array(writer.write(file, { type: 'buffer' }))
}
