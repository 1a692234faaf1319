// What the Word file promises to whoever opens it, read from its parts.

import { beforeAll, describe, expect, test } from 'vitest'
import { printReport } from '../../../../electron/export/index.ts'
import type { Language } from '../../../../shared/model/language.ts'
import type { PrintableReport } from '../../../../shared/model/report.ts'
import { listParts, readContents, readParagraphs, readPart, wordsOf } from '../../../support/docx.ts'
import { findSchemaErrors, hasSchemas } from '../../../support/schema.ts'
import { blockId, contents, cover, fullReport, heading, mention, paragraph, text } from './sample-report.ts'

const printed: Record<Language, Uint8Array> = { 'zh-CN': new Uint8Array(), en: new Uint8Array() }
const document: Record<Language, string> = { 'zh-CN': '', en: '' }
const languages = ['zh-CN', 'en'] as const

beforeAll(async () => {
  for (const language of languages) {
    printed[language] = await printReport(fullReport(language), 'docx')
    document[language] = readPart(printed[language], 'word/document.xml')
  }
})

const print = (report: PrintableReport): Promise<Uint8Array> => printReport(report, 'docx')
const headings = (file: Uint8Array): string[] =>
  readParagraphs(file)
    .filter(({ style }) => style.startsWith('Heading'))
    .map(({ words }) => words)

test.runIf(hasSchemas)('is valid by the published schemas, workbooks of charts included', () => {
  expect(findSchemaErrors({ 'zh.docx': printed['zh-CN'], 'en.docx': printed.en })).toEqual([])
})

