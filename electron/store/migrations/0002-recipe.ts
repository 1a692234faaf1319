// How a file was read at the user's word: the recipe of a source, the layout of a table, the period of a date column.

import type { Migration } from './migration.ts'

/* Recipe and layout are JSON of shared/model. NULL: guessed, a record a row, single days. */
export const recipe: Migration = {
  version: 2,
  sql: `
    ALTER TABLE source ADD COLUMN recipe TEXT;
    ALTER TABLE data_table ADD COLUMN layout TEXT;
    ALTER TABLE data_column ADD COLUMN step TEXT;
  `,
}
