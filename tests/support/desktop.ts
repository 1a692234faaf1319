// The built desktop program, started with the stand-in for Electron and folders of its own.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import type { Reply } from '../../shared/rpc.ts'
import { root } from '../../scripts/tools.ts'
import { BrowserWindow, forget, invoke, said } from './electron.ts'

export interface TestDesktop {
  dataFolder: string
  window: BrowserWindow
  /** As the page of the window does. */
  call(name: string, input: unknown): Promise<Reply>
  end(): void
}

export const built = join(root, 'out/desktop')

let starts = 0

/** Runs main.js anew: another address is another module to the loader. */
export async function runMain(): Promise<void> {
  await import(`${join(built, 'main.js')}?start=${(starts += 1)}`)
}

/** Runs main.js up to its window. */
export async function startDesktop(...args: readonly string[]): Promise<TestDesktop> {
  forget()
  const dataFolder = mkdtempSync(join(tmpdir(), 'recap-desktop-'))
  process.env.RECAP_DATA = dataFolder
  process.argv = [process.execPath, join(built, 'main.js'), ...args]
  await runMain()
  const window = await vi.waitUntil(() => BrowserWindow.all[0], { timeout: 30_000, interval: 20 })
  return {
    dataFolder,
    window,
    call: (name, input) => {
      const { webContents } = window
      return invoke(
        { sender: webContents, senderFrame: webContents.mainFrame },
        name,
        input,
      ) as Promise<Reply>
    },
    end() {
      for (const child of said.children) child.kill('SIGKILL')
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
