import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completeFormula, formulaNames, readFormula, writeFormula } from '../../../../shared/formula/index.ts'
import { formulaWords } from '../../../../shared/formula/functions.ts'
import { Expression } from '../../../../shared/model/figure.ts'
import { FigureId } from '../../../../shared/model/ids.ts'
import { formulaWords as words, problemText } from '../../../../shared/text/formula.ts'
import { expressions, named } from '../../../support/formulas.ts'

const figures = [
  named('f0', '注册', 'count', '人'),
  named('f1', '点击', 'count', '次'),
  named('f2', '花费', 'amount', '元'),
  named('f3', '转化率', 'rate', '%'),
  named('f4', '新增注册', 'count', '人'),
]
const [registered, clicked, spent, rate] = ['f0', 'f1', 'f2', 'f3'].map((id) => FigureId.parse(id))
const read = (text: string) => readFormula(text, figures, 'zh-CN')
const expressionOf = (text: string): Expression => {
  const found = read(text)
  if ('problem' in found) throw new Error(`${text}: ${problemText(found.problem, 'en')}`)
  return found.expression
}
const problemOf = (text: string) => {
  const found = read(text)
  return 'problem' in found ? found.problem : undefined
}

describe('a formula is read', () => {
  test('with names in brackets, the four signs and brackets', () => {
    expect(expressionOf('[注册]/[点击]')).toEqual({
      operator: '/',
      left: { figure: registered },
      right: { figure: clicked },
    })
    expect(expressionOf('1 − [转化率] × 2')).toEqual({
      operator: '-',
      left: { number: 1 },
      right: { operator: '*', left: { figure: rate }, right: { number: 2 } },
    })
    expect(expressionOf('([注册] - [新增注册]) - 5人')).toMatchObject({ right: { number: 5, unit: '人' } })
  })

  test('with full-width signs as well', () => {
    for (const text of ['（［花费］＋【花费】）×２', '([花费]＋[花费])*2', '( [花费] + [花费] ) × 2'])
      expect(expressionOf(text), text).toEqual(expressionOf('([花费]+[花费])*2'))
    expect(expressionOf('合计（［注册］，［新增注册］）')).toEqual(expressionOf('sum([注册],[新增注册])'))
    expect(expressionOf('[花费]÷[注册]－2')).toEqual(expressionOf('[花费]/[注册]-2'))
  })

  test('with numbers in 万 and 亿, with units, and as percentages', () => {
    expect(expressionOf('8%')).toEqual({ number: 0.08, unit: '%' })
    expect(expressionOf('5万')).toEqual({ number: 50_000 })
    expect(expressionOf('1.2亿')).toEqual({ number: 120_000_000 })
    expect(expressionOf('30元')).toEqual({ number: 30, unit: '元' })
    expect(expressionOf('5万元')).toEqual({ number: 50_000, unit: '元' })
    expect(expressionOf('25元/人')).toEqual({ number: 25, unit: '元/人' })
    expect(expressionOf('25元/[注册]')).toMatchObject({ operator: '/', left: { number: 25, unit: '元' } })
    expect(expressionOf('6.2个百分点')).toEqual({ number: 0.062, unit: '百分点' })
    expect(expressionOf('0.28万')).toEqual({ number: 2800 })
    expect(expressionOf('−5')).toEqual({ number: -5 })
    expect(expressionOf('−(5)')).toEqual({ negative: { number: 5 } })
    expect(expressionOf('30{新客}')).toEqual({ number: 30, unit: '新客' })
  })

  test('with functions under their names in both languages and under usual other names', () => {
    for (const word of formulaWords) {
      const shown = [words['zh-CN'].functions[word], words.en.functions[word]]
      const spellings = shown.flatMap(({ name, also = [] }) => [name, ...also])
      for (const spelling of spellings) {
        const text = `${spelling}(${Array.from({ length: word === 'compound' ? 3 : 2 }, () => '[注册]').join(',')})`
        const one = `${spelling}([注册])`
        const found = [text, one].map(read).filter((result) => 'expression' in result)
        expect(found.length, spelling).toBeGreaterThan(0)
      }
    }
    expect(expressionOf('SUM([注册],[新增注册])')).toEqual(expressionOf('合计([注册],[新增注册])'))
  })

  test('with shifts, and with 环比 and 同比 as growth against a shifted figure', () => {
    expect(expressionOf('上期([注册])')).toEqual({ figure: registered, shift: 'previous' })
    expect(expressionOf('环比([注册])')).toEqual(expressionOf('增长([注册], 上期([注册]))'))
    expect(expressionOf('同比([花费])')).toEqual({
      call: 'growth',
      arguments: [{ figure: spent }, { figure: spent, shift: 'year-before' }],
    })
  })

  test('with names however they were typed, where they cannot be mistaken', () => {
    expect(expressionOf('[ 注册 ]')).toEqual({ figure: registered })
    const english = [named('e', 'Sign-ups', 'count', '')]
    expect(readFormula('[sign-UPS]', english, 'en')).toEqual({ expression: { figure: 'e' } })
  })
})

