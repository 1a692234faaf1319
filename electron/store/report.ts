// The report's blocks, one row each, and its revision. It checks their form, not what they say.

import { RecapError } from '../../shared/errors.ts'
import { BlockId } from '../../shared/model/ids.ts'
import { Block, type Report } from '../../shared/model/report.ts'
import { checked } from './bodies.ts'
import type { Database } from './database.ts'

export interface ReportStore {
  read(): Report
  /**
   * Writes the blocks that changed; they are on the disk when it returns.
   * Throws RecapError `report-changed-elsewhere` when `revision` is not the newest.
   */
  save(revision: number, blocks: readonly Block[], savedAt: Date): { revision: number; savedAt: string }
}

const Order = BlockId.array()

export function reportStore(database: Database): ReportStore {
  const state = (): { revision: number; blocks: string } => {
    const [saved] = database.all<{ revision: number; blocks: string }>('SELECT revision, blocks FROM report')
    return saved ?? { revision: 0, blocks: '[]' }
  }
  const bodies = (): Map<string, string> =>
    new Map(
      database
        .all<{ id: string; body: string }>('SELECT id, body FROM block')
        .map(({ id, body }) => [id, body]),
    )

  return {
    read: () =>
      database.read(() => {
        const { revision, blocks } = state()
        const stored = bodies()
        const order = checked(Order, blocks, database.name)
        return {
          revision,
          blocks: order.map((id) => checked(Block, stored.get(id) ?? 'null', database.name)),
        }
      }),

    save: (revision, blocks, savedAt) =>
      database.write(() => {
        const newest = state().revision
        if (newest !== revision) {
          throw new RecapError('report-changed-elsewhere', `revision ${revision}, newest ${newest}`, {
            revision: newest,
          })
        }
        const gone = bodies()
        const order = new Set<BlockId>()
        for (const block of blocks) {
          if (order.has(block.id)) {
            throw new RecapError('input-invalid', `block ${block.id} twice`, { place: 'blocks' })
          }
          order.add(block.id)
          const body = JSON.stringify(block)
          if (gone.get(block.id) !== body) {
            database.run(
              'INSERT INTO block VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
              [block.id, body],
            )
          }
          gone.delete(block.id)
        }
        for (const id of gone.keys()) database.run('DELETE FROM block WHERE id = ?', [id])
        const saved = { revision: newest + 1, savedAt: savedAt.toISOString() }
        database.run(
          `INSERT INTO report VALUES (1, $revision, $savedAt, $order) ON CONFLICT (only) DO UPDATE
           SET revision = excluded.revision, saved_at = excluded.saved_at, blocks = excluded.blocks`,
          { ...saved, order: JSON.stringify([...order]) },
        )
        return saved
      }),
  }
}
