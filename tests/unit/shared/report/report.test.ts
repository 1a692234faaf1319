import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proposeCharts } from '../../../../shared/charts/index.ts'
import { contentsOf } from '../../../../shared/model/block-contents.ts'
import type { ChartSpec } from '../../../../shared/model/chart.ts'
import type { FigureState } from '../../../../shared/model/goal.ts'
import { houseStyles, styleFor } from '../../../../shared/model/house-style.ts'
import type { Language } from '../../../../shared/model/language.ts'
import { type Facts, noFacts } from '../../../../shared/model/project.ts'
import { Block, type Inline } from '../../../../shared/model/report.ts'
import { composeReport, inlineText, numberReport } from '../../../../shared/report/index.ts'
import { dailyRows } from '../../../../scripts/samples.ts'
import { dailySheet, goalsSheet, statesOf } from '../../../support/sample-sheets.ts'
import { type Sheet, sheetOf } from '../../../support/sheet.ts'

const filled: Facts = {
  ...noFacts,
  name: '林晓雨',
  post: '运营实习生',
  organisation: '青禾科技',
  department: '增长部',
  mentor: '周启明',
  period: '2026年3月至8月',
  date: '2026年8月31日',
}

interface Written {
  blocks: Block[]
  charts: ChartSpec[]
  states: readonly FigureState[]
  /** Text of each block that prints, headings included. */
  texts: string[]
  textOf: (content: readonly Inline[]) => string
}

function write(states: readonly FigureState[], language: Language, facts: Facts = noFacts): Written {
  const charts = proposeCharts(states, [], language)
  const blocks = composeReport({ template: 'internship', language, facts, figures: states, charts })
  const numbers = numberReport(blocks, houseStyles[styleFor(language)])
  const figures = new Map(states.map((state) => [state.id, state]))
  const textOf = (content: readonly Inline[]): string =>
    content.map((inline) => inlineText(inline, { figures, numbers, facts, language })).join('')
  const texts = blocks.flatMap((block) => contentsOf(block).map(textOf)).filter((text) => text !== '')
  return { blocks, charts, states, texts, textOf }
}

const sample = (language: Language): FigureState[] =>
  statesOf([goalsSheet(language), dailySheet(language)], language)
const languages = ['zh-CN', 'en'] as const

describe.each(languages)('a draft from the samples in %s', (language) => {
  const { blocks, texts, states } = write(sample(language), language, filled)

  test('is made of valid blocks with ids of their own, the same every time', () => {
    for (const block of blocks) Block.parse(block)
    const ids = blocks.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(write(sample(language), language, filled).blocks).toEqual(blocks)
  })

  test('has no number in its own words', () => {
    const names = states.flatMap(({ name, part }) => [name, part?.key ?? ''])
    for (const inline of blocks.flatMap(contentsOf).flat()) {
      if (inline.type !== 'text') continue
      const own = names.reduce(
        (text, name) => (name === '' ? text : text.replaceAll(name, '').replaceAll(name.toLowerCase(), '')),
        inline.text,
      )
      // A month is the name of a part: 3月 of 3月注册.
      expect(own.replace(/\d{1,2}月/g, '').replaceAll(/7-day retention/gi, ''), inline.text).not.toMatch(/\d/)
    }
  })

  test('refers to tables and charts that have numbers, and to all of them', () => {
    const numbers = numberReport(blocks, houseStyles[styleFor(language)])
    const referred = blocks
      .flatMap(contentsOf)
      .flat()
      .flatMap((inline) => (inline.type === 'reference' ? [inline.target] : []))
    for (const target of referred)
      expect(numbers.get(target)).toMatch(language === 'en' ? /^(Table|Figure) \d$/ : /^[表图]\d$/)
    const captioned = blocks.filter(
      (block) => (block.type === 'table' || block.type === 'chart') && block.caption.length > 0,
    )
    expect(captioned).toHaveLength(6)
    for (const { id } of captioned) expect(referred).toContain(id)
  })

  test('has at least two charts, and rows as wide as their table', () => {
    expect(blocks.filter(({ type }) => type === 'chart').length).toBeGreaterThanOrEqual(2)
    for (const block of blocks) {
      if (block.type === 'table')
        expect(new Set(block.rows.map((row) => row.length))).toEqual(new Set([block.columns.length]))
    }
  })

  test('says something from the data in every section', () => {
    const sections: string[][] = []
    for (const block of blocks) {
      if (block.type === 'heading' && block.level === 1) sections.push([])
      else if (
        block.type !== 'heading' &&
        contentsOf(block).some((content) => content.some(({ type }) => type === 'figure'))
      )
        sections.at(-1)?.push(block.id)
      else if (block.type === 'list') sections.at(-1)?.push(block.id)
    }
    expect(sections).toHaveLength(7)
    expect(sections.filter((section) => section.length === 0)).toEqual([])
  })

  test('is written in one language', () => {
    const words = texts.join('\n')
    if (language === 'zh-CN') expect(words.replaceAll(/CAC|CTR/g, '')).not.toMatch(/[A-Za-z]{2,}/)
    else
      expect(
        words
          .replaceAll(Object.values(filled).join('|'), '')
          .replaceAll(/林晓雨|运营实习生|青禾科技|增长部|周启明|2026年\S+/g, ''),
      ).not.toMatch(/[\u4e00-\u9fff，。、（）]/)
  })
})

