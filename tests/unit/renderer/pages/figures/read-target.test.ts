// What is typed as a target or a value is read the way its writer meant it, or not at all.

import { describe, expect, it } from 'vitest'
import {
  kindOf,
  readTarget,
  readValue,
  roundingOf,
} from '../../../../../renderer/pages/figures/read-target.ts'
import { parseQuantity } from '../../../../../shared/numbers/parse.ts'

const people = { kind: 'count', unit: '人' } as const
const rate = { kind: 'rate', unit: '%' } as const

describe('reading a target', () => {
  it('takes 万, a comparator and a range', () => {
    expect(readTarget('5万', people)).toEqual({ ok: true, target: { value: 50000 } })
    expect(readTarget('≥5.8万人', people)).toMatchObject({
      ok: true,
      target: { value: 58000, comparator: '≥' },
    })
    expect(readTarget('25-35人', people)).toMatchObject({ ok: true, target: { value: 25, high: 35 } })
  })

  it('takes a bare number for percent where the figure is a rate', () => {
    for (const text of ['45', '45%'])
      expect(readTarget(text, rate)).toMatchObject({ ok: true, target: { value: 0.45 } })
    expect(readTarget('48.2', rate)).toMatchObject({ ok: true, target: { value: 0.482 } })
  })

  it('takes the ways in which people set targets, and which way is better', () => {
    const cost = { kind: 'amount', unit: '元/人' } as const
    const target = (value: number, comparator: string, polarity: string) => ({
      ok: true,
      target: { value, comparator, polarity },
    })
    expect(readTarget('25元/人以内', cost)).toEqual(target(25, '≤', 'lower'))
    expect(readTarget('降至10%以下', rate)).toEqual(target(0.1, '≤', 'lower'))
    expect(readTarget('不低于60%', rate)).toEqual(target(0.6, '≥', 'higher'))
    expect(readTarget('500+', people)).toEqual(target(500, '≥', 'higher'))
    expect(readTarget('8%-12%', rate)).toMatchObject({ target: { value: 0.08, high: 0.12 } })
    expect(readTarget('≥1:5', { kind: 'ratio', unit: '1:n' })).toMatchObject({ target: { value: 5 } })
  })

  it('refuses another unit and what is no number', () => {
    expect(readTarget('30元', people)).toEqual({ ok: false, why: 'unit', found: '元' })
    expect(readTarget('5%', people)).toEqual({ ok: false, why: 'unit', found: '%' })
    expect(readTarget('很多', people)).toEqual({ ok: false, why: 'unreadable' })
    expect(readTarget('', people)).toEqual({ ok: false, why: 'unreadable' })
  })
})

describe('reading a typed value', () => {
  const of = (text: string) => {
    const quantity = parseQuantity(text)
    if (!quantity) throw new Error(`unreadable: ${text}`)
    return { kind: kindOf(quantity), rounding: roundingOf(quantity) }
  }

  it('says what it is by its unit, and how it is written', () => {
    expect(of('5.8万人')).toEqual({ kind: 'count', rounding: { scale: 1e4, decimals: 1 } })
    expect(of('48.2%')).toEqual({ kind: 'rate', rounding: { scale: 1, decimals: 1 } })
    expect(of('¥12,345.60')).toEqual({ kind: 'amount', rounding: { scale: 1, decimals: 2 } })
    expect(of('18分钟')).toMatchObject({ kind: 'duration' })
    expect(of('4.5分')).toMatchObject({ kind: 'score' })
  })
})

describe('reading a value', () => {
  it('tells what it is and how it was written', () => {
    expect(readValue('5.8万人')).toEqual({
      value: 58_000,
      kind: 'count',
      unit: '人',
      rounding: { scale: 1e4, decimals: 1 },
    })
    expect(readValue('1:5.8')).toEqual({
      value: 5.8,
      kind: 'ratio',
      unit: '1:n',
      rounding: { scale: 1, decimals: 1 },
    })
    expect(readValue('3倍')).toMatchObject({ value: 3, kind: 'ratio', unit: '倍' })
  })

  it('takes no range for a value', () => {
    expect(readValue('8-12%')).toBeUndefined()
    expect(readValue('很多')).toBeUndefined()
  })
})
