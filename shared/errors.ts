// Failures: what "cannot go on" looks like everywhere. Findings and problems are data and are not thrown.

/** The closed list. Each code has its words in both languages in `shared/text/errors.ts`, or it does not compile. */
export const errorCodes = [
  'file-missing',
  'file-unreadable',
  'file-empty',
  'file-not-a-spreadsheet',
  'file-is-a-document',
  'file-format-unsupported',
  'file-encrypted',
  'file-truncated',
  'file-damaged',
  'file-too-large',
  'file-encoding-unknown',
  'file-without-table',
  'project-missing',
  'project-exists',
  'project-not-a-project',
  'project-newer',
  'project-damaged',
  'project-read-only',
  'project-busy',
  'folder-read-only',
  'folder-missing',
  'disk-full',
  'export-target-busy',
  'template-unknown',
  'format-unknown',
  'table-unknown',
  'column-unknown',
  'figure-unknown',
  'figure-in-use',
  'formula-invalid',
  'comparison-unknown',
  'chart-unknown',
  'chart-in-use',
  'report-changed-elsewhere',
  'input-invalid',
  'call-unknown',
  'sender-refused',
  'connection-lost',
  'job-cancelled',
  'not-yet-available',
  'usage-wrong',
  'environment-unfit',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** Facts for the sentence: file name, sheet, version. Names only, never a path, never a stack. */
export type ErrorDetail = Readonly<Record<string, string | number>>

/**
 * @example throw new RecapError('file-empty', 'zero bytes', { file: 'a.csv' })
 */
export class RecapError extends Error {
  readonly code: ErrorCode
  readonly detail: ErrorDetail

  /** `message` is for the log; the user's sentence is chosen by `code`. */
  constructor(code: ErrorCode, message: string, detail: ErrorDetail = {}, options?: ErrorOptions) {
    super(message, options)
    this.name = 'RecapError'
    this.code = code
    this.detail = detail
  }
}