describe('figures of one name', () => {
  const twins = [
    named('one', '注册', 'count', '人'),
    named('two', '注册', 'count', '人'),
    named('three', '注册#1', 'count', '人'),
  ]

  test('have numbers, which no name of another takes', () => {
    expect([...formulaNames(twins).values()]).toEqual(['注册#2', '注册#3', '注册#1'])
    expect(readFormula('[注册#3]', twins, 'zh-CN')).toEqual({ expression: { figure: 'two' } })
    expect(readFormula('[注册#1]', twins, 'zh-CN')).toEqual({ expression: { figure: 'three' } })
  })

  test('are asked for when the name alone is given, and completed with their numbers', () => {
    expect(readFormula('[注册]', twins, 'zh-CN')).toMatchObject({
      problem: { code: 'ambiguous-name', at: 0, length: 4, labels: ['[注册#2]', '[注册#3]'] },
    })
    expect(completeFormula('[注', 2, twins, 'zh-CN').options.map(({ insert }) => insert)).toEqual([
      '[注册#2]',
      '[注册#3]',
      '[注册#1]',
    ])
  })
})

describe('what cannot be read says where and why', () => {
  const at = (text: string) => {
    const problem = problemOf(text)
    return problem && [problem.code, problem.at, problem.length]
  }

  test('a name that is not there, with the nearest that is', () => {
    expect(problemOf('1 + [住册]')).toEqual({
      code: 'unknown-name',
      name: '住册',
      nearest: '注册',
      at: 4,
      length: 4,
    })
    expect(problemOf('[新增]')).toMatchObject({ nearest: '新增注册' })
    expect(problemOf('[毫不相干的东西]')).toMatchObject({ code: 'unknown-name' })
    expect(problemOf('[毫不相干的东西]')).not.toHaveProperty('nearest')
    expect(problemOf('注册 + 1')).toMatchObject({ code: 'unknown-name', nearest: '注册', at: 0, length: 2 })
  })

  test('a function that is not there, or is without its brackets', () => {
    expect(problemOf('增涨([注册],[注册])')).toMatchObject({
      code: 'unknown-function',
      nearest: 'growth',
      at: 0,
    })
    expect(problemOf('1+环比')).toMatchObject({
      code: 'unknown-function',
      nearest: 'period-on-period',
      at: 2,
    })
  })

  test('brackets that are not closed, and what stands where it should not', () => {
    expect(at('[注册')).toEqual(['bracket-missing', 0, 3])
    expect(at('2 × ([注册] + 1')).toEqual(['bracket-missing', 4, 1])
    expect(at('合计([注册], 1')).toEqual(['bracket-missing', 2, 1])
    expect(at('30{元')).toEqual(['bracket-missing', 2, 2])
    expect(at('[注册])')).toEqual(['unexpected', 4, 1])
    expect(at('[注册] ? 2')).toEqual(['unexpected', 5, 1])
    expect(at('[注册] [点击]')).toEqual(['operator-missing', 5, 4])
    expect(at('[注册] +')).toEqual(['value-missing', 6, 0])
    expect(at('[注册] + × 2')).toEqual(['value-missing', 7, 1])
    expect(at('  ')).toEqual(['empty', 2, 0])
    expect(at('1.2.3')).toEqual(['unexpected', 0, 4])
  })

  test('commas in numbers, unknown units', () => {
    expect(at('5,000')).toEqual(['comma-in-number', 2, 3])
    expect(at('12,345')).toEqual(['comma-in-number', 0, 6])
    expect(at('30foo')).toEqual(['unknown-unit', 2, 3])
  })

  test('too few and too many values', () => {
    expect(problemOf('1 + 增长([注册])')).toMatchObject({
      code: 'wrong-count',
      word: 'growth',
      found: 1,
      at: 4,
      length: 8,
    })
    expect(problemOf('加权平均([转化率],[注册],[转化率])')).toMatchObject({ code: 'wrong-count', found: 3 })
    expect(problemOf('合计()')).toMatchObject({ code: 'wrong-count', found: 0 })
    const many = problemOf(`合计(${Array.from({ length: 51 }, () => '1').join(',')})`)
    expect(many && problemText(many, 'zh-CN')).toMatch(/^“合计”最多 50 个数，这里有 51 个。/)
    expect(many && problemText(many, 'en')).toMatch(/^“sum” takes at most 50 values, and here are 51\./)
    expect(problemOf('上期([注册] + 1)')).toMatchObject({ code: 'figure-wanted', word: 'previous' })
    expect(problemOf('环比(上期([注册]))')).toMatchObject({ code: 'figure-wanted' })
  })

  test('units that do not go together, at the innermost place, in words', () => {
    const problem = problemOf('2 × ([注册] + [转化率])')
    expect(problem).toMatchObject({ code: 'units-differ', joining: 'add', at: 5, length: 12 })
    if (!problem) return
    expect(problemText(problem, 'zh-CN')).toBe('单位不同：“人”不能和百分比相加。')
    expect(problemText(problem, 'en')).toBe('The units differ: “人” cannot be added to a percentage.')
  })

  test('every sentence is there in both languages, and ends as one', () => {
    const texts = [
      '',
      '[注册',
      '增涨([注册])',
      '5,000',
      '[x]',
      '30foo',
      '增长(1)',
      '上期(1)',
      '[注册]+[花费]',
      '复合增长(1,2,3元)',
      '1 1',
      '+',
      '?',
      '1'.repeat(3000),
      '('.repeat(500),
    ]
    for (const text of texts) {
      const problem = problemOf(text)
      expect(problem, text).toBeDefined()
      if (!problem) continue
      expect(problemText(problem, 'zh-CN'), text).toMatch(/[。？]$/)
      expect(problemText(problem, 'en'), text).toMatch(/[.?]$/)
      expect(problem.at + problem.length).toBeLessThanOrEqual(text.length)
    }
  })
})

