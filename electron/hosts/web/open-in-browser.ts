// Opens an address in the user's own browser, by what each system has for that.

import { spawn } from 'node:child_process'

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  // `start` would take the & of an address for its own.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Whether somebody took it. Does not wait for the browser to end. */
export function openInBrowser(url: string): Promise<boolean> {
  const [program = 'xdg-open', ...args] = openers[process.platform] ?? []
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true })
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
    // An opener that is still there after this has become the browser.
    setTimeout(() => resolve(true), 3000).unref()
    child.unref()
  })
}
