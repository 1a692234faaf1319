// The schema a project starts from. SQL and literals only; never edited once released.

import type { Migration } from './migration.ts'

/*
 * The rows of a table of data stand in a table of their own, `rows_<serial>`: `row` is the number in the sheet,
 * `c0`, `c1`… its columns. Names that come from a user's file are values in here, never names of SQL.
 * A body is the JSON of a record of shared/model, checked by its schema when it is read.
 */
export const first: Migration = {
  version: 1,
  sql: `
    CREATE TABLE project (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      template TEXT NOT NULL,
      language TEXT NOT NULL,
      style TEXT NOT NULL,
      facts TEXT NOT NULL
    ) STRICT;

    CREATE TABLE source (
      id TEXT PRIMARY KEY,
      position INTEGER NOT NULL,
      name TEXT NOT NULL UNIQUE,
      format TEXT NOT NULL,
      encoding TEXT,
      sha256 TEXT NOT NULL,
      size INTEGER NOT NULL,
      imported_at TEXT NOT NULL,
      problems TEXT NOT NULL
    ) STRICT;

    -- A serial is never used twice, so that one who reads in between notices newer data.
    CREATE TABLE data_table (
      serial INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      source TEXT NOT NULL REFERENCES source ON DELETE CASCADE,
      position INTEGER NOT NULL,
      sheet TEXT NOT NULL,
      range TEXT NOT NULL,
      header_rows TEXT NOT NULL,
      name TEXT NOT NULL,
      skipped TEXT NOT NULL,
      row_count INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX data_table_source ON data_table (source, position);

    CREATE TABLE data_column (
      data_table INTEGER NOT NULL REFERENCES data_table ON DELETE CASCADE,
      position INTEGER NOT NULL,
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      unit TEXT,
      scale REAL,
      letter TEXT NOT NULL,
      PRIMARY KEY (data_table, position),
      UNIQUE (data_table, id)
    ) STRICT, WITHOUT ROWID;

    -- What a cell showed, where its value alone does not tell.
    CREATE TABLE raw_text (
      data_table INTEGER NOT NULL REFERENCES data_table ON DELETE CASCADE,
      row INTEGER NOT NULL,
      position INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (data_table, row, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE figure (
      id TEXT PRIMARY KEY,
      position INTEGER NOT NULL,
      body TEXT NOT NULL
    ) STRICT;

    CREATE TABLE goal (
      figure TEXT PRIMARY KEY REFERENCES figure ON DELETE CASCADE,
      body TEXT NOT NULL
    ) STRICT;

    CREATE TABLE chart (
      id TEXT PRIMARY KEY,
      position INTEGER NOT NULL,
      body TEXT NOT NULL
    ) STRICT;

    -- The order of the blocks is a JSON list of their ids, so that moving one does not touch the others.
    CREATE TABLE report (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      revision INTEGER NOT NULL,
      saved_at TEXT NOT NULL,
      blocks TEXT NOT NULL
    ) STRICT;

    CREATE TABLE block (
      id TEXT PRIMARY KEY,
      body TEXT NOT NULL
    ) STRICT;
  `,
}
