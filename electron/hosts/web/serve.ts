// Puts the web host together: folders, engine, page, gate, server, and the address with the key that opens it.

import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { RecapError } from '../../../shared/errors.ts'
import { createClient } from '../../../shared/rpc.ts'
import { createRecap } from '../../recap.ts'
import { firstView, languageFor } from '../first-view.ts'
import { dataFolders, samplesFolder } from '../folders.ts'
import { openPage, type Page } from '../page.ts'
import { createServedPlatform } from '../served-platform.ts'
import { createGate } from './gate.ts'
import { createRecapServer, type ServerParts } from './server.ts'

export interface WebOptions {
  /** Without it a free one. */
  port?: number
  /** Path of a project to show first. */
  project?: string
  /** Without a project: the newest one, or a fresh sample project. */
  sample?: boolean
  /** Instead of RECAP_DATA or the user's own folders. */
  dataFolder?: string
  /** Instead of the built renderer. */
  pageFolder?: string
  /** For development: what answers instead of the built page. */
  develop?: (server: Server) => Promise<DevelopedPage>
}

export interface DevelopedPage {
  page: Page
  /** Asked for what `page` does not have. */
  middleware: NonNullable<ServerParts['otherwise']>
  close(): Promise<void>
}

export interface WebHost {
  /** For the user's browser: holds the one-time key, in the fragment, which is never sent. */
  url: string
  close(): Promise<void>
}

const builtPage = join(import.meta.dirname, '../../../out/renderer')

/** @throws RecapError `environment-unfit` when the port is taken or the page is not built, or what opening the project throws */
export async function serveWeb(options: WebOptions = {}): Promise<WebHost> {
  const folders = dataFolders(process.env, process.platform, options.dataFolder ?? process.env['RECAP_DATA'])
  const platform = createServedPlatform({ host: 'web', folders, samplesFolder })
  const built = options.develop === undefined ? openBuiltPage(options.pageFolder ?? builtPage) : undefined
  let developed: DevelopedPage | undefined
  const recap = createRecap(platform)
  const gate = createGate()
  const host = createRecapServer({
    recap,
    platform,
    page: async (path) => built?.(path) ?? developed?.page(path),
    otherwise: (request, response, next) =>
      developed === undefined ? next() : developed.middleware(request, response, next),
    gate,
    uploadFolders: { uploads: folders.uploadsFolder, projects: folders.projectsFolder },
  })
  const close = async (): Promise<void> => {
    await developed?.close()
    await host.close()
    recap.close()
  }
  try {
    developed = await options.develop?.(host.server)
    const port = await listen(host.server, options.port ?? 0)
    const client = createClient({ call: recap.answer, on: recap.on })
    const view = await firstView(client, {
      ...(options.project !== undefined && { file: platform.files.refFor(options.project) }),
      ...(options.sample === true && {
        sample: await languageFor(client, Intl.DateTimeFormat().resolvedOptions().locale),
      }),
    })
    platform.log({ level: 'info', event: 'serving', port })
    return { url: `http://127.0.0.1:${port}/#key=${gate.key}&open=${view}`, close }
  } catch (error) {
    await close()
    throw error
  }
}

function openBuiltPage(folder: string): Page {
  try {
    return openPage(folder)
  } catch (cause) {
    throw new RecapError('environment-unfit', 'the page is not built', { what: 'out/renderer' }, { cause })
  }
}

/** On 127.0.0.1 and no other address of this machine. */
async function listen(server: Server, port: number): Promise<number> {
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  } catch (cause) {
    throw new RecapError('environment-unfit', 'cannot listen', { what: `127.0.0.1:${port}` }, { cause })
  }
  return (server.address() as AddressInfo).port
}