describe('reading and writing are inverse', () => {
  const odd = [
    'a]b',
    String.raw`a\b`,
    String.raw`\]`,
    '[x]',
    'a#2',
    ' spaced ',
    '【活动】',
    '增长(',
    '8%',
    '',
    '\n',
    '𠮷',
    'a',
    'a',
  ]
  const known = odd.map((name, index) =>
    index % 2 === 0 ? named(`g${index}`, name, 'count', '人') : named(`g${index}`, name, 'rate', '%'),
  )
  const labels = formulaNames(known)
  const nameOf = (id: FigureId): string => labels.get(id) ?? '?'
  const units = [
    '%',
    '‰',
    '元',
    '人',
    '元/人',
    'CNY',
    'people',
    '百分点',
    'pp',
    'bp',
    '倍',
    '分钟',
    '新 客',
    '5',
    'k',
    '万',
    'e5',
    '元/',
    '1:n',
    '℃',
  ]

  for (const language of ['zh-CN', 'en'] as const) {
    test(`for every expression whose units hold (${language})`, () => {
      let held = 0
      fc.assert(
        fc.property(
          expressions(
            known.map(({ id }) => id),
            units,
          ),
          (expression) => {
            const text = writeFormula(expression, nameOf, language)
            const back = readFormula(text, known, language)
            if ('problem' in back) {
              expect(
                ['units-differ', 'periods-wanted', 'too-long'],
                `${text} ${JSON.stringify(back)}`,
              ).toContain(back.problem.code)
              return
            }
            held += 1
            expect(back.expression, text).toEqual(expression)
          },
        ),
        { numRuns: 3000 },
      )
      expect(held).toBeGreaterThan(1000)
    })
  }

  test('what is written is what a person would write', () => {
    const written = (text: string, language: 'zh-CN' | 'en' = 'zh-CN'): string =>
      writeFormula(
        expressionOf(text),
        (id) => figures.find((figure) => figure.id === id)?.name ?? '?',
        language,
      )
    expect(written('[注册]/[点击]')).toBe('[注册] ÷ [点击]')
    expect(written('([花费]-5万元)*8%')).toBe('([花费] − 5万元) × 8%')
    expect(written('([花费]-50000元)*8%', 'en')).toBe('([花费] − 50000元) × 8%')
    expect(written('[花费]*[花费]/[花费]')).toBe('[花费] × [花费] ÷ [花费]')
    expect(written('[花费]-([花费]-[花费])')).toBe('[花费] − ([花费] − [花费])')
    expect(written('增长([注册],上期([注册]))')).toBe('环比([注册])')
    expect(written('growth([注册],[新增注册])')).toBe('增长([注册], [新增注册])')
    expect(written('同比([注册])', 'en')).toBe('year-on-year([注册])')
    expect(written('-[注册]+-3')).toBe('−[注册] + (−3)')
    expect(written('[转化率]+2个百分点')).toBe('[转化率] + 2个百分点')
  })
})

