// Compares a text with the one kept beside a test. A missing one is written, except in continuous integration;
// a different one is left beside the old as `…-changed`, to be looked at and moved over it.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'

/** @throws Error naming the first line that differs, or the golden that is missing */
export function matchGolden(path: string, text: string): void {
  const changed = `${path}-changed`
  if (!existsSync(path)) {
    if (process.env['CI'] === 'true') throw new Error(`no golden ${basename(path)}`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    return
  }
  const golden = readFileSync(path, 'utf8')
  if (golden === text) {
    rmSync(changed, { force: true })
    return
  }
  writeFileSync(changed, text)
  const expected = golden.split('\n')
  const differs = text.split('\n').findIndex((actual, index) => actual !== expected[index])
  const line = differs < 0 ? text.split('\n').length : differs
  const shown = (lines: readonly string[]): string => lines[line] ?? '(end)'
  throw new Error(
    `${basename(dirname(path))}/${basename(path)} differs in line ${line + 1}:\n- ${shown(expected)}\n+ ${shown(text.split('\n'))}\nThe new text is in ${basename(changed)}.`,
  )
}
