// What the project says of itself: template, language, style, the facts of the cover, how goals are graded, where a year begins.

import { Tiers } from '../../shared/model/goal.ts'
import { Facts, type Project } from '../../shared/model/project.ts'
import { RecapError } from '../../shared/errors.ts'
import { checked } from './bodies.ts'
import type { Database } from './database.ts'

/** A project without what its place on the disk tells: id, name, whether it may be written. */
export type StoredProject = Omit<Project, 'id' | 'name' | 'readOnly'>

export interface ProjectStore {
  read(): StoredProject
  write(project: StoredProject): void
}

export function projectStore(database: Database): ProjectStore {
  return {
    read() {
      type Record = Omit<StoredProject, 'facts' | 'tiers'> & { facts: string; tiers: string | null }
      const [record] = database.all<Record>(
        'SELECT template, language, style, facts, tiers, year_start AS yearStart FROM project',
      )
      if (!record) throw new RecapError('project-damaged', 'no project row', { file: database.name })
      return {
        ...record,
        facts: checked(Facts, record.facts, database.name),
        tiers: record.tiers === null ? null : checked(Tiers, record.tiers, database.name),
      }
    },
    write: ({ template, language, style, facts, tiers, yearStart }) =>
      database.write(() => {
        database.run(
          `INSERT INTO project (only, template, language, style, facts, tiers, year_start)
           VALUES (1, $template, $language, $style, $facts, $tiers, $yearStart)
           ON CONFLICT (only) DO UPDATE
           SET template = excluded.template, language = excluded.language, style = excluded.style,
             facts = excluded.facts, tiers = excluded.tiers, year_start = excluded.year_start`,
          {
            template,
            language,
            style,
            facts: JSON.stringify(facts),
            tiers: tiers && JSON.stringify(tiers),
            yearStart,
          },
        )
      }),
  }
}
