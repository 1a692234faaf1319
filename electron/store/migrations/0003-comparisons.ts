// Comparisons, the project's own grades and fiscal year, and summaries of large tables.

import type { Migration } from './migration.ts'

/*
 * Tiers are JSON of shared/model; NULL: the usual ones. Months count from 1.
 * A summary is kept in parts, arrays of numbers but for its head (see summary.ts). It goes with the table, and a table
 * without one is as good, only slower.
 */
export const comparisons: Migration = {
  version: 3,
  sql: `
    CREATE TABLE comparison (
      id TEXT PRIMARY KEY,
      position INTEGER NOT NULL,
      body TEXT NOT NULL
    ) STRICT;

    ALTER TABLE project ADD COLUMN tiers TEXT;
    ALTER TABLE project ADD COLUMN year_start INTEGER NOT NULL DEFAULT 1;

    CREATE TABLE summary (
      data_table INTEGER NOT NULL REFERENCES data_table ON DELETE CASCADE,
      part INTEGER NOT NULL,
      body BLOB NOT NULL,
      UNIQUE (data_table, part)
    ) STRICT;
  `,
}
