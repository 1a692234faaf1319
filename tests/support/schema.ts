// Holds a file against the published schemas of its format, where the validator that knows them is at hand beside the
// project; elsewhere tests that need it are skipped.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const python = '/usr/bin/python3'
const validator = fileURLToPath(new URL('../../../shared/ooxml/validate_ooxml.py', import.meta.url))

const hasParser = (): boolean => {
  try {
    execFileSync(python, ['-c', 'import lxml'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export const hasSchemas = existsSync(validator) && existsSync(python) && hasParser()

/** What is wrong with the files, one line each; empty when all are valid. Also the packages inside them are looked at. */
export function findSchemaErrors(files: Readonly<Record<string, Uint8Array>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'recap-schema-'))
  try {
    const paths = Object.entries(files).map(([name, bytes]) => {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      return path
    })
    const ran = run([validator, ...paths])
    return ran.status === 0 ? [] : ran.output.replaceAll(`${folder}/`, '').trim().split('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function run(args: readonly string[]): { status: number; output: string } {
  try {
    return { status: 0, output: execFileSync(python, args, { encoding: 'utf8' }) }
  } catch (error) {
    if (!(error instanceof Error) || !('stdout' in error)) throw error
    return { status: 1, output: String(error.stdout) || error.message }
  }
}
