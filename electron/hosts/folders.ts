// Where a host keeps what is its own, and where projects go that the user gives no place. Names folders, makes none.

import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RecapError } from '../../shared/errors.ts'

export interface DataFolders {
  /** Settings, list of recent projects, log. */
  dataFolder: string
  projectsFolder: string
  /** Copies of files that a browser hands in. */
  uploadsFolder: string
  /** Files offered for download. */
  scratchFolder: string
}

/**
 * `RECAP_DATA` names one folder for everything; without it, the system's usual places. Under test (`RECAP_TEST=1`)
 * there is no usual place, lest a test writes into its developer's own projects: throws RecapError `environment-unfit`.
 * @param explicit a folder that goes before `RECAP_DATA`
 */
export function dataFolders(
  env: NodeJS.ProcessEnv = process.env,
  system: NodeJS.Platform = process.platform,
  explicit = env['RECAP_DATA'],
): DataFolders {
  if (explicit !== undefined && explicit !== '') return within(resolve(explicit))
  if (env['RECAP_TEST'] === '1') {
    throw new RecapError('environment-unfit', 'a test without RECAP_DATA', {
      what: 'RECAP_TEST=1, RECAP_DATA=?',
    })
  }
  return { ...within(usualFolder(env, system)), projectsFolder: join(homedir(), 'Documents', 'Recap') }
}

function within(dataFolder: string): DataFolders {
  return {
    dataFolder,
    projectsFolder: join(dataFolder, 'projects'),
    uploadsFolder: join(dataFolder, 'uploads'),
    scratchFolder: join(dataFolder, 'scratch'),
  }
}

function usualFolder(env: NodeJS.ProcessEnv, system: NodeJS.Platform): string {
  if (system === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Recap')
  if (system === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Recap')
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'recap')
}

/** The sample workbooks, where hosts run from the sources. */
export const samplesFolder = fileURLToPath(new URL('../../resources/samples', import.meta.url))
