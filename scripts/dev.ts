// npm run dev: the web host with the renderer straight from its sources, reloaded as they change. The same gate and
// the same content security policy as in the built app.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openInBrowser, serveWeb } from '../electron/hosts/web/index.ts'
import { newNonce, pageResponse } from '../electron/hosts/page.ts'
import { root } from './tools.ts'

const { createServer } = await import('vite')

const host = await serveWeb({
  async develop(server) {
    const vite = await createServer({
      configFile: join(root, 'vite.config.ts'),
      appType: 'custom',
      // The overlay for errors is HTML from text, which the page's policy forbids; they are in the console.
      server: { middlewareMode: true, hmr: { server, overlay: false } },
    })
    return {
      async page(path) {
        if (path !== '/') return undefined
        const html = await readFile(join(root, 'renderer/index.html'), 'utf8')
        return pageResponse(await vite.transformIndexHtml('/', html), newNonce())
      },
      middleware: vite.middlewares,
      close: () => vite.close(),
    }
  },
})
console.log(`Recap: ${host.url} (reloads as you edit; Ctrl+C ends it)`)
if (process.stdout.isTTY) await openInBrowser(host.url)

const end = (): void => void host.close().then(() => process.exit(0))
process.on('SIGINT', end)
process.on('SIGTERM', end)
