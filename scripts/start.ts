// npm start: the app on a sample project. In Electron where its program is there or can be had, else as the same app
// in the user's browser, and without a display at an address that is printed. Says which, and why, in one line.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { openInBrowser, serveWeb } from '../electron/hosts/web/index.ts'
import { ensureBuilt } from './builds.ts'
import { fetchElectron, findElectron } from './electron.ts'
import { root } from './tools.ts'

const say = (line: string): void => console.log(`Recap: ${line}`)
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

/** A window that ends with an error this soon never opened. */
const OPENED_MS = 10_000

/** Why there is no window; undefined once the user has closed it. */
async function runDesktop(): Promise<string | undefined> {
  if (!hasDisplay) return 'there is no display here'
  if (process.getuid?.() === 0 && process.platform === 'linux') {
    return 'Electron does not run as root with its sandbox on'
  }
  let program: string
  try {
    program = findElectron() ?? (await fetchElectron())
  } catch (error) {
    return `Electron could not be downloaded (${reasonOf(error)})`
  }
  await ensureBuilt('desktop')
  say('opening its window in Electron.')
  const start = performance.now()
  const child = spawn(program, [join(root, 'out/desktop/main.js'), '--sample'], {
    stdio: 'inherit',
    cwd: root,
  })
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  const status = await new Promise<number | string>((resolve) => {
    child.on('error', (error) => resolve(reasonOf(error)))
    child.on('close', (code, signal) => resolve(code ?? signal ?? 1))
  })
  if (status !== 0 && performance.now() - start < OPENED_MS) return `Electron does not start here (${status})`
  process.exitCode = typeof status === 'number' ? status : 0
  return undefined
}

async function runInBrowser(why: string): Promise<void> {
  const host = await serveWeb({ sample: true })
  const opened = hasDisplay && (await openInBrowser(host.url))
  say(
    `${why}, so it ${opened ? 'opens in your browser' : 'waits for a browser'}: ${host.url} (Ctrl+C ends it)`,
  )
  const end = (): void => void host.close().then(() => process.exit(0))
  process.removeAllListeners('SIGINT').on('SIGINT', end)
  process.removeAllListeners('SIGTERM').on('SIGTERM', end)
}

const why = await runDesktop()
if (why !== undefined) {
  try {
    await runInBrowser(why)
  } catch (error) {
    process.stderr.write(`Recap: it cannot start: ${reasonOf(error)}\n`)
    process.exit(3)
  }
}
