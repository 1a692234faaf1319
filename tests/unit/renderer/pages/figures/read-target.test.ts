// What is typed as a target or a value is read the way its writer meant it, or not at all.

import { describe, expect, it } from 'vitest'
import { kindOf, readTarget, roundingOf } from '../../../../../renderer/pages/figures/read-target.ts'
import { parseQuantity } from '../../../../../shared/numbers/parse.ts'

const people = { kind: 'count', unit: '人' } as const
const rate = { kind: 'rate', unit: '%' } as const

describe('reading a target', () => {
  it('takes 万, a comparator and a range', () => {
    expect(readTarget('5万', people)).toEqual({ ok: true, target: { value: 50000 } })
    expect(readTarget('≥5.8万人', people)).toEqual({ ok: true, target: { value: 58000, comparator: '≥' } })
    expect(readTarget('25-35人', people)).toMatchObject({ ok: true, target: { value: 25, high: 35 } })
  })

  it('takes a bare number for percent where the figure is a rate', () => {
    for (const text of ['45', '45%'])
      expect(readTarget(text, rate)).toMatchObject({ ok: true, target: { value: 0.45 } })
    expect(readTarget('48.2', rate)).toMatchObject({ ok: true, target: { value: 0.482 } })
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
