import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { periodOf } from '../../../../electron/store/cells.ts'
import { connect } from '../../../../electron/store/database.ts'
import type { PeriodStep } from '../../../../shared/model/figure.ts'
import { keyOfDay } from '../../../../shared/numbers/periods.ts'

const steps: readonly PeriodStep[] = ['day', 'week', 'month', 'quarter', 'half', 'year']

test('SQLite and the engine name the same periods, whenever the year begins', () => {
  const database = connect(':memory:', { readOnly: false })
  const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 12 }), (own, yearStart) => {
      const day = own.toISOString().slice(0, 10)
      const select = steps.map((step) => `${periodOf('value', step, yearStart)} AS ${step}`).join(', ')
      for (const value of [day, `${day}T23:59:59`]) {
        const [keys] = database.lists(`SELECT ${select} FROM (SELECT ? AS value)`, [value])
        expect(keys).toEqual(steps.map((step) => keyOfDay(day, step, yearStart)))
      }
    }),
    { numRuns: 500 },
  )
  database.close()
})

test('what is no day has no period', () => {
  const database = connect(':memory:', { readOnly: false })
  const select = steps.map((step) => `${periodOf('value', step, 4)} AS ${step}`).join(', ')
  for (const value of ['不详', '2026-3-1', 20260301, null]) {
    expect(database.lists(`SELECT ${select} FROM (SELECT ? AS value)`, [value])).toEqual([
      steps.map(() => null),
    ])
  }
  database.close()
})
