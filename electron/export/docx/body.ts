// The blocks of the text as Word's paragraphs and tables, in order, with the distances and breaks between them.

import { type FileChild, type IParagraphOptions, Paragraph, type ParagraphChild } from 'docx'
import type { BlockOf } from '../../../shared/model/report.ts'
import { documentWords } from '../../../shared/text/document.ts'
import type { BodyBlock } from '../manuscript.ts'
import { afterTable, twips } from '../measures.ts'
import { chartOf } from './chart.ts'
import { bookmarked } from './element.ts'
import { captionRuns, inlineRuns, textRun } from './inline.ts'
import { alignments, paragraphLook } from './look.ts'
import { bulletList, orderedList } from './numbering.ts'
import type { Press } from './press.ts'
import { tableOf } from './table.ts'

/** Writes one block after another; a page break and a table before it change how a block begins. */
export class BodyWriter {
  readonly children: FileChild[] = []
  private readonly press: Press
  private newPage = false
  private afterTable = false
  private lists = 0

  constructor(press: Press) {
    this.press = press
  }