describe('figures', () => {
  test('stand in content controls that name the figure', () => {
    const controls = [
      ...document['zh-CN'].matchAll(
        /<w:sdt><w:sdtPr><w:alias w:val="([^"]*)"\/><w:tag w:val="([^"]*)"\/>.*?<w:sdtContent>(.*?)<\/w:sdtContent>/gs,
      ),
    ].map(([, name, id, content = '']) => [name, id, wordsOf(content)])
    expect(controls.slice(0, 3)).toEqual([
      ['累计注册', 'signups', '5.8万人'],
      ['累计注册', 'signups', '124.0%'],
      ['整体点击率', 'ctr', '4.8%'],
    ])
    expect(controls).toHaveLength(3 + 4 * 10)
  })

  test('have controls, bookmarks and drawings without a number twice', () => {
    for (const pattern of [
      /<w:sdtPr>.*?<w:id w:val="(\d+)"/gs,
      /<w:bookmarkStart w:id="(\d+)"/g,
      /<wp:docPr id="(\d+)"/g,
    ]) {
      const ids = [...document['zh-CN'].matchAll(pattern)].map((match) => match[1])
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})

describe('contents', () => {
  test('list the headings of two levels with numbers and pages already there', () => {
    expect(readContents(printed['zh-CN']).map(({ title, page }) => `${title} ${page}`)).toEqual([
      '一、实习基本情况 1',
      '二、工作内容与职责 1',
      '（一）渠道投放 1',
      '（二）社群运营 1',
      '三、数据成果 2',
      '（一）目标达成情况 2',
      '（二）渠道表现 3',
      '（三）变化趋势 5',
      '四、收获与体会 5',
      '五、不足与改进 6',
    ])
    expect(readContents(printed.en)[3]?.title).toBe('2.2Communities')
  })

  test('are a field that nothing marks as out of date', () => {
    for (const language of languages) {
      expect(document[language]).toContain(
        '> TOC \\o "1-2" \\h \\z \\u </w:instrText>'.replaceAll('"', '&quot;'),
      )
      expect(document[language]).not.toMatch(/w:dirty/)
      expect(readPart(printed[language], 'word/settings.xml')).not.toContain('updateFields')
      const begun = document[language].match(/w:fldCharType="begin"/g)?.length
      expect(document[language].match(/w:fldCharType="end"/g)?.length).toBe(begun)
      expect(document[language].match(/w:fldCharType="separate"/g)?.length).toBe(begun)
    }
  })

  test('point at bookmarks round the headings', () => {
    for (const { target } of readContents(printed['zh-CN'])) {
      expect(document['zh-CN']).toMatch(new RegExp(`<w:bookmarkStart w:id="\\d+" w:name="${target}"/>`))
      expect(document['zh-CN']).toContain(`PAGEREF ${target} \\h`)
    }
  })

  test('are left out with their page when there is no heading', async () => {
    const file = await print({ ...fullReport('zh-CN'), blocks: [cover, contents, paragraph('p', '正文')] })
    expect(readPart(file, 'word/document.xml')).not.toContain('目录')
  })
})

describe('numbers', () => {
  test('of headings are counted by Word in the house style’s manner', () => {
    const chinese = readPart(printed['zh-CN'], 'word/numbering.xml')
    const level = (format: string, style: string, rest: string): string =>
      `<w:numFmt w:val="${format}"/><w:pStyle w:val="${style}"/>${rest}`
    expect(chinese).toContain(
      level('chineseCounting', 'Heading1', '<w:suff w:val="nothing"/><w:lvlText w:val="%1、"/>'),
    )
    expect(chinese).toContain(
      level('chineseCounting', 'Heading2', '<w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/>'),
    )
    expect(chinese).toContain(level('decimal', 'Heading3', '<w:suff w:val="space"/><w:lvlText w:val="%3."/>'))
    expect(chinese).toContain(
      level('decimal', 'Heading4', '<w:suff w:val="nothing"/><w:lvlText w:val="（%4）"/>'),
    )
    const english = readPart(printed.en, 'word/numbering.xml')
    expect(english).toContain(
      level('decimal', 'Heading3', '<w:suff w:val="tab"/><w:lvlText w:val="%1.%2.%3"/>'),
    )
    expect(headings(printed['zh-CN'])[0]).toBe('实习基本情况')
  })

  test('of tables and charts are fields with their number, inside the bookmark that references name', () => {
    const captions = readParagraphs(printed['zh-CN']).filter(({ style }) => style === 'Caption')
    expect(captions.map(({ words }) => words).slice(0, 3)).toEqual([
      '表1　各项目标达成情况',
      '图1　各项目标达成率',
      '图2　各渠道注册与首单',
    ])
    expect(captions[0]?.xml).toMatch(
      /<w:bookmarkStart [^>]*w:name="(_Ref\d+)"\/>.*表.* SEQ 表 \\\* ARABIC .*>1<.*<w:bookmarkEnd/s,
    )
    expect(captions[0]?.xml).toContain('<w:keepNext/>')
    const english = readParagraphs(printed.en).filter(({ style }) => style === 'Caption')
    expect(english[0]?.words).toBe('Table 1. Goals and results')
    expect(english[1]?.xml).toContain(' SEQ Figure \\* ARABIC ')
  })

  test('are followed by references that show them', () => {
    const [sentence] = readParagraphs(printed['zh-CN']).filter(({ words }) => words.includes('详见'))
    expect(sentence?.words).toContain('详见表1与图1。')
    const target = /REF (_Ref\d+) \\h /.exec(sentence?.xml ?? '')?.[1] ?? 'none'
    expect(document['zh-CN']).toContain(`w:name="${target}"`)
  })

  test('of a list begin anew in the next list', async () => {
    const list = (id: string) => ({
      id: blockId(id),
      type: 'list' as const,
      ordered: true,
      items: [{ level: 0, content: [text('一件事')] }],
    })
    const file = await print({ ...fullReport('zh-CN'), blocks: [list('a'), paragraph('p', '又'), list('b')] })
    const [first, second] = readParagraphs(file).flatMap(
      ({ xml }) => /<w:numId w:val="(\d+)"/.exec(xml)?.[1] ?? [],
    )
    expect(first).not.toBe(second)
    const numbering = readPart(file, 'word/numbering.xml')
    expect(numbering).toMatch(new RegExp(`<w:num w:numId="${second}".*?<w:startOverride w:val="1"/>`, 's'))
  })
})

describe('what is not written yet', () => {
  test('is not printed: prompts, and headings without anything under them', () => {
    expect(headings(printed['zh-CN'])).toEqual([
      '实习基本情况',
      '工作内容与职责',
      '渠道投放',
      '社群运营',
      '数据成果',
      '目标达成情况',
      '渠道表现',
      '渠道构成',
      '变化趋势',
      '收获与体会',
      '专业能力',
      '数据口径',
      '不足与改进',
    ])
    expect(document['zh-CN']).not.toContain('写一写公司和岗位')
  })

  test('of the cover stays a ruled line', () => {
    const rows = document['zh-CN'].split('<w:tbl>')[1]?.split('<w:tr>') ?? []
    const mentor = rows.find((row) => row.includes('实习导师')) ?? ''
    expect(wordsOf(mentor)).toBe('实习导师：')
    expect(mentor).toContain('<w:bottom w:val="single"')
  })
})

describe('pages', () => {
  test('of cover and contents have neither head nor number; the text starts at 1', () => {
    const [front = '', body = '', ...more] = [
      ...document['zh-CN'].matchAll(/<w:sectPr>.*?<\/w:sectPr>/gs),
    ].map(([xml]) => xml)
    expect(more).toEqual([])
    expect(front).not.toContain('Reference')
    expect(body).toContain('<w:pgNumType w:start="1" w:fmt="decimal"/>')
    expect(body).toContain('<w:headerReference')
    expect(wordsOf(readPart(printed['zh-CN'], 'word/header1.xml'))).toBe('用户运营实习总结')
    expect(readPart(printed['zh-CN'], 'word/footer1.xml')).toContain('PAGE')
  })

  test('break where the report says so, before a heading rather than after it', async () => {
    const file = await print({
      ...fullReport('zh-CN'),
      blocks: [
        { id: blockId('x'), type: 'page-break' },
        heading('a', 1, '甲'),
        paragraph('p', '文'),
        heading('b', 1, '乙'),
        { id: blockId('y'), type: 'page-break' },
        { id: blockId('z'), type: 'page-break' },
        paragraph('q', '文'),
        { id: blockId('w'), type: 'page-break' },
      ],
    })
    expect(
      readParagraphs(file).map(({ words, xml }) => words + (xml.includes('<w:pageBreakBefore/>') ? '*' : '')),
    ).toEqual(['甲', '文', '乙*', '文'])
  })
})

describe('type', () => {
  test('is set for Chinese and Latin characters in every style, with an indent of two characters', () => {
    const styles = readPart(printed['zh-CN'], 'word/styles.xml')
    const body = /<w:style [^>]*w:styleId="BodyText">.*?<\/w:style>/s.exec(styles)?.[0] ?? ''
    expect(body).toContain('w:firstLine="480"')
    expect(body).toContain('w:firstLineChars="200"')
    expect(body).toContain('w:line="400" w:lineRule="exact"')
    expect(body).toContain('<w:jc w:val="both"/>')
    for (const id of [
      'Normal',
      'BodyText',
      'Heading1',
      'Heading4',
      'Caption',
      'TableText',
      'TOC1',
      'Title',
      'Header',
    ]) {
      const style =
        new RegExp(`<w:style [^>]*w:styleId="${id}"[^>]*>.*?</w:style>`, 's').exec(styles)?.[0] ?? ''
      expect(style).toMatch(
        /<w:rFonts w:ascii="[^"]+" w:cs="[^"]+" w:eastAsia="(宋体|黑体)" w:hAnsi="[^"]+"\/>/,
      )
      expect(style).toMatch(/<w:lang [^>]*w:eastAsia="zh-CN"/)
    }
    expect(styles).toMatch(/w:styleId="Heading2">.*?<w:keepNext\/>.*?<w:outlineLvl w:val="1"\/>/s)
  })

  test('takes Chinese quotes from the Chinese face', () => {
    const [run] = /<w:r>(?:(?!<\/w:r>).)*“拉新(?:(?!<\/w:r>).)*<\/w:r>/s.exec(document['zh-CN']) ?? []
    expect(run).toContain('<w:rFonts w:hint="eastAsia"/>')
    expect(document.en).not.toContain('w:hint')
  })
})

test('a table repeats its header and parts no row', () => {
  const table = document['zh-CN'].split('<w:tbl>').find((xml) => wordsOf(xml).startsWith('指标')) ?? ''
  expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(11)
  const grid = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]))
  expect(grid.reduce((sum, width) => sum + width, 0)).toBe(
    Number(/<w:tblW w:type="dxa" w:w="(\d+)"/.exec(table)?.[1]),
  )
})

