// Opens a document in LibreOffice, where it is installed, and tells what stands on which page. It has a profile of its
// own, so that an office that the user has open is not disturbed.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const answers = (command: string, argument: string): boolean => {
  try {
    execFileSync(command, [argument], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const office = 'soffice'
const pdfReader = 'pdftotext'

export const hasOffice = answers(office, '--version') && answers(pdfReader, '-v')
/** Debian has its spreadsheets in a package of their own. */
export const hasSheetOffice =
  answers(office, '--version') && (process.platform !== 'linux' || answers('localc', '--version'))

/** Has the office write each file anew into `folder`; `to` is the extension, or with its filter `html:HTML (StarCalc)`. */
export function convertFiles(paths: readonly string[], to: string, folder: string): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  execFileSync(office, [profile, '--headless', '--convert-to', to, '--outdir', folder, ...paths], {
    stdio: 'ignore',
  })
}

/** Of each file, the words of each page by line, blank lines left out. One start of the office for all of them. */
export function readPages(files: readonly Uint8Array[], ending: 'docx' | 'pptx' = 'docx'): string[][][] {
  const folder = mkdtempSync(join(tmpdir(), 'recap-office-'))
  try {
    const paths = files.map((file, index) => {
      const path = join(folder, `${index}.${ending}`)
      writeFileSync(path, file)
      return path
    })
    convertFiles(paths, 'pdf', folder)
    return paths.map((path) => {
      const text = execFileSync(pdfReader, ['-layout', path.replace(`.${ending}`, '.pdf'), '-'], {
        encoding: 'utf8',
        maxBuffer: 1e8,
      })
      const pages = text.split('\f').slice(0, -1)
      return pages.map((page) => page.split('\n').filter((line) => line.trim() !== ''))
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const squeeze = (text: string): string => text.replace(/\s+/g, '')

/** On which page of the text, counted from its page 1, each title stands as a line of its own; undefined if nowhere. */
export function findTitles(
  pages: readonly (readonly string[])[],
  titles: readonly string[],
): (number | undefined)[] {
  const isFirst = (page: readonly string[]): boolean =>
    page.at(-1)?.trim() === '1' && !page.some((line) => line.includes('.....'))
  const body = pages.slice(pages.findIndex(isFirst)).map((page) => page.map(squeeze))
  let at = 0
  let line = 0
  return titles.map((title) => {
    const wanted = squeeze(title)
    for (let page = at; page < body.length; page++) {
      const lines = body[page] ?? []
      const found = lines.findIndex(
        (words, index) =>
          (page > at || index >= line) &&
          (words === wanted || (words.length > 12 && wanted.startsWith(words))),
      )
      if (found >= 0) {
        at = page
        line = found + 1
        return page + 1
      }
    }
    return undefined
  })
}
