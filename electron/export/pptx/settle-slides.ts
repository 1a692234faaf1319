// The last touch on a finished deck: our charts in the places that the package left for them, relations that do not begin
// at the root, a number of its own for every shape, no mention of parts that are not there, and no entries for folders,
// which some programs take for parts.

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type ChartPart, chartRelations } from '../chart/chart-part.ts'

/** As Office writes it: the package says nothing about when. */
const noTime = new Date(1980, 0, 1)

/** @param charts in the order of the slides, as pptxgenjs numbers them */
export function settleSlides(file: Uint8Array, charts: readonly ChartPart[]): Uint8Array {
  const parts = Object.fromEntries(Object.entries(unzipSync(file)).filter(([path]) => !path.endsWith('/')))
  const change = (path: string, by: (xml: string) => string): void => {
    const bytes = parts[path]
    if (bytes) parts[path] = strToU8(by(strFromU8(bytes)))
  }
  for (const path of Object.keys(parts)) {
    if (path.startsWith('ppt/slides/_rels/'))
      change(path, (xml) => xml.replaceAll('Target="/ppt/', 'Target="../'))
    if (/^ppt\/slides\/[^/]+\.xml$/.test(path)) change(path, withOwnNumbers)
  }
  // pptxgenjs counts charts on from one file to the next.
  const given = Object.keys(parts)
    .flatMap((path) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(path)?.[1] ?? [])
    .toSorted((left, right) => Number(left) - Number(right))
  const renumber = (xml: string): string =>
    xml.replace(/(?<=charts\/chart)\d+(?=\.xml)/g, (number) => String(given.indexOf(number) + 1))
  for (const number of given) {
    delete parts[`ppt/charts/chart${number}.xml`]
    delete parts[`ppt/charts/_rels/chart${number}.xml.rels`]
    delete parts[`ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`]
  }
  for (const path of Object.keys(parts)) if (path.endsWith('.rels')) change(path, renumber)
  charts.forEach(({ chart, workbook }, index) => {
    const workbookName = `Microsoft_Excel_Worksheet${index + 1}.xlsx`
    parts[`ppt/charts/chart${index + 1}.xml`] = strToU8(chart)
    parts[`ppt/charts/_rels/chart${index + 1}.xml.rels`] = strToU8(chartRelations(workbookName))
    parts[`ppt/embeddings/${workbookName}`] = workbook
  })
  change('[Content_Types].xml', (xml) =>
    renumber(xml).replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (override, path: string) =>
      path in parts ? override : '',
    ),
  )
  change('ppt/presentation.xml', inOrder)
  return zipSync(parts, { mtime: noTime })
}

/** The master of notes stands before the slides (ECMA-376 Part 1, 19.2.1.26). */
const inOrder = (xml: string): string =>
  xml.replace(/(<p:sldIdLst>.*?<\/p:sldIdLst>)(<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>)/s, '$2$1')

/** pptxgenjs numbers tables apart from other shapes. The group of all shapes is 1. */
function withOwnNumbers(xml: string): string {
  let last = 0
  return xml.replace(/(<p:cNvPr id=")\d+"/g, (_, start: string) => `${start}${++last}"`)
}
