// The window: a sandboxed page that has the bridge and nothing else of the machine.

import { BrowserWindow, nativeTheme } from 'electron'
import type { Platform } from '../../platform.ts'

const RELOAD_REST_MS = 10_000

export interface WindowOptions {
  /** The bridge, built as one CommonJS file. */
  preload: string
  address: string
  /** Whether a developer may look inside. */
  devTools: boolean
  log: Platform['log']
}

/** Shown when it has something to show. */
export function openWindow({ preload, address, devTools, log }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1360,
    height: 880,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Recap 复盘',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#15181d' : '#ffffff',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Its dictionaries come from the network.
      spellcheck: false,
      devTools,
    },
  })
  window.once('ready-to-show', () => window.show())
  let lastGone = -Infinity
  window.webContents.on('render-process-gone', (_gone, { reason, exitCode }) => {
    log({ level: 'error', event: 'page-gone', reason, exitCode })
    // What was typed is in the project. A page that fails again at once is left as it is.
    const now = performance.now()
    if (reason !== 'clean-exit' && now - lastGone > RELOAD_REST_MS) window.webContents.reload()
    lastGone = now
  })
  void window.loadURL(address)
  return window
}
