// Definitions of figures and their goals. What they amount to is read in readings.ts and computed elsewhere.

import { RecapError } from '../../shared/errors.ts'
import { Figure } from '../../shared/model/figure.ts'
import { Goal } from '../../shared/model/goal.ts'
import type { FigureId } from '../../shared/model/ids.ts'
import { bodies, checked } from './bodies.ts'
import type { Database } from './database.ts'

export interface FigureStore {
  /** In the project's order. */
  list(): { figures: Figure[]; goals: Goal[] }
  /** All of them or none. New ones go to the end; with `keep`, those that are there already stay as they are. */
  save(figures: readonly Figure[], goals: readonly Goal[], options?: { keep: boolean }): void
  /** Its goal goes with it. Throws RecapError `figure-unknown`. */
  remove(id: FigureId): void
  /** The figure stays. */
  removeGoal(figure: FigureId): void
}

export function figureStore(database: Database): FigureStore {
  const figures = bodies(database, 'figure', Figure)
  const goals = (): Goal[] =>
    database
      .all<{ body: string }>('SELECT goal.body FROM goal JOIN figure ON id = goal.figure ORDER BY position')
      .map(({ body }) => checked(Goal, body, database.name))
  const assertKnown = (id: FigureId): void => {
    if (!figures.has(id)) throw new RecapError('figure-unknown', `no figure ${id}`, { figure: id })
  }
  return {
    list: () => database.read(() => ({ figures: figures.list(), goals: goals() })),
    save: (newFigures, newGoals, options = { keep: false }) =>
      database.write(() => {
        for (const figure of newFigures) {
          if (!options.keep || !figures.has(figure.id)) figures.put(figure)
        }
        for (const goal of newGoals) {
          assertKnown(goal.figure)
          database.run(
            `INSERT INTO goal VALUES (?, ?) ON CONFLICT (figure) DO ${options.keep ? 'NOTHING' : 'UPDATE SET body = excluded.body'}`,
            [goal.figure, JSON.stringify(goal)],
          )
        }
      }),
    remove: (id) =>
      database.write(() => {
        assertKnown(id)
        figures.remove(id)
      }),
    removeGoal: (figure) =>
      database.write(() => void database.run('DELETE FROM goal WHERE figure = ?', [figure])),
  }
}