describe('numbers of headings and captions', () => {
  const { blocks } = write(sample('zh-CN'), 'zh-CN')
  const headings = (language: Language): string[] => {
    const numbers = numberReport(blocks, houseStyles[styleFor(language)])
    return blocks.flatMap((block) => (block.type === 'heading' ? [numbers.get(block.id) ?? ''] : []))
  }

  test('are Chinese in one house style and decimal in the other', () => {
    expect(headings('zh-CN')).toEqual([
      '一、',
      '二、',
      '三、',
      '（一）',
      '（二）',
      '（三）',
      '四、',
      '（一）',
      '（二）',
      '五、',
      '六、',
      '七、',
    ])
    expect(headings('en')).toEqual(['1', '2', '3', '3.1', '3.2', '3.3', '4', '4.1', '4.2', '5', '6', '7'])
  })

  test('go past ten, and skip what has no words', () => {
    const many = Array.from({ length: 22 }, (_, index) =>
      Block.parse({
        id: `h${index}`,
        type: 'heading',
        level: 1,
        content: index === 3 ? [] : [{ type: 'text', text: 'x' }],
      }),
    )
    const numbers = [...numberReport(many, houseStyles.enterprise).values()]
    expect([numbers[9], numbers[10], numbers[19], numbers[20]]).toEqual([
      '十、',
      '十一、',
      '二十、',
      '二十一、',
    ])
    expect(numbers).toHaveLength(21)
  })

  test('third and fourth levels have their own signs', () => {
    const levels = [1, 2, 3, 4].map((level) =>
      Block.parse({ id: `l${level}`, type: 'heading', level, content: [{ type: 'text', text: 'x' }] }),
    )
    expect([...numberReport(levels, houseStyles.enterprise).values()]).toEqual([
      '一、',
      '（一）',
      '1.',
      '（1）',
    ])
    expect([...numberReport(levels, houseStyles.business).values()].at(-1)).toBe('1.1.1.1')
  })
})

describe('what an inline piece shows', () => {
  const states = sample('zh-CN')
  const figures = new Map(states.map((state) => [state.id, state]))
  const context = { figures, numbers: new Map(), facts: filled, language: 'zh-CN' as const }
  const goal = states.find(({ name }) => name === '获客成本')
  const total = states.find(({ name }) => name === '累计注册')
  const peak = states.find(({ role }) => role === 'peak')
  if (!goal || !total || !peak) throw new Error('sample without figures')
  const show = (figure: FigureState, more: object = {}): string =>
    inlineText({ type: 'figure', figure: figure.id, aspect: 'value', ...more }, context)

  test('is the figure in the aspect that was asked for', () => {
    expect([
      show(goal),
      show(goal, { aspect: 'target' }),
      show(goal, { aspect: 'attainment' }),
      show(goal, { aspect: 'verdict' }),
      show(goal, { aspect: 'outcome' }),
    ]).toEqual(['25.5元/人', '≤30元/人', '降低15%', '优于目标', '较目标降低15%'])
    expect(show(total, { aspect: 'period' })).toBe('2026年3月2日至8月28日')
    expect(show(peak, { aspect: 'at' })).toBe('2026年6月17日')
  })

  test('follows the rounding and the bareness of its place', () => {
    expect(show(total)).toBe('17.01万人')
    expect(show(total, { bare: true })).toBe('17.01')
    expect(show(total, { rounding: { scale: 1, decimals: 0 } })).toBe('170,102人')
  })

  test('is a dash for what is gone and nothing for what is not filled in', () => {
    expect(
      inlineText({ type: 'figure', figure: goal.id, aspect: 'value' }, { ...context, figures: new Map() }),
    ).toBe('—')
    expect(show(total, { aspect: 'outcome' })).toBe('—')
    expect(show(goal, { aspect: 'at' })).toBe('—')
    expect(inlineText({ type: 'fact', fact: 'name' }, context)).toBe('林晓雨')
    expect(inlineText({ type: 'fact', fact: 'name' }, { ...context, facts: noFacts })).toBe('')
    expect(inlineText({ type: 'fact', fact: 'toString' }, context)).toBe('')
    const [target] = write(states, 'zh-CN').blocks
    expect(target && inlineText({ type: 'reference', target: target.id }, context)).toBe('')
  })
})

