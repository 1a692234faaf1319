// What the engine is given by a host that shows screens, window or browser alike: folders made, old copies cleaned.

import { mkdirSync } from 'node:fs'
import type { Platform } from '../platform.ts'
import { cleanFolder, createFileTable } from './files.ts'
import type { DataFolders } from './folders.ts'
import { createLog } from './log.ts'

export interface ServedPlatform extends Pick<Platform, 'host' | 'samplesFolder' | 'pickProject'> {
  folders: DataFolders
}

/** @throws the file system's error when the data folder cannot be made */
export function createServedPlatform({ folders, ...own }: ServedPlatform): Platform {
  mkdirSync(folders.dataFolder, { recursive: true })
  const now = (): Date => new Date()
  for (const folder of [folders.uploadsFolder, folders.scratchFolder]) cleanFolder(folder, now())
  return {
    ...own,
    dataFolder: folders.dataFolder,
    projectsFolder: folders.projectsFolder,
    files: createFileTable(folders.scratchFolder),
    log: createLog(folders.dataFolder, own.host, now),
    now,
  }
}
