// Plots as a PowerPoint file, one a slide: native charts with their sheets, heat as a table, cards as shapes, all of it
// editable. pptxgenjs makes slides and places for charts; our own parts take the place of its charts at the end, since
// its charts name an axis that does not exist, which PowerPoint offers to repair.

import pptxgen from 'pptxgenjs'
import { chartHeight } from '../../../shared/charts/index.ts'
import type { Plot } from '../../../shared/model/chart.ts'
import type { Typeface } from '../../../shared/model/house-style.ts'
import type { Language } from '../../../shared/model/language.ts'
import { documentWords } from '../../../shared/text/document.ts'
import { unitAt } from '../chart/bars.ts'
import { type ChartPart, type ChartPlot, chartPart, isChart } from '../chart/chart-part.ts'
import { cardRows, cardsOf, type HeatTable, heatTablesOf } from '../chart/plot-table.ts'
import { inks, type Setting } from '../chart/setting.ts'
import { oneLine } from '../clean-text.ts'
import { settleSlides } from './settle-slides.ts'

export interface ChartSlide {
  title: string
  plot: Plot
  language: Language
}

/** The package is a module whose typings are those of a script: what they call its default may be the module itself. */
type Imported = typeof pptxgen
const Deck = pptxgen as unknown as Imported extends { default: infer Class } ? Class : Imported
type Deck = InstanceType<typeof Deck>
type Slide = ReturnType<Deck['addSlide']>

/** Faces that every Office has; no free ones are assumed. */
const faces: Readonly<Record<Language, Typeface>> = {
  'zh-CN': { eastAsia: '微软雅黑', latin: 'Arial' },
  en: { eastAsia: '微软雅黑', latin: 'Arial' },
}

/** Inches, the unit of pptxgenjs, on a slide of 13.33 by 7.5. */
const body = { x: 0.6, y: 1.35, w: 12.13, h: 5.65 } as const
const heading = { x: 0.6, y: 0.4, w: 12.13, h: 0.8 } as const
const pointsPerInch = 72
const fontSize = 14
const layout = 'chart'
const rule = { type: 'solid', pt: 0.75, color: inks.rule } as const
const none = { type: 'none' } as const

/** The bytes of the file. The same slides give the same bytes, but for the time of writing in docProps/core.xml. */
export async function printSlides(slides: readonly ChartSlide[]): Promise<Uint8Array> {
  const deck = new Deck()
  deck.layout = 'LAYOUT_WIDE'
  deck.author = ''
  deck.company = ''
  deck.title = oneLine(slides[0]?.title ?? '')
  deck.defineSlideMaster({
    title: layout,
    objects: [{ placeholder: { options: { name: 'title', type: 'title', ...heading }, text: '' } }],
  })
  const charts: ChartPart[] = []
  for (const { title, plot, language } of slides) {
    // What the slide says above need not stand above the chart again.
    const shown = oneLine(plot.title) === oneLine(title) ? { ...plot, title: '' } : plot
    if (plot.kind === 'heat') {
      const tables = heatPages(plot)
      tables.forEach((table, index) => {
        const part = tables.length > 1 ? ` (${index + 1}/${tables.length})` : ''
        addHeat(addSlide(deck, `${title}${part}`, language), table, shown, language)
      })
    } else if (plot.kind === 'cards') addCards(deck, addSlide(deck, title, language), shown, language)
    else if (isChart(shown)) charts.push(addChart(deck, addSlide(deck, title, language), shown, language))
  }
  const file = await deck.write({ outputType: 'uint8array', compression: false })
  if (!(file instanceof Uint8Array)) throw new TypeError('pptxgenjs gave no bytes')
  return settleSlides(file, charts)
}

const typeIn = (face: Typeface, language: Language) => ({
  fontFace: language === 'zh-CN' ? face.eastAsia : face.latin,
  lang: language === 'zh-CN' ? 'zh-CN' : 'en-GB',
})

function addSlide(deck: Deck, title: string, language: Language): Slide {
  const slide = deck.addSlide({ masterName: layout })
  slide.addText(oneLine(title), {
    placeholder: 'title',
    ...heading,
    fontSize: 26,
    bold: true,
    align: 'left',
    valign: 'middle',
    margin: 0,
    color: inks.text,
    fit: 'shrink',
    ...typeIn(faces[language], language),
  })
  return slide
}

