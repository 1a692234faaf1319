// What of a report is printed.

import { describe, expect, test } from 'vitest'
import { type Manuscript, prepareManuscript } from '../../../../electron/export/manuscript.ts'
import { layTable } from '../../../../electron/export/table-grid.ts'
import type { Block, BlockOf } from '../../../../shared/model/report.ts'
import {
  blockId,
  contents,
  cover,
  fullReport,
  heading,
  paragraph,
  project,
  reference,
  text,
} from './sample-report.ts'

const prepare = (...blocks: readonly Block[]): Manuscript =>
  prepareManuscript({ ...fullReport('zh-CN'), blocks })
const idsOf = ({ body }: Manuscript): string => body.map(({ id }) => id).join(' ')

describe('a heading', () => {
  test('is left out when nothing under it is printed, and the numbers close up', () => {
    const manuscript = prepare(
      heading('a', 1, '甲'),
      heading('b', 2, '乙'),
      paragraph('p', ''),
      heading('c', 1, '丙'),
      heading('d', 2, '丁'),
      paragraph('q', '文'),
    )
    expect(idsOf(manuscript)).toBe('c d q')
    expect(manuscript.numbers.get(blockId('c'))).toBe('一、')
  })

  test('without words is left out, its text stays', () => {
    expect(idsOf(prepare(heading('a', 1, ' '), paragraph('p', '文')))).toBe('p')
  })
})

test('cover and contents come first wherever they stand, and the text does not hold them', () => {
  const manuscript = prepare(
    paragraph('p', '文'),
    contents,
    heading('h', 2, '题'),
    paragraph('q', '文'),
    cover,
  )
  expect(idsOf(manuscript)).toBe('p h q')
  expect(manuscript.cover).toBe(true)
  expect(manuscript.contents.map(({ id }) => id)).toEqual(['h'])
})

test('a chart without numbers, an empty table, an empty item and a lone reference are nothing to print', () => {
  const manuscript = prepare(
    {
      id: blockId('c'),
      type: 'chart',
      chart: [...fullReport('en').charts.keys()][0] ?? ('x' as never),
      caption: [text('图')],
    },
    {
      id: blockId('t'),
      type: 'table',
      caption: [text('表')],
      headerRows: 0,
      columns: [{ align: 'left', weight: 1 }],
      rows: [[[text(' ')]]],
    },
    {
      id: blockId('l'),
      type: 'list',
      ordered: true,
      items: [
        { level: 0, content: [text('一')] },
        { level: 0, content: [] },
      ],
    },
    paragraph('r', reference('nowhere')),
  )
  expect(manuscript.body).toMatchObject([{ id: 'c' }, { id: 'l', items: [{ content: [{ text: '一' }] }] }])
  const without = prepareManuscript({
    ...fullReport('zh-CN'),
    figures: new Map(),
    blocks: [...fullReport('zh-CN').blocks],
  })
  expect(without.body.some(({ type }) => type === 'chart')).toBe(false)
})

test('a report without a title has its template’s', () => {
  expect(prepareManuscript({ ...fullReport('zh-CN'), project: project('zh-CN', { title: ' ' }) }).title).toBe(
    '实习总结',
  )
})

describe('the columns of a table', () => {
  const table = (weights: readonly number[], ...rows: readonly (readonly string[])[]): BlockOf<'table'> => ({
    id: blockId('t'),
    type: 'table',
    caption: [],
    headerRows: 1,
    columns: weights.map((weight) => ({ align: 'left', weight })),
    rows: rows.map((row) => row.map((cell) => [text(cell)])),
  })
  const lay = (block: BlockOf<'table'>) => layTable(block, prepare(block))

  test('share the width of the text by their weights', () => {
    const { widths } = lay(table([1, 3], ['甲', '乙'], ['1', '2']))
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8311)
    expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(3, 1)
  })

  test('make room for a cell that would not stand on one line', () => {
    const { heights } = lay(table([1, 9], ['指标', '说明'], ['人均使用时长（分钟）', '好']))
    expect(heights[1]).toBeLessThan(30)
  })

  test('put the unit of a narrow head on a line of its own', () => {
    const head = [
      '渠道名称',
      '注册（人）',
      '注册占比',
      '成本（万元）',
      '获客成本（元/人）',
      '点击率',
      '注册转化率',
    ]
    const { rows } = lay(
      table(
        [1, 1, 1, 1, 1, 1, 1],
        head,
        head.map(() => '1'),
      ),
    )
    expect(rows[0]?.[4]).toEqual([text('获客成本\n（元/人）')])
  })

  test('let a long sentence wrap before numbers do', () => {
    const { heights } = lay(
      table([1, 1, 1], ['渠道', '注册', '说明'], ['微信社群', '58,123人', '说明文字'.repeat(30)]),
    )
    const { heights: narrow } = lay(
      table([8, 1, 1], ['渠道', '注册', '说明'], ['微信社群', '58,123人', '好']),
    )
    expect(heights[1]).toBeGreaterThan(60)
    expect(narrow[1]).toBeLessThan(30)
  })
})
