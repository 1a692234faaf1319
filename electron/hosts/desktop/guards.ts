// What a page in our windows may not do, whatever it holds: leave our address, open windows, embed other pages, use
// devices, reach the network. Set on the session and on every web contents there will ever be.
// https://www.electronjs.org/docs/latest/tutorial/security

import { app, type Session, type WebContents } from 'electron'
import { isOurs, origin, scheme } from './address.ts'

/** The only thing a page may ask the system for: to put text on the clipboard. */
const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** Schemes that stay inside the program. */
const local: ReadonlySet<string> = new Set([`${scheme}:`, 'blob:', 'data:', 'devtools:'])

export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(allowed.has(permission) && isOurs(contents.getURL())),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) => allowed.has(permission) && isOurs(requestingOrigin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !local.has(URL.parse(url)?.protocol ?? '') }),
  )
  session.on('will-download', (event, item) => {
    // A page saves what it was given as a blob of its own. Electron then asks the user where to.
    if (!item.getURL().startsWith(`blob:${origin}/`)) event.preventDefault()
  })
}

/** @param openLink asked for every link that leads out; decides by itself whether it is opened */
export function guardContents(openLink: (address: string, from: WebContents) => void): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !isOurs(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      if (!isOurs(event.url)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      openLink(url, contents)
      return { action: 'deny' }
    })
  })
}
