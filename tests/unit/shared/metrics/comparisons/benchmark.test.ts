import { describe, expect, test } from 'vitest'
import type { Language } from '../../../../../shared/model/language.ts'
import { compare, money, type Numbers, points, rate, textsOf } from '../../../../support/comparing.ts'

const against = (
  { actual, benchmark, gap }: { actual: Numbers[string]; benchmark?: Numbers[string]; gap?: Numbers[string] },
  source: string,
  language: Language = 'zh-CN',
) =>
  compare(
    { actual, ...(benchmark && { benchmark }), ...(gap && { gap }) },
    {
      kind: 'benchmark',
      actual: 'actual',
      benchmark: benchmark ? 'benchmark' : null,
      gap: gap ? 'gap' : null,
      source,
    },
    language,
  )

describe('against what others reach', () => {
  test('rates differ by points', () => {
    const found = against(
      { actual: rate(0.85, 0, { name: '满意度' }), benchmark: rate(0.7, 0, { name: '行业平均' }) },
      '行业报告2025',
    )
    expect(textsOf(found)).toEqual({ gap: '15个百分点', relative: '21.4%' })
    expect(found.sentence).toBe('满意度为85%，高出行业平均（70%，行业报告2025）15个百分点。')
    expect(found.warnings).toEqual([])
  })

  test('quantities differ by themselves, and in percent', () => {
    const found = against(
      {
        actual: money(80, '元', 0, { name: '场地费' }),
        benchmark: money(100, '元', 0, { name: '市场均价' }),
      },
      '三家询价',
    )
    expect(found.sentence).toBe('场地费为80元，低于市场均价（100元，三家询价）20元（20%）。')
  })

  test('a benchmark of the same name is told by who says so', () => {
    const found = against(
      { actual: rate(0.45, 0, { name: '7日留存率' }), benchmark: rate(0.3, 0, { name: '7日留存率' }) },
      '部门整体',
    )
    expect(found.sentence).toBe('7日留存率为45%，高出部门整体（30%）15个百分点。')
  })

  test('in English', () => {
    const found = against(
      { actual: rate(0.3, 0, { name: 'Open rate' }), benchmark: rate(0.3, 0, { name: 'Industry average' }) },
      'Report 2025',
      'en',
    )
    expect(found.sentence).toBe('Open rate was 30%, level with industry average (30%, Report 2025).')
  })
})

describe('where only the gap is known', () => {
  test('in points', () => {
    const found = against({ actual: rate(0.45, 0, { name: '留存率' }), gap: points(0.15) }, '部门整体')
    expect(textsOf(found)).toEqual({ benchmark: '30%', relative: '50.0%' })
    expect(found.sentence).toBe('留存率为45%，高出部门整体（30%）15个百分点。')
  })

  test('in percent of the benchmark', () => {
    const found = against({ actual: money(80, '元', 0, { name: '场地费' }), gap: rate(-0.2) }, '市场均价')
    expect(textsOf(found)).toEqual({ benchmark: '100元', gap: '-20元' })
    expect(found.sentence).toBe('场地费为80元，低于市场均价（100元）20元（20%）。')
  })
})

describe('what is odd is said', () => {
  test('nobody is named', () => {
    expect(against({ actual: rate(0.45), benchmark: rate(0.3) }, ' ').warnings).toEqual(['no-source'])
  })

  test('there is nothing to compare with', () => {
    expect(against({ actual: rate(0.45) }, '部门').warnings).toEqual(['no-base'])
  })

  test('benchmark and gap do not agree', () => {
    const actual = rate(0.45)
    const benchmark = rate(0.3)
    expect(against({ actual, benchmark, gap: points(0.15) }, '部门').warnings).toEqual([])
    expect(against({ actual, benchmark, gap: points(0.2) }, '部门').warnings).toEqual(['contradicts'])
  })

  test('a rate is not compared with money, nor by a percentage', () => {
    expect(against({ actual: rate(0.45), benchmark: money(3) }, '部门').warnings).toEqual(['units-differ'])
    expect(against({ actual: rate(0.45), gap: rate(0.15) }, '部门').warnings).toEqual(['units-differ'])
  })
})
