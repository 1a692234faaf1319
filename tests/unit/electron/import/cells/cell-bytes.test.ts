import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  PlainMoment,
  PlainNumber,
  isDigits,
  isTrimmed,
} from '../../../../../electron/import/cells/cell-bytes.ts'
import { momentOf } from '../../../../../electron/import/cells/serial-date.ts'

const encoder = new TextEncoder()
/** The text in the middle of other bytes, as a cell stands in its line. */
const placed = (text: string): [bytes: Uint8Array, start: number, end: number] => {
  const bytes = encoder.encode(`9,${text},9:59`)
  return [bytes, 2, bytes.length - 5]
}

const digits = (max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: max })

describe('numbers read from bytes', () => {
  const plain = new PlainNumber()

  it('are the numbers that reading the text gives, with a percent sign or without', () => {
    const written = fc
      .tuple(fc.constantFrom('', '-'), digits(12), fc.option(digits(12), { nil: undefined }))
      .map(([sign, whole, decimals]) => `${sign}${whole}${decimals === undefined ? '' : `.${decimals}`}`)
    fc.assert(
      fc.property(written, (text) => {
        const [bytes, start, end] = placed(text)
        const at = plain.read(bytes, start, end)
        const count = text.replace(/\D/g, '').length
        expect(at).toBe(count > 15 ? -1 : end)
        if (at < 0) return
        expect(plain.value()).toBe(Number(text))
        expect(plain.value(2)).toBe(Number(`${text}e-2`))
        expect(plain.decimals).toBe(text.split('.')[1]?.length ?? 0)
      }),
      { numRuns: 2000, seed: 1 },
    )
  })

  it('end where something else begins, and begin with a digit', () => {
    const ends = ['12%', '1.5万', '3-4', '1.2.3', '7 '].map((text) => {
      const [bytes, start, end] = placed(text)
      return plain.read(bytes, start, end) - start
    })
    expect(ends).toEqual([2, 3, 1, 3, 1])
    for (const text of ['', '-', '.5', '5.', '+5', 'x', '--1', '１', '1,5.'].filter(
      (one) => one !== '1,5.',
    )) {
      const [bytes, start, end] = placed(text)
      expect(plain.read(bytes, start, end)).toBe(-1)
    }
    expect(['123', '', '12a', '１'].map((text) => isDigits(...placed(text)))).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})

describe('days and moments read from bytes', () => {
  const moment = new PlainMoment()
  const shown = (): string => String.fromCharCode(...moment.bytes.subarray(0, moment.hasTime ? 19 : 10))

  it('are those of the calendar, however they are separated', () => {
    const part = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most })
    fc.assert(
      fc.property(
        fc.integer({ min: 1890, max: 2110 }),
        part(13),
        part(32),
        fc.constantFrom('-', '/'),
        fc.boolean(),
        fc.option(fc.tuple(part(25), part(61), fc.option(part(61), { nil: undefined })), { nil: undefined }),
        (year, month, day, mark, isPadded, clock) => {
          const two = (number: number): string => String(number).padStart(2, '0')
          const short = (number: number): string => (isPadded ? two(number) : String(number))
          const time = clock && [
            short(clock[0]),
            two(clock[1]),
            ...(clock[2] === undefined ? [] : [two(clock[2])]),
          ]
          const text = `${year}${mark}${short(month)}${mark}${short(day)}${time ? ` ${time.join(':')}` : ''}`
          const date = new Date(Date.UTC(year, month - 1, day))
          const isReal =
            year >= 1900 &&
            date.getUTCMonth() === month - 1 &&
            date.getUTCDate() === day &&
            (!clock || (clock[0] < 24 && clock[1] < 60 && (clock[2] ?? 0) < 60))
          expect(moment.read(...placed(text))).toBe(isReal)
          if (!isReal) return
          const iso = `${year}-${two(month)}-${two(day)}`
          expect(shown()).toBe(clock ? `${iso}T${two(clock[0])}:${two(clock[1])}:${two(clock[2] ?? 0)}` : iso)
        },
      ),
      { numRuns: 2000, seed: 2 },
    )
  })

  it('are nothing else', () => {
    const others = [
      '2026-03',
      '2026-3/1',
      '2026-03-01T09:30',
      '2026-03-01 ',
      '2026-03-01 9',
      '2026-03-01 9:3',
      '2026-03-01 09:30:1',
      '2026-03-01 09:30.15',
      '2026-03-01x',
      '2026-03-011',
      '26-03-01',
      '2026-02-29',
      '1900-02-29',
    ]
    for (const text of others) expect(moment.read(...placed(text))).toBe(false)
  })

  it('come from serials as Excel shows them', () => {
    const serial = fc
      .tuple(fc.integer({ min: 0, max: 2_958_470 }), fc.integer({ min: 0, max: 86_399 }))
      .map(([days, seconds]) => days + seconds / 86_400)
    fc.assert(
      fc.property(
        fc.oneof(serial, fc.integer({ min: -5, max: 2_958_470 })),
        fc.boolean(),
        (number, date1904) => {
          const expected = momentOf(number, date1904)
          const isRead = moment.readSerial(number, date1904)
          if (!isRead) return
          expect(shown()).toBe(expected?.hasTime ? `${expected.day}T${expected.clock}` : expected?.day)
        },
      ),
      { numRuns: 2000, seed: 3 },
    )
    expect(moment.readSerial(46_082, false) && shown()).toBe('2026-03-01')
    expect(moment.readSerial(46_082.5, false) && shown()).toBe('2026-03-01T12:00:00')
    expect(
      [60, 46_082.000001, -1, Number.NaN, 2_958_466].map((one) => moment.readSerial(one, false)),
    ).toEqual([false, false, false, false, false])
  })
})

describe('white space at the ends of bytes', () => {
  it('is what JavaScript trims', () => {
    const spaces = [...Array(0x10000).keys()]
      .map((code) => String.fromCharCode(code))
      .filter((one) => !one.trim())
    const unit = fc.constantFrom(...spaces, 'a', '9', '表', '。', '）', '“', '：', 'é', '\u200b', '\u2060')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 3 }), (text) => {
        const [bytes, start, end] = placed(text)
        expect(isTrimmed(bytes, start, end)).toBe(text !== '' && text.trim() === text)
      }),
      { numRuns: 2000, seed: 4 },
    )
  })
})
