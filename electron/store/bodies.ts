// Records kept as the JSON of a shape of shared/model, in an order of their own.

import { RecapError } from '../../shared/errors.ts'
import type { Database } from './database.ts'

/** A schema of shared/model. */
interface Shape<T> {
  parse(value: unknown): T
}

/** `text` as what `schema` says. Throws RecapError `project-damaged` when the file holds something else. */
export function checked<T>(schema: Shape<T>, text: string, file: string): T {
  try {
    return schema.parse(JSON.parse(text))
  } catch (error) {
    throw new RecapError('project-damaged', 'a record does not fit its shape', { file }, { cause: error })
  }
}

export interface Bodies<T extends { id: string }> {
  list(): T[]
  has(id: T['id']): boolean
  /** A record with a new id goes to the end; others keep their place. To be called within a write. */
  put(record: T): void
  remove(id: T['id']): void
}

export function bodies<T extends { id: string }>(
  database: Database,
  table: 'figure' | 'chart' | 'comparison',
  schema: Shape<T>,
): Bodies<T> {
  return {
    list: () =>
      database
        .all<{ body: string }>(`SELECT body FROM ${table} ORDER BY position`)
        .map(({ body }) => checked(schema, body, database.name)),
    has: (id) => database.all(`SELECT 1 FROM ${table} WHERE id = ?`, [id]).length > 0,
    put: (record) =>
      void database.run(
        `INSERT INTO ${table} VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM ${table}), ?)
         ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
        [record.id, JSON.stringify(record)],
      ),
    remove: (id) => void database.run(`DELETE FROM ${table} WHERE id = ?`, [id]),
  }
}

/** Records that stand on their own. */
export interface BodyStore<T extends { id: string }> {
  /** In the project's order. */
  list(): T[]
  /** All of them or none. New ones go to the end; with `keep`, those that are there already stay as they are. */
  save(records: readonly T[], options?: { keep?: boolean }): void
  /** An unknown one is gone already. */
  remove(id: T['id']): void
}

export function bodyStore<T extends { id: string }>(
  database: Database,
  table: 'chart' | 'comparison',
  schema: Shape<T>,
): BodyStore<T> {
  const records = bodies(database, table, schema)
  return {
    list: () => records.list(),
    save: (saved, { keep = false } = {}) =>
      database.write(() => {
        for (const record of saved) if (!keep || !records.has(record.id)) records.put(record)
      }),
    remove: (id) => database.write(() => records.remove(id)),
  }
}