describe('whatever is typed', () => {
  const pieces = [
    '[',
    ']',
    '［',
    '】',
    '(',
    ')',
    '（',
    ',',
    '，',
    '+',
    '−',
    '×',
    '/',
    '%',
    '万',
    '元',
    '注册',
    '[注册]',
    '增长(',
    '上期(',
    '1',
    '0',
    '.',
    'e',
    '{',
    '}',
    '\\',
    ' ',
    '#',
    '𠮷',
    '\u0000',
    '\ud800',
    'sum(',
  ]
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((parts) => parts.join('')),
  )

  test('comes to an expression of the model or to a problem with its place', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const found = read(text)
        if ('problem' in found) {
          expect(found.problem.at).toBeGreaterThanOrEqual(0)
          expect(found.problem.at + found.problem.length).toBeLessThanOrEqual(text.length)
          expect(problemText(found.problem, 'zh-CN')).not.toMatch(/undefined|NaN/)
        } else expect(Expression.safeParse(found.expression).success).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })

  test('is completed without a fuss, wherever the caret is', () => {
    fc.assert(
      fc.property(typed, fc.nat(200), (text, place) => {
        const caret = Math.min(place, text.length)
        const { from, to, options } = completeFormula(text, caret, figures, 'zh-CN')
        expect(from).toBeGreaterThanOrEqual(0)
        expect(from).toBeLessThanOrEqual(caret)
        expect(to).toBeGreaterThanOrEqual(caret)
        expect(to).toBeLessThanOrEqual(text.length)
        expect(new Set(options.map(({ insert }) => insert)).size).toBe(options.length)
      }),
      { numRuns: 3000 },
    )
  })

  test('takes time in proportion to its length, and no deep stack', () => {
    const hostile = [
      '('.repeat(2000),
      '-'.repeat(2000),
      '1+'.repeat(1000),
      '增长('.repeat(600),
      '['.repeat(2000),
      `[${'\\'.repeat(1999)}`,
      `1${'元'.repeat(1999)}`,
      `1${'/a'.repeat(900)}`,
      '{'.repeat(2000),
      '1e'.repeat(1000),
      `1${' a'.repeat(900)}`,
    ]
    const started = performance.now()
    for (const text of hostile) expect(problemOf(text), text.slice(0, 9)).toBeDefined()
    for (const text of hostile) {
      const long = text.repeat(500)
      completeFormula(long, long.length, figures, 'zh-CN')
      expect(readFormula(long, figures, 'zh-CN')).toMatchObject({ problem: { code: 'too-long' } })
    }
    expect(performance.now() - started).toBeLessThan(500)
    expect(problemOf('('.repeat(2000))).toMatchObject({ code: 'too-deep' })
    expect(problemOf(`1${'+1'.repeat(500)}`)).toMatchObject({ code: 'too-deep' })
    expect(problemOf('1'.repeat(2001))).toMatchObject({ code: 'too-long' })
  })
})

