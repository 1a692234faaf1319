// What holds without running anything: types, lint, who imports whom, format, dead code.

import { brokenRules } from './import-rules.ts'
import { type Ran, root, runQuietly, tool } from './tools.ts'

const environments = ['shared', 'electron', 'renderer', 'tests'] as const

const run = (path: string, ...args: string[]): Promise<Ran> =>
  runQuietly(process.execPath, tool(path, ...args))

/** One compiler run an environment, so that a wrong global does not compile. */
async function types(): Promise<Ran> {
  const ran = await Promise.all(
    environments.map((name) => run('@typescript/native/bin/tsc', '-p', name, '--pretty')),
  )
  return { code: Math.max(...ran.map(({ code }) => code)), output: ran.map(({ output }) => output).join('') }
}

async function importRules(): Promise<Ran> {
  const broken = await brokenRules(root)
  return { code: broken.length > 0 ? 1 : 0, output: broken.join('\n') }
}

const checks: Readonly<Record<string, () => Promise<Ran>>> = {
  types,
  lint: () => run('oxlint/bin/oxlint', '--deny-warnings'),
  'import rules': importRules,
  format: () => run('oxfmt/bin/oxfmt', '--check'),
  'dead code': () => run('knip/bin/knip.js', '--no-progress'),
}

/** Runs all of them, a line each, with what is wrong below it. Gives whether all is well. */
export async function checkAll(): Promise<boolean> {
  let well = true
  for (const [name, check] of Object.entries(checks)) {
    const start = performance.now()
    const { code, output } = await check()
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
    if (code !== 0) {
      console.log(output.trimEnd())
      well = false
    }
  }
  return well
}
