// Grades as they stand in the form, in percent, and as a project keeps them.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftTiers, readTiers, tierAt } from '../../../../../renderer/pages/figures/tiers.ts'
import { Tiers } from '../../../../../shared/model/goal.ts'
import { usualTiers } from '../../../../../shared/text/figures.ts'

const someTiers = fc
  .uniqueArray(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 5 })
  .map((starts) => [
    ...starts.toSorted((a, b) => b - a).map((start, at) => ({ name: `第${at}级`, from: start / 1000 })),
    { name: '末级', from: null },
  ])

describe('grades in the form', () => {
  it('come back as they were, and are what a project takes', () => {
    fc.assert(
      fc.property(someTiers, (tiers) => {
        expect(readTiers(draftTiers(tiers))).toEqual({ tiers })
        expect(Tiers.safeParse(tiers).success).toBe(true)
      }),
    )
  })

  it('take 80 and 80% for the same', () => {
    const [best, middle, last] = draftTiers(usualTiers('zh-CN'))
    if (!best || !middle || !last) throw new Error('the usual grades are three')
    const read = (from: string): unknown => readTiers([best, { ...middle, from }, last])
    expect(read('85%')).toEqual(read('85'))
    expect(read('85')).toMatchObject({ tiers: [{}, { from: 0.85 }, { from: null }] })
  })

  it('say what is wrong with them', () => {
    const [best, middle, last] = draftTiers(usualTiers('zh-CN'))
    if (!best || !middle || !last) throw new Error('the usual grades are three')
    expect(readTiers([{ ...best, name: ' ' }, middle, last])).toEqual({ problem: 'name-missing' })
    for (const from of ['100', '120', '很多', '', '3人'])
      expect(readTiers([best, { ...middle, from }, last])).toEqual({ problem: 'not-falling' })
  })

  it('grade an index by the first that it reaches', () => {
    const tiers = usualTiers('zh-CN')
    expect([1.2, 1, 0.99, 0.8, 0.1].map((index) => tierAt(tiers, index)?.name)).toEqual([
      tiers[0]?.name,
      tiers[0]?.name,
      tiers[1]?.name,
      tiers[1]?.name,
      tiers[2]?.name,
    ])
  })
})
