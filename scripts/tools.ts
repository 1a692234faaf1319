// Runs the tools that come with the dependencies, and finds programs of the machine.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The project's folder. */
export const root = join(import.meta.dirname, '..')

export interface Ran {
  code: number
  output: string
}

/** Runs a program to its end, or until `timeout` ms, and gives what it wrote; nothing of it is shown. */
export function runQuietly(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; timeout?: number } = {},
): Promise<Ran> {
  const child = spawn(program, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
  })
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.stderr.on('data', (part: Buffer) => parts.push(part))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(parts).toString() }))
  })
}

/** Runs a program in front of the user and gives its exit status. */
export function runVisibly(
  program: string,
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv } = {},
): Promise<number> {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...options.env },
    stdio: 'inherit',
  })
  // Ctrl+C reaches the program by itself; we wait until it has ended and say how.
  const stay = (): void => {}
  process.on('SIGINT', stay)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('SIGINT', stay)
      resolve(code ?? 1)
    })
  })
}

/** A JavaScript tool of the dependencies, as arguments for this Node. */
export const tool = (path: string, ...args: string[]): string[] => [join(root, 'node_modules', path), ...args]

/** The first of these that is there: names are looked for on the PATH, absolute paths as they stand. */
export function findProgram(candidates: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const suffix = process.platform === 'win32' ? '.exe' : ''
  for (const candidate of candidates) {
    const places = /[/\\]/.test(candidate)
      ? [candidate]
      : folders.map((folder) => join(folder, candidate + suffix))
    const found = places.find((place) => existsSync(place))
    if (found !== undefined) return found
  }
  return undefined
}