describe('completion', () => {
  const complete = (text: string, caret = text.length) => completeFormula(text, caret, figures, 'zh-CN')
  const labels = (text: string, caret?: number) => complete(text, caret).options.map(({ label }) => label)

  test('offers figures by any part of their name, those that begin with it first', () => {
    expect(labels('[注')).toEqual(['注册', '新增注册'])
    expect(labels('注册')).toEqual(['注册', '新增注册'])
    expect(complete('2 × [注')).toMatchObject({ from: 4, to: 6 })
  })

  test('takes the place of the whole name that the caret is in', () => {
    expect(complete('[注册] + 1', 2)).toMatchObject({ from: 0, to: 4 })
    expect(complete('[注 + 1', 2)).toMatchObject({ from: 0, to: 2 })
    expect(complete('[注 + [点击]', 2)).toMatchObject({ from: 0, to: 2 })
    expect(complete('[7日留存（新客）]', 3)).toMatchObject({ from: 0, to: 10 })
  })

  test('knows the bracket that a name began with', () => {
    const campaign = [named('f9', '【活动】注册', 'count', '人')]
    const { options, from } = completeFormula('2 × [【活动】注', 11, campaign, 'zh-CN')
    expect([from, options.map(({ insert }) => insert)]).toEqual([4, ['[【活动】注册]']])
    expect(complete('【注').options[0]).toMatchObject({ insert: '[注册]' })
    expect(complete('[点击] + [注')).toMatchObject({ from: 7, to: 9 })
  })

  test('offers functions by the beginning of their name, with one line of help', () => {
    const [first] = complete('1 + 增').options
    expect(first).toEqual({
      insert: '增长(',
      label: '增长',
      detail: expect.stringContaining('增长([本月], [上月])') as string,
      kind: 'function',
    })
    expect(completeFormula('gro', 3, figures, 'en').options[0]).toMatchObject({ insert: 'growth(' })
  })

  test('offers everything where a value is wanted and nothing behind one', () => {
    expect(labels('')).toHaveLength(figures.length + formulaWords.length)
    expect(labels('增长(')).toHaveLength(figures.length + formulaWords.length)
    expect(labels('[注册] ')).toEqual([])
    expect(labels('8%')).toEqual([])
  })

  test('leads from nothing to a formula that holds', () => {
    const accepted = (text: string, label: string): string => {
      const { from, to, options } = complete(text)
      const option = options.find((one) => one.label === label)
      return `${text.slice(0, from)}${option?.insert ?? ''}${text.slice(to)}`
    }
    const text = `${accepted(`${accepted(accepted('增', '增长'), '注册')}, `, '新增注册')})`
    expect(text).toBe('增长([注册], [新增注册])')
    expect(expressionOf(text)).toMatchObject({ call: 'growth' })
  })
})
