// The app in the user's own browser, from this machine to this machine: for where the desktop program cannot be
// downloaded or may not be installed. Listens on 127.0.0.1 only and lets in one session, opened with a one-time key.

export { openInBrowser } from './open-in-browser.ts'
export { serveWeb, type WebOptions } from './serve.ts'
