import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../../../electron/import/cells/day-forms.ts'
import { Look, lookAt } from '../../../../../electron/import/cells/look.ts'
import type { DayForm } from '../../../../../shared/model/table.ts'
import { serial } from '../../../../support/workbook.ts'
import { type ColumnCell, rowOf } from '../../../../support/columns.ts'

fc.configureGlobal({ seed: 1 })

function dayIn(cell: ColumnCell, dayForm?: DayForm, date1904 = false): string | undefined {
  const look = new Look()
  lookAt(rowOf(cell, typeof cell === 'string'), 0, look)
  return dayOf(look, dayForm ? { dayForm } : {}, date1904)
}

const anyDay = fc.date({ min: new Date('1971-01-01'), max: new Date('2099-12-30'), noInvalidDate: true })

describe('the day of a cell', () => {
  it('is its own where it says so, whatever the column does', () => {
    for (const form of [undefined, 'day-first', 'month-first', 'digits', 'serial'] as const) {
      expect(dayIn('2026年3月1日', form)).toBe('2026-03-01')
      expect(dayIn('2026Q3', form)).toBe('2026-07-01')
      expect(dayIn('13/4/2026', form)).toBe('2026-04-13')
      expect(dayIn('待定', form)).toBeUndefined()
    }
  })

  it('is what the column makes of it where it does not', () => {
    expect(dayIn('3/4/2026')).toBeUndefined()
    expect(dayIn('3/4/2026', 'month-first')).toBe('2026-03-04')
    expect(dayIn('3/4/2026', 'day-first')).toBe('2026-04-03')
    expect(dayIn('20260304')).toBeUndefined()
    expect(dayIn('20260304', 'digits')).toBe('2026-03-04')
    expect(dayIn('202603', 'digits')).toBe('2026-03-01')
    expect(dayIn('46085')).toBeUndefined()
    expect(dayIn('46085', 'serial')).toBe('2026-03-04')
    expect(dayIn(46_085.5, 'serial')).toBe('2026-03-04T12:00:00')
    expect(dayIn(46_085 - 1462, 'serial', true)).toBe('2026-03-04')
  })

  it('is none where there is no such day', () => {
    for (const cell of ['20260230', '20261301', '99990101', '2026', '202613'])
      expect(dayIn(cell, 'digits')).toBeUndefined()
    for (const cell of [0, -1, 25_000, 73_051, 1e9]) expect(dayIn(cell, 'serial')).toBeUndefined()
  })

  it('is any day, in digits and as a serial number', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
        expect(dayIn(iso.replaceAll('-', ''), 'digits')).toBe(iso)
        expect(dayIn(serial(year, month, day), 'serial')).toBe(iso)
      }),
    )
  })
})
