// Programs the tests look through: a browser (needed) and LibreOffice (optional). Found on the machine, or
// installed where that asks nobody anything: by apt-get as root on Debian, else a browser by Playwright.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findProgram, runQuietly, tool } from './tools.ts'

const inPrograms = (path: string): string[] =>
  [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder === undefined ? [] : [join(folder, path)],
  )

/** Chrome, Chromium or Edge; `RECAP_BROWSER` names another. */
export function findBrowser(): string | undefined {
  const named = process.env.RECAP_BROWSER
  return findProgram([
    ...(named === undefined ? [] : [named]),
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...inPrograms('Google/Chrome/Application/chrome.exe'),
    ...inPrograms('Chromium/Application/chrome.exe'),
    ...inPrograms('Microsoft/Edge/Application/msedge.exe'),
    chromium.executablePath(),
  ])
}

/** LibreOffice, the independent reader of what we print. */
export function findOffice(): string | undefined {
  return findProgram([
    'soffice',
    'libreoffice',
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    ...inPrograms('LibreOffice/program/soffice.exe'),
  ])
}

/** Turns the pages of a PDF into pictures. */
export const findPageDrawer = (): string | undefined => findProgram(['pdftoppm'])

/** SQLite's own program, a peer of the benches. Undefined where there is none and none can be installed. */
export async function ensureSqlite(): Promise<string | undefined> {
  const find = (): string | undefined => findProgram(['sqlite3'])
  if (find() === undefined && mayUseApt()) await aptInstall(['sqlite3']).catch(() => {})
  return find()
}

const mayUseApt = (): boolean => existsSync('/etc/debian_version') && process.getuid?.() === 0

/** @throws Error with the last line apt-get wrote. */
async function aptInstall(packages: readonly string[]): Promise<void> {
  process.stderr.write(`Recap: installing ${packages.join(', ')} (once)…\n`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const options = ['-y', '-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=30']
  await runQuietly('apt-get', ['update', ...options], { env })
  const ran = await runQuietly('apt-get', ['install', '--no-install-recommends', ...options, ...packages], {
    env,
  })
  if (ran.code !== 0) throw new Error(ran.output.trim().split('\n').at(-1))
}

/** Gives the browser's path. @throws Error with one line on how to get a browser. */
export async function ensureBrowser(): Promise<string> {
  const there = findBrowser()
  if (there !== undefined) return there
  let why = ''
  try {
    if (mayUseApt()) {
      await aptInstall(['chromium', 'fonts-noto-cjk'])
    } else {
      process.stderr.write('Recap: fetching a browser for the tests (once)…\n')
      const ran = await runQuietly(process.execPath, tool('playwright-core/cli.js', 'install', 'chromium'))
      if (ran.code !== 0) throw new Error(ran.output.trim().split('\n').at(-1))
    }
  } catch (error) {
    why = ` (${error instanceof Error ? error.message : String(error)})`
  }
  const found = findBrowser()
  if (found !== undefined) return found
  throw new Error(
    `the tests need Chrome, Chromium or Edge, and none could be installed${why}. Install one, or name it in RECAP_BROWSER.`,
  )
}

/** Reads the documents we print, writes sheets for us to read, knows the published schemas; each with its packages. */
const judges: readonly { there: () => boolean; packages: readonly string[] }[] = [
  {
    there: () => findOffice() !== undefined && findPageDrawer() !== undefined,
    packages: ['libreoffice-writer', 'poppler-utils', 'fonts-liberation', 'fonts-noto-cjk'],
  },
  {
    there: () => process.platform !== 'linux' || existsSync('/usr/bin/localc'),
    packages: ['libreoffice-calc'],
  },
  {
    there: () => existsSync('/usr/lib/python3/dist-packages/lxml'),
    packages: ['python3-lxml', 'libxml2-utils'],
  },
]

/** Installs what judges our documents where that is ours to do; says in one line when tests will do without. */
export async function ensureJudges(): Promise<void> {
  const missing = judges.filter(({ there }) => !there()).flatMap(({ packages }) => packages)
  if (missing.length === 0) return
  if (mayUseApt()) {
    try {
      await aptInstall(missing)
      return
    } catch (error) {
      process.stderr.write(`Recap: ${error instanceof Error ? error.message : String(error)}\n`)
    }
  }
  process.stderr.write(`Recap: without ${missing.join(', ')}: the tests that need them are skipped.\n`)
}
