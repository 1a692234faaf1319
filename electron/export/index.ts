// Prints a report as a file, and names it. It prints what it is given: it measures, words and numbers nothing itself.

import type { PrintableReport } from '../../shared/model/report.ts'
import { type PrintOptions, printDocx } from './docx/print-docx.ts'
import { prepareManuscript } from './manuscript.ts'

export { reportFileName as fileNameFor } from '../../shared/text/file-name.ts'

/**
 * The bytes of the file. `onProgress` counts blocks.
 * @throws RecapError `job-cancelled` when the signal is raised
 */
export function printReport(
  report: PrintableReport,
  format: 'docx',
  options: PrintOptions = {},
): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return printDocx(prepareManuscript(report), options)
  }
}
