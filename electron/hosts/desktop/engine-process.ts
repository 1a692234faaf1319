// The engine's own process: started by the main process with its settings as JSON, talked to over the parent port.

import type { ParentPort } from 'electron'
import { createRecap } from '../../recap.ts'
import type { DataFolders } from '../folders.ts'
import { createServedPlatform } from '../served-platform.ts'
import { serveEngine } from './engine-link.ts'

export interface EngineSettings {
  folders: DataFolders
  samplesFolder: string
}

const { folders, samplesFolder } = JSON.parse(process.argv.at(-1) ?? '') as EngineSettings
const { parentPort }: { parentPort: ParentPort } = process

serveEngine(
  {
    post: (message) => parentPort.postMessage(message),
    listen: (listener) => parentPort.on('message', (event) => listener(event.data)),
  },
  (main) => {
    const platform = createServedPlatform({
      host: 'desktop',
      folders,
      samplesFolder,
      async pickProject() {
        const path = await main.ask('pickProject')
        return path === null ? null : platform.files.refFor(path)
      },
    })
    return { platform, recap: createRecap(platform) }
  },
)
