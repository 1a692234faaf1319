// npm test: everything. npm test -- FILTER…: only the tests whose file names contain it, without the checks.

import { checkAll } from './checks.ts'
import { ensureBrowser, ensureJudges } from './programs.ts'
import { runVisibly, tool } from './tools.ts'

const filters = process.argv.slice(2)

try {
  await ensureBrowser()
} catch (error) {
  process.stderr.write(`Recap: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(3)
}
await ensureJudges()

const well = filters.length > 0 || (await checkAll())
const code = await runVisibly(process.execPath, tool('vitest/vitest.mjs', 'run', ...filters))
if (!well) console.log('The checks above found something wrong.')
process.exitCode = code === 0 && !well ? 1 : code
