// The last touch on the finished package, for what the docx package leaves no other way to set. It puts our parts of
// charts where the package left places for them, gives relations ids by order instead of by chance, and notes the
// language. It changes no word and no number. After it the same report gives the same bytes, but for the time of writing
// in docProps/core.xml.

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Language } from '../../../shared/model/language.ts'
import { type ChartPart, chartRelations } from '../chart/chart-part.ts'

/** As Office writes it: the package says nothing about when. */
const noTime = new Date(1980, 0, 1)

/** @param charts in the order of the document, as docx numbers them */
export function settle(file: Uint8Array, language: Language, charts: readonly ChartPart[]): Uint8Array {
  const parts = unzipSync(file)
  const change = (path: string, by: (xml: string) => string): void => {
    const bytes = parts[path]
    if (bytes) parts[path] = strToU8(by(strFromU8(bytes)))
  }
  change('docProps/core.xml', (xml) =>
    xml.replace('</cp:coreProperties>', `<dc:language>${language}</dc:language></cp:coreProperties>`),
  )
  for (const path of Object.keys(parts)) {
    const rels = /^(.*\/)_rels\/([^/]+)\.rels$/.exec(path)
    if (!rels) continue
    const names = namesByOrder(strFromU8(parts[path] ?? new Uint8Array()))
    if (names.size === 0) continue
    const rename = (xml: string): string =>
      xml.replace(/(?<=\b(?:r:)?id=")[^"]+(?=")/gi, (id) => names.get(id) ?? id)
    change(path, rename)
    change(`${rels[1]}${rels[2]}`, rename)
  }
  charts.forEach(({ chart, workbook }, index) => {
    const workbookName = `Microsoft_Excel_Worksheet${index + 1}.xlsx`
    parts[`word/charts/chart${index + 1}.xml`] = strToU8(chart)
    parts[`word/charts/_rels/chart${index + 1}.xml.rels`] = strToU8(chartRelations(workbookName))
    parts[`word/embeddings/${workbookName}`] = workbook
  })
  return zipSync(parts, { mtime: noTime })
}

/** docx names such relations `rId` and 21 characters at random. */
function namesByOrder(rels: string): Map<string, string> {
  const random = [...rels.matchAll(/\bId="(rId[\w-]{21})"/g)].map((match) => match[1] ?? '')
  return new Map(random.map((id, index) => [id, `rIdPart${index + 1}`]))
}
