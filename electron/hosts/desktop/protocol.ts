// recap://app: the page, uploads and downloads, without a socket. The same page and files as the web host serves.

import { protocol, type Session } from 'electron'
import type { FileRef } from '../../../shared/model/ids.ts'
import type { Platform } from '../../platform.ts'
import { downloadResponse, type KnownFile, receiveFile, type UploadFolders } from '../files.ts'
import { commonHeaders, type Page } from '../page.ts'
import { failureResponse, replyResponse } from '../replies.ts'
import { isOurs, origin, scheme } from './address.ts'

/** Has to be said before the app is ready. It gets no privilege that a page on https has not. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

export interface ProtocolParts {
  page: Page
  uploadFolders: UploadFolders
  refFor(path: string, name: string): Promise<FileRef>
  pathOf(ref: FileRef): Promise<KnownFile>
}

export function serveProtocol(session: Session, parts: ProtocolParts, log: Platform['log']): void {
  session.protocol.handle(scheme, async (request) => {
    try {
      return await respond(request, parts)
    } catch (error) {
      return failureResponse(error, log)
    }
  })
}

async function respond(
  request: Request,
  { page, uploadFolders, refFor, pathOf }: ProtocolParts,
): Promise<Response> {
  const from = request.headers.get('origin')
  if (!isOurs(request.url) || (from !== null && from !== origin)) return nothing(403)
  const { pathname, searchParams } = new URL(request.url)

  if (pathname === '/files' && request.method === 'POST') {
    const body = (request.body ?? []) as AsyncIterable<Uint8Array>
    const size = Number(request.headers.get('content-length') ?? 0)
    const file = await receiveFile({ body, name: searchParams.get('name') ?? '', size }, uploadFolders)
    return replyResponse({ ok: true, value: { file: await refFor(file.path, file.name), name: file.name } })
  }
  if (request.method !== 'GET') return nothing(405)
  const ref = /^\/files\/([\w-]{1,64})$/.exec(pathname)?.[1]
  if (ref !== undefined) return downloadResponse(await pathOf(ref as FileRef))
  return (await page(pathname)) ?? nothing(404)
}

const nothing = (status: number): Response => new Response(null, { status, headers: commonHeaders })
