// What a migration is.

export interface Migration {
  /** The `user_version` of the file once the migration is done. */
  version: number
  sql: string
}
