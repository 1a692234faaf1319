// The rules of .dependency-cruiser.mjs, held. A tool that looked at nothing also finds nothing, so this
// counts what was looked at: every source file has to be among it.

import { existsSync, globSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { ICruiseResult } from 'dependency-cruiser'
import { runQuietly, tool } from './tools.ts'

export const sourceFolders = ['shared', 'electron', 'renderer', 'tests', 'scripts'] as const

const FEWEST_MODULES = 50

/**
 * One text per broken rule: who imports whom, and why that is not wanted. Empty when all is well.
 * @param fewest below this many modules the run is not believed
 */
export async function brokenRules(folder: string, fewest = FEWEST_MODULES): Promise<string[]> {
  const configs = globSync('*.config.ts', { cwd: folder })
  const folders = sourceFolders.filter((name) => existsSync(join(folder, name)))
  const ran = await runQuietly(
    process.execPath,
    tool(
      'dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config=.dependency-cruiser.mjs',
      '--output-type=json',
      ...folders,
      ...configs,
    ),
    { cwd: folder },
  )
  const result = parse(ran.output)
  const rules = result.summary.ruleSetUsed?.forbidden ?? []
  const reasons = new Map(rules.map(({ name, comment }) => [name, comment]))
  const seen = new Set(result.modules.map((module) => module.source))
  const files = globSync(`{${folders.join(',')}}/**/*.{ts,tsx,mjs}`, { cwd: folder }).map((file) =>
    file.split(sep).join('/'),
  )
  const unseen = files.filter((file) => !seen.has(file))
  return [
    ...(result.modules.length < fewest ? [`only ${result.modules.length} modules were looked at`] : []),
    ...unseen.map((file) => `${file} was not looked at`),
    ...result.summary.violations.map(
      ({ from, to, rule }) => `${from} → ${to}\n  ${rule.name}: ${reasons.get(rule.name)}`,
    ),
  ]
}

function parse(output: string): ICruiseResult {
  try {
    return JSON.parse(output) as ICruiseResult
  } catch {
    throw new Error(`dependency-cruiser: ${output.trim()}`)
  }
}
