// The fonts that pictures of charts are set in: Noto Sans SC from its npm package, as TrueType, since what draws the
// pictures passes over woff2 without a word. Made once from what npm installed, without a network, and kept beside it.

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './tools.ts'

const source = dirname(fileURLToPath(import.meta.resolve('@fontsource/noto-sans-sc/package.json')))

/** Two weights of what Chinese text needs, Latin letters without accents among it, and letters with accents. */
const main = ['chinese-simplified-400', 'chinese-simplified-700', 'latin-400']
/** What those lack (rare characters, ≤ ① ℃) lies in slices of one weight, each for some ranges of characters. */
const slice = /^noto-sans-sc-(\d+)-400-normal\.woff2$/

/** Gives the folder of the fonts; makes it where it is missing. */
export async function ensureFonts(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string }
  const folder = join(root, 'node_modules/.cache/fonts', version)
  if (existsSync(folder)) return folder
  // Loaded only when there is something to convert.
  const { default: fontverter } = await import('fontverter')
  const aside = `${folder}-${process.pid}`
  mkdirSync(aside, { recursive: true })
  try {
    const convert = async (from: string, to: string): Promise<void> => {
      const bytes = readFileSync(join(source, 'files', from))
      writeFileSync(join(aside, to), named(Buffer.from(await fontverter.convert(bytes, 'sfnt'))))
    }
    for (const name of main) await convert(`noto-sans-sc-${name}-normal.woff2`, `${name}.ttf`)
    const known = charactersOf(readFileSync(join(aside, `${main[0]}.ttf`)))
    const lacking: Record<string, number[]> = {}
    const css = readFileSync(join(source, '400.css'), 'utf8')
    for (const file of readdirSync(join(source, 'files'))) {
      const number = slice.exec(file)?.[1]
      if (number === undefined) continue
      const rule = css.slice(css.indexOf(`${file})`))
      const ranges = /unicode-range:\s*([^;}]+)/.exec(rule)?.[1] ?? ''
      const lacked = rangesOf(ranges).filter((code) => !known.has(code))
      if (lacked.length === 0) continue
      await convert(file, `slice-${number}.ttf`)
      // A range also names characters that the typeface does not have at all.
      const own = charactersOf(readFileSync(join(aside, `slice-${number}.ttf`)))
      lacking[`slice-${number}.ttf`] = lacked.filter((code) => own.has(code))
    }
    writeFileSync(join(aside, 'slices.json'), JSON.stringify(lacking))
    writeFileSync(join(aside, 'LICENSE'), readFileSync(join(source, 'LICENSE')))
    renameSync(aside, folder)
  } catch (error) {
    // Somebody else was quicker.
    if (!existsSync(folder)) throw error
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  return folder
}

/** Of `U+2264,U+4e10-4e12`. */
const rangesOf = (text: string): number[] =>
  text.split(',').flatMap((range) => {
    const [from = 0, to = from] = range
      .trim()
      .replace(/^U\+/i, '')
      .split('-')
      .map((code) => Number.parseInt(code, 16))
    return Array.from({ length: to - from + 1 }, (_, index) => from + index)
  })

/** Characters that a TrueType font has, by its cmap of format 4 (OpenType 1.9, cmap): all below U+10000. */
function charactersOf(font: Buffer): Set<number> {
  const found = new Set<number>()
  const tables = font.readUInt16BE(4)
  for (let table = 0; table < tables; table++) {
    const entry = 12 + 16 * table
    if (font.toString('latin1', entry, entry + 4) !== 'cmap') continue
    const cmap = font.readUInt32BE(entry + 8)
    for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
      const at = cmap + font.readUInt32BE(cmap + 4 + 8 * index + 4)
      if (font.readUInt16BE(at) !== 4) continue
      const double = font.readUInt16BE(at + 6)
      for (let segment = 0; segment < double; segment += 2) {
        const end = font.readUInt16BE(at + 14 + segment)
        const start = font.readUInt16BE(at + 16 + double + segment)
        for (let code = start; code <= end && code < 0xffff; code++) found.add(code)
      }
    }
  }
  return found
}

const family = 'Noto Sans SC'

/** The package's files call themselves after the thinnest weight; the family's name is what they are asked for by. */
function named(font: Buffer): Buffer {
  for (let table = 0; table < font.readUInt16BE(4); table++) {
    const entry = 12 + 16 * table
    if (font.toString('latin1', entry, entry + 4) !== 'name') continue
    const names = font.readUInt32BE(entry + 8)
    for (let index = 0; index < font.readUInt16BE(names + 2); index++) {
      const record = names + 6 + 12 * index
      const at = names + font.readUInt16BE(names + 4) + font.readUInt16BE(record + 10)
      const text = Buffer.from(font.subarray(at, at + font.readUInt16BE(record + 8))).swap16()
      // 1 and 16 name the family; a shorter length leaves the rest of the text out (OpenType 1.9, name).
      if ([1, 16].includes(font.readUInt16BE(record + 6)) && text.toString('utf16le').startsWith(family))
        font.writeUInt16BE(2 * family.length, record + 8)
    }
  }
  return font
}
