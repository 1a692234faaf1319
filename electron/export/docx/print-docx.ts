// A manuscript as a Word file: cover and contents without page numbers, then the text from page 1.

import { setImmediate as breathe } from 'node:timers/promises'
import {
  Document,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { RecapError } from '../../../shared/errors.ts'
import { oneLine } from '../clean-text.ts'
import { boxesOf } from '../boxes.ts'
import type { Manuscript } from '../manuscript.ts'
import { points, textHeight, textWidth, twips } from '../measures.ts'
import { paginate } from '../paginate.ts'
import { fitLine } from '../text-width.ts'
import { bodyParts } from './body.ts'
import { contentsPage } from './contents.ts'
import { coverPage } from './cover.ts'
import { textRun } from './inline.ts'
import { numberingOf } from './numbering.ts'
import { type Press, preparePress } from './press.ts'
import { settle } from './settle.ts'
import { stylesOf } from './styles.ts'

export interface PrintOptions {
  signal?: AbortSignal
  onProgress?: (done: number, total: number) => void
}

/** Distances of header and footer from the paper's edge, as Chinese Word has them. */
const headerDistance = points(15)
const footerDistance = points(17.5)

/** Other work gets its turn, and a raised signal is heard, after so many blocks. */
const blocksAtOnce = 50

export async function printDocx(
  manuscript: Manuscript,
  { signal, onProgress }: PrintOptions,
): Promise<Uint8Array> {
  const { style, cover, contents, title, report } = manuscript
  const stopIfCancelled = (): void => {
    if (signal?.aborted) throw new RecapError('job-cancelled', 'printing was cancelled')
  }
  stopIfCancelled()
  const press = preparePress(manuscript)
  const total = manuscript.body.length
  const body: FileChild[] = []
  let done = 0
  onProgress?.(done, total)
  for (const part of bodyParts(press)) {
    body.push(...part)
    done = Math.min(total, done + 1)
    onProgress?.(done, total)
    if (done % blocksAtOnce === 0) await breathe()
    stopIfCancelled()
  }
  const pages = paginate(boxesOf(manuscript), textHeight(style))
  const front = [
    ...(cover ? coverPage(press) : []),
    ...(contents.length > 0 ? contentsPage(press, pages, cover) : []),
  ]
  const author = oneLine(report.project.facts.name)
  const document = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    styles: stylesOf(style),
    numbering: numberingOf(style),
    theme: themeOf(manuscript),
    sections: [
      ...(front.length > 0 ? [frontSection(front, manuscript)] : []),
      ...(body.length > 0 || front.length === 0 ? [bodySection(body, press)] : []),
    ],
  })
  await breathe()
  stopIfCancelled()
  const file = await Packer.toBuffer(document)
  stopIfCancelled()
  return settle(file, manuscript.language, press.charts)
}

/** Charts take their Chinese typeface from the theme where they name none. */
const themeOf = ({ style }: Manuscript) => {
  const fonts = { latin: style.table.face.latin, eastAsia: style.table.face.eastAsia }
  return { fonts: { headings: fonts, body: fonts } }
}

const pageOf = ({ style }: Manuscript) => ({
  size: { width: twips(points(style.page.width)), height: twips(points(style.page.height)) },
  margin: {
    top: twips(points(style.page.top)),
    bottom: twips(points(style.page.bottom)),
    left: twips(points(style.page.left)),
    right: twips(points(style.page.right)),
    header: twips(headerDistance),
    footer: twips(footerDistance),
  },
})

const frontSection = (children: readonly FileChild[], manuscript: Manuscript): ISectionOptions => ({
  properties: { page: pageOf(manuscript) },
  children,
})

function bodySection(children: readonly FileChild[], press: Press): ISectionOptions {
  const { manuscript } = press
  const { style, language, title } = manuscript
  const head = fitLine(title, { type: style.headerFooter, chinese: language === 'zh-CN' }, textWidth(style))
  return {
    properties: { page: { ...pageOf(manuscript), pageNumbers: { start: 1, formatType: 'decimal' } } },
    headers: {
      default: new Header({
        children: [new Paragraph({ style: 'Header', children: [textRun(head, press)] })],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({ style: 'Footer', children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
        ],
      }),
    },
    children,
  }
}