function addChart(deck: Deck, slide: Slide, plot: ChartPlot, language: Language): ChartPart {
  const width = body.w * pointsPerInch
  const height = Math.min(body.h * pointsPerInch, chartHeight(plot, width, fontSize))
  const setting: Setting = { language, width, height, fontSize, face: faces[language] }
  slide.addChart(deck.ChartType.bar, [{ name: '—', labels: ['—'], values: [0] }], {
    x: body.x,
    y: body.y,
    w: body.w,
    h: height / pointsPerInch,
    altText: oneLine(plot.alt),
  })
  return chartPart(plot, setting)
}

/** Rows of a table that stand below one another on a slide. */
const mostRows = 14

/** A table a slide. */
const heatPages = (plot: Plot): HeatTable[] =>
  heatTablesOf(plot).flatMap(({ head, rows }) =>
    Array.from({ length: Math.ceil(rows.length / mostRows) }, (_, page) => ({
      head,
      rows: rows.slice(page * mostRows, (page + 1) * mostRows),
    })),
  )

const lead = { ...body, h: 0.4 } as const

/** What the chart says above itself; gives where the rest begins. */
function addLead(slide: Slide, title: string, language: Language): number {
  if (title === '') return body.y
  slide.addText(oneLine(title), {
    ...lead,
    ...typeIn(faces[language], language),
    fontSize,
    bold: true,
    align: 'center',
    valign: 'middle',
    margin: 0,
    color: inks.text,
    fit: 'shrink',
  })
  return lead.y + lead.h + 0.1
}

function addHeat(slide: Slide, { head, rows }: HeatTable, plot: Plot, language: Language): void {
  const y = addLead(slide, plot.title, language)
  const unit = unitAt(plot.axis)
  const type = { ...typeIn(faces[language], language), fontSize: Math.min(fontSize, 150 / (head.length + 1)) }
  const border = [none, none, rule, none] as [typeof none, typeof none, typeof rule, typeof none]
  const cell = (text: string, more: object = {}) => ({
    text: oneLine(text),
    options: {
      ...type,
      align: 'center' as const,
      valign: 'middle' as const,
      color: inks.text,
      border,
      ...more,
    },
  })
  slide.addTable(
    [
      [
        cell(unit === '' ? '' : documentWords[language].unit(unit), { align: 'left', color: inks.muted }),
        ...head.map((name) => cell(name, { bold: true })),
      ],
      ...rows.map(({ name, cells }) => [
        cell(name, { align: 'left' }),
        ...cells.map(({ text, fill, ink }) =>
          cell(text, fill === undefined ? {} : { fill: { color: fill }, color: ink }),
        ),
      ]),
    ],
    {
      x: body.x,
      y,
      w: body.w,
      h: Math.min(body.y + body.h - y, 0.45 * (rows.length + 1)),
      margin: 0.04,
    },
  )
}

/** Between cards, and inside them. */
const between = 0.2
const inside = 0.2
const cardHeight = 1.75

function addCards(deck: Deck, slide: Slide, plot: Plot, language: Language): void {
  const lines = cardRows(cardsOf(plot), body.w * pointsPerInch, fontSize)
  const beside = Math.max(1, ...lines.map(({ length }) => length))
  const w = (body.w - between * (beside - 1)) / beside
  const start = addLead(slide, plot.title, language)
  const room = body.y + body.h - start
  const h = Math.min(cardHeight, (room - between * (lines.length - 1)) / Math.max(1, lines.length))
  const type = { ...typeIn(faces[language], language), align: 'left' as const, margin: 0 }
  lines.forEach((cards, line) =>
    cards.forEach((card, place) => {
      const x = body.x + place * (w + between)
      const y = start + line * (h + between)
      slide.addShape(deck.ShapeType.rect, {
        x,
        y,
        w,
        h,
        fill: { color: inks.ground },
        line: { color: inks.rule, width: 0.75 },
      })
      slide.addShape(deck.ShapeType.rect, {
        x,
        y,
        w: 0.06,
        h,
        fill: { color: card.colour ?? inks.rule },
        line: { color: card.colour ?? inks.rule, width: 0 },
      })
      const text = (words: string, top: number, height: number, look: object): void => {
        if (words === '') return
        slide.addText(words, {
          ...type,
          x: x + inside,
          y: y + top * h,
          w: w - 2 * inside,
          h: height * h,
          fit: 'shrink',
          ...look,
        })
      }
      text(card.name, 0.08, 0.24, { fontSize, color: inks.muted, valign: 'middle' })
      text(card.value, 0.32, 0.32, { fontSize: 24, bold: true, color: inks.text, valign: 'middle' })
      text(card.note, 0.66, 0.28, { fontSize: 12, color: inks.muted, valign: 'top' })
    }),
  )
}
