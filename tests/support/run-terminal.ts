// Runs the terminal as a user does: a process of its own, with folders of its own.

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../../electron/hosts/cli/index.ts', import.meta.url))
/** As the set-up does for `npm run recap`: compiled code is kept, so that the next start is faster. */
const compileCache = fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url))

export interface Ran {
  status: number | null
  stdout: string
  stderr: string
}

/** @param dataFolder RECAP_DATA; without it the variable is not set */
export function runTerminal(
  args: readonly string[],
  options: { dataFolder?: string; env?: NodeJS.ProcessEnv; cwd?: string } = {},
): Promise<Ran> {
  const { RECAP_DATA: _, ...env } = process.env
  const child = spawn(process.execPath, [entry, ...args], {
    cwd: options.cwd,
    env: {
      ...env,
      LC_ALL: '',
      LANG: 'zh_CN.UTF-8',
      NODE_COMPILE_CACHE: compileCache,
      ...(options.dataFolder !== undefined && { RECAP_DATA: options.dataFolder }),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, stdout, stderr }))
  })
}
