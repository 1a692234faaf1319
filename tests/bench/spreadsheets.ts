// Large spreadsheets for the benches, made once and kept under out/: the same bytes for the same number of rows, in the
// shape that Excel writes. Streams: a workbook of a million rows is never whole in memory.

import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Zip, ZipDeflate } from 'fflate'
import { root } from '../../scripts/tools.ts'

/** Made files and what runs leave behind while they last. */
export const benchFolder = join(root, 'out/bench/import')

/** A new name when what is made changes. */
const version = 1

const pieceLength = 1 << 20
const channels = ['抖音', '小红书', '微信朋友圈', '哔哩哔哩', '知乎', '微博', '百度搜索', '应用商店']
const regions = ['华东', '华南', '华北', '西南', '东北', '华中']
const names = [
  '日期',
  '渠道',
  '地区',
  '曝光量',
  '点击量',
  '点击率',
  '花费（元）',
  '注册人数',
  '订单编号',
  '备注',
]

interface DailyRow {
  /** Days since 1 January 2024. */
  day: number
  channel: string
  region: string
  impressions: number
  clicks: number
  cost: number
  signUps: number
  order: string
  note: string
}

function dailyRow(index: number): DailyRow {
  const impressions = 1000 + ((index * 7919) % 99_000)
  return {
    day: index % 730,
    channel: channels[index % channels.length] ?? '',
    region: regions[(index * 5) % regions.length] ?? '',
    impressions,
    clicks: (index * 31) % impressions,
    cost: ((index * 37) % 100_000) / 100,
    signUps: index % 500,
    // Beyond the digits a number keeps.
    order: `20240${10_000_000_000 + index}`,
    note: `第${index % 97}批,A${index % 13}`,
  }
}

/** Separated text: 88 MB for a million rows. Gives its path. */
export function dailyCsv(rows: number): string {
  return made(`daily-${rows}.csv`, (write) => {
    let text = `${names.join(',')}\n`
    for (let index = 0; index < rows; index += 1) {
      const { day, channel, region, impressions, clicks, cost, signUps, order, note } = dailyRow(index)
      const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)
      const rate = `${((clicks / impressions) * 100).toFixed(2)}%`
      text += `${date},${channel},${region},${impressions},${clicks},${rate},${cost.toFixed(2)},${signUps},${order},"${note}"\n`
      if (text.length < pieceLength) continue
      write(Buffer.from(text))
      text = ''
    }
    write(Buffer.from(text))
  })
}

/** A workbook with shared strings and styles: 41 MB of sheet XML for 100,000 rows. Gives its path. */
export function dailyXlsx(rows: number): string {
  return made(`daily-${rows}.xlsx`, (write) => {
    const zip = new Zip((error, bytes) => {
      if (error) throw error
      write(bytes)
    })
    const strings = new Map<string, number>()
    let references = 0
    const reference = (text: string): number => {
      const known = strings.get(text) ?? strings.size
      strings.set(text, known)
      references += 1
      return known
    }
    for (const [name, text] of Object.entries(parts)) addPart(zip, name, [text])
    addPart(zip, 'xl/worksheets/sheet1.xml', sheetXml(rows, reference))
    addPart(
      zip,
      'xl/sharedStrings.xml',
      stringsXml(strings, () => references),
    )
    zip.end()
  })
}

function addPart(zip: Zip, name: string, pieces: Iterable<string>): void {
  const part = new ZipDeflate(name, { level: 6 })
  // Zip has no other way to tell when than the clock, and the same rows are to give the same bytes.
  part.mtime = new Date(2024, 0, 1)
  zip.add(part)
  for (const piece of pieces) part.push(Buffer.from(piece))
  part.push(new Uint8Array(0), true)
}

const spreadsheetml = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
/** 1 January 2024 as Excel counts days. */
const firstDay = 45_292

function* sheetXml(rows: number, reference: (text: string) => number): Generator<string> {
  const text = (at: string, shown: string): string => `<c r="${at}" t="s"><v>${reference(shown)}</v></c>`
  let xml = `${declaration}<worksheet xmlns="${spreadsheetml}" xmlns:r="${relationships}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><dimension ref="A1:J${rows + 1}"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="14.25" x14ac:dyDescent="0.2"/><cols><col min="1" max="1" width="11.125" style="1" bestFit="1" customWidth="1"/></cols><sheetData>`
  xml += `<row r="1" spans="1:10" x14ac:dyDescent="0.2">${names.map((name, index) => text(`${'ABCDEFGHIJ'[index] ?? ''}1`, name)).join('')}</row>`
  for (let index = 0; index < rows; index += 1) {
    const at = index + 2
    const { day, channel, region, impressions, clicks, cost, signUps, order, note } = dailyRow(index)
    xml += `<row r="${at}" spans="1:10" x14ac:dyDescent="0.2"><c r="A${at}" s="1"><v>${firstDay + day}</v></c>${text(`B${at}`, channel)}${text(`C${at}`, region)}<c r="D${at}"><v>${impressions}</v></c><c r="E${at}"><v>${clicks}</v></c><c r="F${at}" s="2"><v>${clicks / impressions}</v></c><c r="G${at}" s="3"><v>${cost}</v></c><c r="H${at}"><v>${signUps}</v></c>${text(`I${at}`, order)}${text(`J${at}`, note)}</row>`
    if (xml.length < pieceLength) continue
    yield xml
    xml = ''
  }
  yield `${xml}</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`
}

/** @param references cells that have a string, known once the sheet is written */
function* stringsXml(strings: ReadonlyMap<string, number>, references: () => number): Generator<string> {
  let xml = `${declaration}<sst xmlns="${spreadsheetml}" count="${references()}" uniqueCount="${strings.size}">`
  for (const text of strings.keys()) {
    // Excel in Chinese adds this to what is no plain ASCII.
    const phonetic = /^[ -~]*$/.test(text) ? '' : '<phoneticPr fontId="1" type="noConversion"/>'
    xml += `<si><t>${text}</t>${phonetic}</si>`
    if (xml.length < pieceLength) continue
    yield xml
    xml = ''
  }
  yield `${xml}</sst>`
}

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
  '_rels/.rels': `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${declaration}<workbook xmlns="${spreadsheetml}" xmlns:r="${relationships}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12300"/></bookViews><sheets><sheet name="日报" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relationships}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/styles.xml': `${declaration}<styleSheet xmlns="${spreadsheetml}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy\\-mm\\-dd;@"/></numFmts><fonts count="2"><font><sz val="11"/><name val="等线"/><family val="2"/><scheme val="minor"/></font><font><sz val="9"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
}

/** Writes a file unless it is there; under another name until it is whole. */
function made(name: string, make: (write: (bytes: Uint8Array) => void) => void): string {
  mkdirSync(benchFolder, { recursive: true })
  const path = join(benchFolder, `v${version}-${name}`)
  if (existsSync(path)) return path
  process.stderr.write(`Recap: making ${name} (once)…\n`)
  const file = openSync(`${path}.part`, 'w')
  try {
    make((bytes) => void writeSync(file, bytes))
  } finally {
    closeSync(file)
  }
  renameSync(`${path}.part`, path)
  return path
}
