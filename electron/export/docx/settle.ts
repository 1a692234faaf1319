// The last touch on the finished package, for what the docx package leaves no other way to set. It gives the parts of
// charts ids by order instead of by chance, names the Chinese typeface inside charts, draws the line at 100 % of an
// attainment chart, and notes the language. It changes no word and no number. After it the same report gives the same
// bytes, but for the time of writing in docProps/core.xml and in the embedded workbooks.

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** As Office writes it: the package says nothing about when. */
const noTime = new Date(1980, 0, 1)

interface Settling {
  language: string
  /** The typeface of Chinese characters in charts. */
  eastAsia: string
  /** Which charts, counted from 1, are read against 100 %, and the colour of that line. */
  references: { charts: ReadonlySet<number>; colour: string }
}

export function settle(file: Uint8Array, settling: Settling): Uint8Array {
  const parts = unzipSync(file)
  const change = (path: string, by: (xml: string) => string): void => {
    const bytes = parts[path]
    if (bytes) parts[path] = strToU8(by(strFromU8(bytes)))
  }
  change('docProps/core.xml', (xml) =>
    xml.replace(
      '</cp:coreProperties>',
      `<dc:language>${settling.language}</dc:language></cp:coreProperties>`,
    ),
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
  for (const path of Object.keys(parts)) {
    const chart = /^word\/charts\/chart(\d+)\.xml$/.exec(path)
    if (chart) change(path, (xml) => settleChart(xml, settling, Number(chart[1])))
  }
  return zipSync(parts, { mtime: noTime })
}

/** docx names such relations `rId` and 21 characters at random. */
function namesByOrder(rels: string): Map<string, string> {
  const random = [...rels.matchAll(/\bId="(rId[\w-]{21})"/g)].map((match) => match[1] ?? '')
  return new Map(random.map((id, index) => [id, `rIdPart${index + 1}`]))
}

function settleChart(xml: string, { eastAsia, references }: Settling, chart: number): string {
  const named = xml.replaceAll('<a:ea typeface="+mn-ea"/>', `<a:ea typeface="${eastAsia}"/>`)
  if (!references.charts.has(chart)) return named
  // Words beside a bar stay on one line; the axis of such a chart has gridlines at 100 % and its multiples only.
  const labelled = named.replace(/(?<=<c:dLbl>)(?:(?!<\/c:dLbl>).)*/gs, (label) =>
    label.replaceAll(' wrap="square"', ' wrap="none"'),
  )
  return labelled.replace(
    /<c:majorGridlines>.*?<\/c:majorGridlines>/,
    `<c:majorGridlines><c:spPr><a:ln w="15875"><a:solidFill><a:srgbClr val="${references.colour}"/></a:solidFill><a:prstDash val="dash"/></a:ln></c:spPr></c:majorGridlines>`,
  )
}
