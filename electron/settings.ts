// What the program remembers beside the projects: settings, and which projects were opened. Small JSON files,
// checked when they are read; one that cannot be understood counts as none.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CallRequest, Settings } from '../shared/contract.ts'
import { writeWholeFile } from './whole-file.ts'

export interface SettingsFile {
  read(): Settings
  write(changes: CallRequest<'settings.write'>): Settings
}

export function settingsFile(dataFolder: string): SettingsFile {
  const path = join(dataFolder, 'settings.json')
  const read = (): Settings => Settings.safeParse(readJson(path)).data ?? Settings.parse({})
  return {
    read,
    write(changes) {
      const settings = Settings.parse({ ...read(), ...changes })
      writeWholeFile(path, JSON.stringify(settings, null, 2))
      return settings
    },
  }
}

export interface RecentFile {
  /** Paths, the last opened first. */
  list(): string[]
  /** Puts the path first and forgets those whose file is gone. */
  add(path: string): void
}

const mostRecent = 50

export function recentFile(dataFolder: string): RecentFile {
  const path = join(dataFolder, 'recent.json')
  const list = (): string[] => {
    const found = readJson(path)
    return Array.isArray(found) ? found.filter((entry): entry is string => typeof entry === 'string') : []
  }
  return {
    list,
    add(opened) {
      const known = list()
      if (known[0] === opened) return
      const paths = [opened, ...known.filter((entry) => entry !== opened && existsSync(entry))].slice(
        0,
        mostRecent,
      )
      writeWholeFile(path, JSON.stringify(paths, null, 2))
    },
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