describe('less data', () => {
  /** A daily table with only some of the sample's columns. */
  function daily(language: Language, keep: readonly number[], days: number): Sheet {
    const whole = dailySheet(language, { days })
    const { table } = whole.profile
    const columns = keep.flatMap((index) => table.columns[index] ?? [])
    return sheetOf(
      whole.file,
      columns,
      whole.rows.map(({ values }) => keep.map((index) => values[index] ?? null)),
    )
  }

  const broken = (text: string): boolean =>
    /，[，。；]|。。|；[。；]|：。|、[。，、]|（）|\(\)|“”|《》|undefined|null|NaN| {2}|^[，。；、]|[a-z] ,|\.\.| \.|—|of the total of/.test(
      text,
    )

  test('leaves no sentence half said, whatever columns there are', () => {
    fc.assert(
      fc.property(
        fc.subarray([1, 2, 3, 4, 5, 6, 7, 8]),
        fc.constantFrom(3, 30, 45, 100),
        fc.boolean(),
        fc.constantFrom(...languages),
        fc.constantFrom(
          noFacts,
          filled,
          { ...noFacts, organisation: 'A' },
          { ...noFacts, department: 'B', period: 'C' },
        ),
        (keep, days, withGoals, language, facts) => {
          const sheets = [...(withGoals ? [goalsSheet(language)] : []), daily(language, [0, ...keep], days)]
          const { texts, blocks } = write(statesOf(sheets, language), language, facts)
          for (const text of texts) expect(broken(text), text).toBe(false)
          for (const block of blocks) Block.parse(block)
        },
      ),
      { numRuns: 120 },
    )
  })

  test.each(languages)('without any there is a skeleton of headings and prompts (%s)', (language) => {
    const { blocks } = write([], language)
    expect(blocks.filter(({ type }) => type === 'heading')).toHaveLength(11)
    expect(
      blocks.filter((block) => block.type === 'paragraph' && block.prompt !== undefined).length,
    ).toBeGreaterThanOrEqual(10)
    expect(
      blocks
        .flatMap(contentsOf)
        .flat()
        .some(({ type }) => type === 'figure' || type === 'reference'),
    ).toBe(false)
  })

  test('goals alone make their table, their chart and their conclusions', () => {
    const { texts } = write(statesOf([goalsSheet('zh-CN')], 'zh-CN'), 'zh-CN')
    const words = texts.filter((text) => text !== '渠道表现').join('\n')
    expect(words).toContain(
      '本期共考核10项指标，目标与实际完成情况见表1，达成程度见图1。除用户满意度和注册转化率未达成外，其余指标均达成目标。',
    )
    expect(words).toContain('实习期间，我的日常工作以跟踪考核指标为主')
    expect(words).not.toContain('渠道')
  })

  test('all goals reached, or none, is said so', () => {
    const columns = [
      { name: '指标', type: 'text' as const },
      { name: '目标', type: 'number' as const },
      { name: '实际', type: 'number' as const },
    ]
    const words = (rows: (string | number)[][]): string =>
      write(statesOf([sheetOf('目标.xlsx', columns, rows)], 'zh-CN'), 'zh-CN').texts.join('\n')
    expect(
      words([
        ['新增', 10, 12],
        ['活跃', 10, 10],
      ]),
    ).toContain('各项指标均达成目标。')
    expect(
      words([
        ['新增', 10, 8],
        ['活跃', 10, 9],
      ]),
    ).toContain('各项指标均未达成目标。')
    expect(
      words([
        ['新增', 10, 12],
        ['活跃', 10, 9],
      ]),
    ).toContain('其中，新增达成目标，活跃未达成。')
  })

  test('daily active users, which may not be summed, are told by mean and peak', () => {
    const rows = Array.from({ length: 61 }, (_, index) => [
      new Date(Date.UTC(2026, 4, 1 + index)).toISOString().slice(0, 10),
      1_000 + index,
    ])
    const sheet = sheetOf(
      '日活.xlsx',
      [
        { name: '日期', type: 'date' },
        { name: '日活', type: 'integer' },
      ],
      rows,
    )
    const words = write(statesOf([sheet], 'zh-CN'), 'zh-CN').texts.join('\n')
    expect(words).toContain('单日最高为1,060人，出现在2026年6月30日')
    expect(words).not.toContain('累计')
  })
})

test('the sample is what the sentences say', () => {
  const { texts } = write(sample('zh-CN'), 'zh-CN')
  const douyin = dailyRows().filter(({ channel }) => channel.name['zh-CN'] === '抖音')
  const signUps = douyin.reduce((sum, row) => sum + row.signUps, 0)
  expect(texts.join('')).toContain(`注册最多的是抖音，为${signUps.toLocaleString('en')}人`)
})
