// Brings a project's file to the newest schema. Never goes back, and never changes a migration once released.

import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from './database.ts'
import { first } from './migrations/0001-first.ts'
import { recipe } from './migrations/0002-recipe.ts'
import { comparisons } from './migrations/0003-comparisons.ts'
import type { Migration } from './migrations/migration.ts'

export const migrations: readonly Migration[] = [first, recipe, comparisons]

export const newestVersion = migrations.at(-1)?.version ?? 0

/**
 * Runs what is missing, each migration and its version in one transaction.
 * A file that already holds a project is first copied whole to `aside`, which must not exist.
 */
export function migrate(database: Database, aside: string, steps: readonly Migration[] = migrations): void {
  const version = database.userVersion()
  const missing = steps.filter((step) => step.version > version)
  if (missing.length > 0 && version > 0) {
    mkdirSync(dirname(aside), { recursive: true })
    database.run('VACUUM INTO ?', [aside])
  }
  for (const step of missing) {
    database.write(() => {
      // Another engine may have been quicker.
      if (database.userVersion() >= step.version) return
      database.script(step.sql)
      database.script(`PRAGMA user_version = ${step.version}`)
    })
  }
}
