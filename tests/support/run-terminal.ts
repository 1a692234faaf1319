// Runs the terminal as a user does: a process of its own, with folders of its own.

import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../../electron/hosts/cli/index.ts', import.meta.url))
/** As the set-up does for `npm run recap`: compiled code is kept, so that the next start is faster. */
const compileCache = fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url))

export interface Ran {
  status: number | null
  stdout: string
  stderr: string
}

interface TerminalOptions {
  /** RECAP_DATA; without it the variable is not set. */
  dataFolder?: string
  env?: NodeJS.ProcessEnv
  cwd?: string
}

/** Starts a command that goes on until it is told to end. */
export function startTerminal(
  args: readonly string[],
  { dataFolder, env, cwd }: TerminalOptions,
): ChildProcessByStdio<null, Readable, Readable> {
  const { RECAP_DATA: _data, ...inherited } = process.env
  return spawn(process.execPath, [entry, ...args], {
    cwd,
    env: {
      ...inherited,
      LC_ALL: '',
      LANG: 'zh_CN.UTF-8',
      NODE_COMPILE_CACHE: compileCache,
      ...(dataFolder !== undefined && { RECAP_DATA: dataFolder }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export function runTerminal(args: readonly string[], options: TerminalOptions = {}): Promise<Ran> {
  const child = startTerminal(args, options)
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, stdout, stderr }))
  })
}
