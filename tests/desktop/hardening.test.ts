// The items of Electron's security checklist, each proved on the built program by what it says to Electron.
// https://www.electronjs.org/docs/latest/tutorial/security

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../scripts/tools.ts'
import { built, startDesktop, type TestDesktop } from '../support/desktop.ts'
import { app, BrowserWindow, channelNames, Contents, invoke, said, session } from '../support/electron.ts'

let desktop: TestDesktop

beforeAll(async () => {
  desktop = await startDesktop()
})

afterAll(() => desktop.end())

describe('the window', () => {
  it('is sandboxed, isolated and has no Node; nothing is loosened', () => {
    expect(desktop.window.options.webPreferences).toEqual({
      preload: join(built, 'preload.cjs'),
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
      spellcheck: false,
      devTools: true,
    })
  })

  it('shows our own address and nothing from the network', () => {
    expect(desktop.window.webContents.url).toBe('recap://app/#/')
  })

  it('is shown when it has something to show', () => {
    expect(said.order).not.toContain('show')
    desktop.window.emit('ready-to-show')
    expect(said.order).toContain('show')
  })
})

describe('the program', () => {
  it('sandboxes every page, keeps crashes to itself and registers its scheme before it is ready', () => {
    expect(said.order.slice(0, 5)).toEqual(['sandbox', 'crash-reporter', 'schemes', 'lock', 'ready'])
    expect(said.crashReporter).toEqual({ uploadToServer: false })
  })

  it('gives its scheme no more than a page on https has', () => {
    expect(said.schemes).toEqual([
      { scheme: 'recap', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ])
  })

  it('switches nothing of the sandbox off, anywhere in what is shipped', () => {
    for (const file of readdirSync(built).filter((name) => /\.c?js$/.test(name))) {
      const text = readFileSync(join(built, file), 'utf8')
      for (const word of [
        '--no-sandbox',
        'disable-web-security',
        'appendSwitch',
        'bypassCSP',
        'enableBlinkFeatures',
        'allowpopups',
      ]) {
        expect([file, text.includes(word)]).toEqual([file, false])
      }
    }
  })

  it('is there once: the second only brings the first to the front, whatever it was started with', () => {
    const before = BrowserWindow.all.length
    app.emit(
      'second-instance',
      {},
      ['recap', '--sample', 'file:///etc/passwd', '\\\\evil\\share\\x.recap'],
      '/',
    )
    expect(desktop.window.focused).toBe(1)
    expect(BrowserWindow.all).toHaveLength(before)
    expect(desktop.window.webContents.url).toBe('recap://app/#/')
  })
})

describe('permissions', () => {
  const permissions = [
    'media geolocation notifications midi midiSysex pointerLock fullscreen openExternal window-management',
    'display-capture mediaKeySystem clipboard-read idle-detection speaker-selection storage-access',
    'top-level-storage-access fileSystem keyboardLock hid serial usb unknown deprecated-sync-clipboard-read',
    'background-sync accessibility-events payment-handler',
  ].flatMap((names) => names.split(' '))
  const ask = (permission: string, url = 'recap://app/'): unknown => {
    const contents = new Contents()
    contents.show(url)
    let granted: unknown
    session.defaultSession.permissionRequest?.(contents, permission, (answer: unknown) => (granted = answer))
    return [granted, session.defaultSession.permissionCheck?.(contents, permission, new URL(url).href, {})]
  }

  it.each(permissions)('%s is denied', (permission) => {
    expect(ask(permission)).toEqual([false, false])
  })

  it('of putting text on the clipboard is the only one, and only for our page', () => {
    expect(ask('clipboard-sanitized-write')).toEqual([true, true])
    expect(ask('clipboard-sanitized-write', 'https://evil.test/')).toEqual([false, false])
  })

  it('of devices and of the screen are denied', () => {
    expect(session.defaultSession.devicePermission?.({ deviceType: 'hid' })).toBe(false)
    let streams: unknown = 'none was given'
    session.defaultSession.displayMedia?.({}, (answer: unknown) => (streams = answer))
    expect(streams).toEqual({})
  })
})

describe('the network', () => {
  it.each([
    ['recap://app/', false],
    ['blob:recap://app/1', false],
    ['data:text/plain,a', false],
    ['https://example.com/', true],
    ['http://127.0.0.1/', true],
    ['ws://example.com/', true],
    ['file:///etc/passwd', true],
    ['ftp://example.com/', true],
    ['chrome://gpu', true],
    ['not an address', true],
  ])('a request for %s: cancelled %s', (url, cancelled) => {
    let reply: unknown
    session.defaultSession.beforeRequest?.({ url }, (answer) => (reply = answer))
    expect(reply).toEqual({ cancel: cancelled })
  })

  it('only downloads what the page itself was given', () => {
    const download = (url: string): boolean => {
      let prevented = false
      session.defaultSession.emit(
        'will-download',
        { preventDefault: () => (prevented = true) },
        { getURL: () => url },
      )
      return prevented
    }
    expect(download('blob:recap://app/7d1f')).toBe(false)
    expect(download('https://example.com/a.exe')).toBe(true)
    expect(download('recap://app/files/x')).toBe(true)
    expect(download('blob:https://example.com/7d1f')).toBe(true)
  })
})

describe('the channel', () => {
  it('is one', () => {
    expect(channelNames()).toEqual(['call'])
  })

  it('answers the top frame of our page', async () => {
    expect(await desktop.call('app.info', {})).toMatchObject({
      ok: true,
      value: { host: 'desktop', dialogs: true },
    })
  })

  it.each([
    [
      'a frame inside of it',
      () => ({ sender: desktop.window.webContents, senderFrame: { url: 'recap://app/' } }),
    ],
    ['a frame that is gone', () => ({ sender: desktop.window.webContents, senderFrame: null })],
    ['another page', () => foreignSender('https://example.com/')],
    ['a page with a name like ours', () => foreignSender('recap://app.evil/')],
    ['a file', () => foreignSender('file:///app/')],
    ['an empty page', () => foreignSender('about:blank')],
  ])('refuses %s, whatever it asks', async (_, sender) => {
    for (const name of ['app.info', 'projects.recent', 'report.save', 'nonsense']) {
      expect(await invoke(sender(), name, {})).toMatchObject({ ok: false, error: { code: 'sender-refused' } })
    }
  })

  it.each(['__proto__', 'constructor', 'toString', '', 'APP.INFO', 7, null, undefined, {}, ['app.info']])(
    'knows no call %j',
    async (name) => {
      const event = { sender: desktop.window.webContents, senderFrame: desktop.window.webContents.mainFrame }
      expect(await invoke(event, name, {})).toMatchObject({ ok: false, error: { code: 'call-unknown' } })
    },
  )

  it('takes no path for a file, and nothing of another type', async () => {
    for (const input of [
      { file: '/etc/passwd' },
      { file: '../x' },
      { file: 7 },
      { file: {} },
      null,
      'x',
      [],
    ]) {
      expect(await desktop.call('projects.open', input)).toMatchObject({
        ok: false,
        error: { code: 'input-invalid' },
      })
    }
    expect(await desktop.call('projects.open', { file: 'made-up' })).toMatchObject({
      error: { code: 'file-missing' },
    })
    expect(await desktop.call('app.info', { run: () => 1 })).toMatchObject({ ok: false })
  })

  function foreignSender(url: string): { sender: Contents; senderFrame: object } {
    const sender = new Contents()
    sender.show(url)
    return { sender, senderFrame: sender.mainFrame }
  }
})

describe('the fuses', () => {
  it('are set for the package', () => {
    const config = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
    for (const line of [
      'runAsNode: false',
      'enableCookieEncryption: true',
      'enableNodeOptionsEnvironmentVariable: false',
      'enableNodeCliInspectArguments: false',
      'enableEmbeddedAsarIntegrityValidation: true',
      'onlyLoadAppFromAsar: true',
      'grantFileProtocolExtraPrivileges: false',
    ]) {
      expect(config).toContain(line)
    }
  })
})