test('the file says who wrote what in which language, and nothing of the machine', () => {
  const core = readPart(printed['zh-CN'], 'docProps/core.xml')
  expect(core).toContain('<dc:title>用户运营实习总结</dc:title>')
  expect(core).toContain('<dc:creator>李想</dc:creator>')
  expect(core).toContain('<dc:language>zh-CN</dc:language>')
  const all = listParts(printed['zh-CN'])
    .filter((path) => path.endsWith('.xml') || path.endsWith('.rels'))
    .map((path) => readPart(printed['zh-CN'], path))
    .join('\n')
  expect(all).not.toMatch(/file:\/\/|\/home\/|\/root\/|\/Users\/|[A-Z]:\\|TargetMode="External"/)
})

test('the same report gives the same parts, but for the time of writing', async () => {
  const again = await print(fullReport('zh-CN'))
  const timeless = (file: Uint8Array): Record<string, string> =>
    Object.fromEntries(
      listParts(file)
        .filter((path) => !path.endsWith('.xlsx'))
        .map((path) => [path, readPart(file, path).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'now')]),
    )
  expect(timeless(again)).toEqual(timeless(printed['zh-CN']))
})

test('progress counts the blocks, and a raised signal stops the printing', async () => {
  const steps: string[] = []
  await printReport(
    { ...fullReport('zh-CN'), blocks: [paragraph('a', '甲'), paragraph('b', '乙')] },
    'docx',
    {
      onProgress: (done, total) => steps.push(`${done}/${total}`),
    },
  )
  expect(steps).toEqual(['0/2', '1/2', '2/2'])
  const controller = new AbortController()
  const stopped = printReport(fullReport('zh-CN'), 'docx', {
    signal: controller.signal,
    onProgress: (done) => done === 3 && controller.abort(),
  })
  await expect(stopped).rejects.toMatchObject({ code: 'job-cancelled' })
  await expect(
    printReport(fullReport('zh-CN'), 'docx', { signal: AbortSignal.abort() }),
  ).rejects.toMatchObject({
    code: 'job-cancelled',
  })
})

test('a mention of a figure that is gone still prints', async () => {
  const file = await print({
    ...fullReport('zh-CN'),
    blocks: [paragraph('a', '共', mention('nobody'), '人')],
  })
  expect(readParagraphs(file)[0]?.words).toBe('共—人')
})

test('a signature is not parted from its date by the end of a page', async () => {
  const signed = ['林晓雨', '2026年8月31日'].map((words) => ({
    id: blockId(words === '林晓雨' ? 'name' : 'date'),
    type: 'paragraph' as const,
    align: 'right' as const,
    content: [text(words)],
  }))
  const file = await print({ ...fullReport('zh-CN'), blocks: [paragraph('body', '正文'), ...signed] })
  const kept = readParagraphs(file).filter(({ xml }) => xml.includes('<w:keepNext/>'))
  expect(kept.map(({ words }) => words)).toEqual(['林晓雨'])
})
