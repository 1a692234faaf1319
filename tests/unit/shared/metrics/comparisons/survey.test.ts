import { describe, expect, test } from 'vitest'
import type { Language } from '../../../../../shared/model/language.ts'
import { compare, money, type Numbers, people, rate, textsOf } from '../../../../support/comparing.ts'

const sheets = (value: number | null) => people(value, { unit: '份' })
const survey = (
  numbers: Numbers,
  answers: readonly string[],
  {
    multiple = true,
    sent = '发放',
    valid = '有效',
    language = 'zh-CN',
  }: { multiple?: boolean; sent?: string | null; valid?: string | null; language?: Language } = {},
) =>
  compare(
    numbers,
    {
      kind: 'survey',
      name: language === 'en' ? 'Member survey' : '会员调研',
      sent,
      valid,
      answers: answers.map((figure) => ({ name: figure, figure })),
      multiple,
    },
    language,
  )

describe('a survey', () => {
  test('answers by rate get counts, answers by count get rates', () => {
    const found = survey({ 发放: sheets(500), 有效: sheets(400), 价格: rate(0.62), 时间: sheets(190) }, [
      '价格',
      '时间',
    ])
    expect(textsOf(found)).toEqual({
      'response-rate': '80.0%',
      'answer-count 价格': '248份',
      'answer-rate 时间': '47.5%',
    })
    expect(found.sentence).toBe(
      '发放500份，回收有效400份，有效回收率80.0%；选择“价格”的占62%（约248份），选择“时间”的占47.5%（190份）（可多选）。',
    )
    expect(found.warnings).toEqual([])
  })

  test('in English', () => {
    const found = survey(
      {
        sent: people(500, { unit: '' }),
        valid: people(400, { unit: '' }),
        Price: rate(0.62),
        Time: rate(0.475, 1),
      },
      ['Price', 'Time'],
      { sent: 'sent', valid: 'valid', language: 'en' },
    )
    expect(found.sentence).toBe(
      '500 sent, 400 valid, a response rate of 80.0%; 62% (about 248) chose “Price” and 47.5% (190) chose “Time” (several answers allowed).',
    )
  })

  test('only some of the numbers may be known', () => {
    const found = survey({ 有效: sheets(400), 价格: rate(0.62) }, ['价格'], { sent: null })
    expect(found.sentence).toBe('回收有效400份；选择“价格”的占62%（约248份）（可多选）。')
    expect(survey({ 价格: rate(0.62) }, ['价格'], { sent: null, valid: null }).sentence).toBe(
      '选择“价格”的占62%（可多选）。',
    )
  })
})

describe('where nobody counted who answered', () => {
  const none = { sent: null, valid: null }
  const numbers = { 价格: sheets(120), 时间: sheets(60), 地点: sheets(20) }

  test('one answer each makes as many as all answers', () => {
    const found = survey(numbers, ['价格', '时间', '地点'], { ...none, multiple: false })
    expect(textsOf(found)).toEqual({
      valid: '200份',
      'answer-rate 价格': '60.0%',
      'answer-rate 时间': '30.0%',
      'answer-rate 地点': '10.0%',
    })
    expect(found.sentence).toBe(
      '选择“价格”的占60.0%（120份），选择“时间”的占30.0%（60份），选择“地点”的占10.0%（20份）。',
    )
    expect(found.warnings).toEqual([])
  })

  test('several answers each are only told by their counts', () => {
    const found = survey(numbers, ['价格', '时间'], none)
    expect(found.derived).toEqual([])
    expect(found.sentence).toBe('选择“价格”的有120份，选择“时间”的有60份（可多选）。')
    expect(found.warnings).toEqual(['no-base'])
  })
})

describe('what is odd is said', () => {
  const base = { 发放: sheets(500), 有效: sheets(400) }

  test('answers that add up to more although only one was allowed', () => {
    const numbers = { ...base, 是: rate(0.6), 否: rate(0.5) }
    expect(survey(numbers, ['是', '否'], { multiple: false }).warnings).toEqual(['parts-exceed-whole'])
    expect(survey(numbers, ['是', '否']).warnings).toEqual([])
  })

  test('more answered than were asked', () => {
    expect(survey({ 发放: sheets(100), 有效: sheets(120) }, []).warnings).toEqual(['part-exceeds-whole'])
  })

  test('too few answered', () => {
    expect(survey({ 发放: sheets(40), 有效: sheets(20) }, []).warnings).toEqual(['too-small-a-sample'])
  })

  test('a rate that no count of answers gives', () => {
    expect(survey({ 发放: sheets(60), 有效: sheets(40), 是: rate(0.66) }, ['是']).warnings).toEqual([
      'count-not-whole',
    ])
  })

  test('a count without a base', () => {
    expect(survey({ 是: sheets(30) }, ['是'], { sent: null, valid: null }).warnings).toEqual(['no-base'])
  })

  test('nobody asked', () => {
    const found = survey({ 发放: sheets(0), 有效: sheets(0) }, [])
    expect(found.warnings).toEqual(['too-small-a-sample', 'no-base'])
    expect(textsOf(found)).toEqual({ 'response-rate': '—' })
  })

  test('money is no answer', () => {
    expect(survey({ ...base, 花费: money(30) }, ['花费']).warnings).toEqual(['units-differ'])
  })
})
