// Electron's own program: found, or fetched where the network lets us. Its package brings only a loader.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runQuietly, tool } from './tools.ts'

const PROBE_MS = 5000
const DOWNLOAD_MS = 180_000

const folder = join(root, 'node_modules/electron')

/** The program's path, when it is there and of our version. */
export function findElectron(): string | undefined {
  try {
    const wanted = (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string })
      .version
    if (readFileSync(join(folder, 'dist/version'), 'utf8').replace(/^v/, '') !== wanted) return undefined
    const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    return existsSync(program) ? program : undefined
  } catch {
    return undefined
  }
}

/**
 * Downloads the program (110 MB), from ELECTRON_MIRROR when that is set. A closed network is known within seconds.
 * @throws Error with the reason in one line
 */
export async function fetchElectron(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const from = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/'
  try {
    const there = await fetch(`${from}v${version}/SHASUMS256.txt`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(PROBE_MS),
    })
    if (!there.ok) throw new Error(`status ${there.status}`)
  } catch {
    throw new Error(`${new URL(from).host} cannot be reached`)
  }
  process.stderr.write('Recap: fetching Electron (once, about 110 MB)…\n')
  const ran = await runQuietly(process.execPath, tool('electron/install.js'), { timeout: DOWNLOAD_MS })
  const program = findElectron()
  if (program !== undefined) return program
  throw new Error(ran.output.trim().split('\n')[0] || `it took longer than ${DOWNLOAD_MS / 60_000} minutes`)
}
