import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  namesZone,
  parseDay,
  parseEitherDay,
  parseMoment,
  parsePeriod,
} from '../../../../shared/numbers/dates.ts'

fc.configureGlobal({ seed: 1 })

describe('a day', () => {
  it.each([
    '2026-3-1',
    '2026/03/01',
    '2026.3.1',
    '20260301',
    '2026年3月1日',
    '2026 年 3 月 1 日',
    '2026年3月1号',
    '2026年3月1日（星期日）',
    '2026-03-01 周日',
    '1 March 2026',
    'Mar 1, 2026',
    '1-Mar-2026',
    'Sunday, 1st March 2026',
    '二〇二六年三月一日',
    '二零二六年三月一日',
    '民国115年3月1日',
    '26年3月1日',
    '01-Mar-26',
    '2026-Mar-01',
    '2026-03-01（日）',
    '２０２６/３/１',
  ])('%s', (text) => {
    expect(parseDay(text)).toBe('2026-03-01')
  })

  it.each([
    '2026-02-30',
    '2026-13-01',
    '3/4/2026',
    '26/3/1',
    '1 Mar',
    '二〇二六年二月三十日',
    '3月1日',
    '2026年3月',
    '2026-3',
    '1800-01-01',
    '12345678',
    'March',
    '1.2.3',
    '',
  ])('is not read from %j', (text) => {
    expect(parseDay(text)).toBeUndefined()
  })

  it('is every day of the calendar, written in every way', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [year, month, dayOfMonth] = iso.split('-').map(Number)
        for (const text of [
          iso,
          `${year}年${month}月${dayOfMonth}日`,
          `${year}/${month}/${dayOfMonth}`,
          iso.replaceAll('-', ''),
        ]) {
          expect(parseDay(text)).toBe(iso)
        }
      }),
    )
  })
})

describe('a moment', () => {
  it.each([
    ['2026-03-01 09:30', '2026-03-01T09:30:00'],
    ['2026-03-01T09:30:15', '2026-03-01T09:30:15'],
    ['2026/3/1 9:30:05.250', '2026-03-01T09:30:05'],
    ['2026年3月1日 9时30分', '2026-03-01T09:30:00'],
    ['2026年3月1日 下午3时', '2026-03-01T15:00:00'],
    ['2026-03-01 12:05 AM', '2026-03-01T00:05:00'],
    ['2026-03-01 12:05 pm', '2026-03-01T12:05:00'],
    ['2026年3月1日（周日）下午3点半', '2026-03-01T15:30:00'],
    ['2026-03-01 凌晨12:10', '2026-03-01T00:10:00'],
    ['Mar 1, 2026 9:30 PM', '2026-03-01T21:30:00'],
    ['2026-03-01T09:30:00Z', '2026-03-01T09:30:00'],
    ['2026-03-01T09:30:00.123+08:00', '2026-03-01T09:30:00'],
  ])('%s', (text, iso) => {
    expect(parseMoment(text)).toBe(iso)
  })

  it('needs a time, of a clock there is', () => {
    const texts = ['2026-03-01', '2026-03-01 24:00', '2026-03-01 09:60', '9:30']
    expect(texts.map(parseMoment)).toEqual(texts.map(() => undefined))
  })

  it('may name a zone, which its clock is not moved to', () => {
    const zoned = ['2026-03-01T09:30:00Z', '2026-03-01 09:30:00+08:00', '2026-03-01 09:30 UTC']
    expect(zoned.filter(namesZone)).toEqual(zoned)
    expect(['2026-03-01 09:30', '2026-03-01', '1 March 2026 9:30'].filter(namesZone)).toEqual([])
  })
})

describe('a day of numbers that ends with its year', () => {
  it.each([
    ['3/4/2026', '2026-04-03', '2026-03-04'],
    ['13/4/2026', '2026-04-13', undefined],
    ['4-13-2026', undefined, '2026-04-13'],
    ['3.4.2026', '2026-04-03', '2026-03-04'],
    ['3/4/26', '2026-04-03', '2026-03-04'],
    ['3/4/99 9:30 PM', '1999-04-03T21:30:00', '1999-03-04T21:30:00'],
    ['30/2/2026', undefined, undefined],
  ])('%s is %s or %s', (text, dayFirst, monthFirst) => {
    expect(parseEitherDay(text)).toEqual({ dayFirst, monthFirst })
  })

  it('is nothing else', () => {
    expect(['2026/3/4', '3/4', '3-4-26', '1.2.3', '3/4/20266', ''].map(parseEitherDay)).toEqual(
      Array(6).fill(undefined),
    )
  })
})

describe('a period', () => {
  it.each([
    ['2026Q3', 'quarter', '2026-07-01'],
    ['2026-q3', 'quarter', '2026-07-01'],
    ['Q3 2026', 'quarter', '2026-07-01'],
    ['2026年第三季度', 'quarter', '2026-07-01'],
    ['三季度 2026', 'quarter', '2026-07-01'],
    ['2026年第28周', 'week', '2026-07-06'],
    ['2026-W01', 'week', '2025-12-29'],
    ['2020W53', 'week', '2020-12-28'],
    ['Week 28, 2026', 'week', '2026-07-06'],
    ['2026年上半年', 'half', '2026-01-01'],
    ['2026H2', 'half', '2026-07-01'],
    ['2026-03', 'month', '2026-03-01'],
    ['2026/3', 'month', '2026-03-01'],
    ['2026 年 3 月份', 'month', '2026-03-01'],
    ['二〇二六年三月', 'month', '2026-03-01'],
    ['Mar 2026', 'month', '2026-03-01'],
    ["Sep '25", 'month', '2025-09-01'],
    ['Mar-26', 'month', '2026-03-01'],
    ['2026年', 'year', '2026-01-01'],
    ['2026年度', 'year', '2026-01-01'],
  ])('%s is a %s from %s on', (text, step, day) => {
    expect(parsePeriod(text)).toEqual({ step, day })
  })

  it.each([
    '2026',
    'Q3',
    '第28周',
    '3月',
    '2026Q5',
    '2026-W54',
    '2026-13',
    '2021W53',
    '2026-03-01',
    '26-Mar',
    '2026财年',
    '',
  ])('is not read from %j', (text) => {
    expect(parsePeriod(text)).toBeUndefined()
  })

  it('of a week begins with the Monday of the week that its Thursday is in', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const monday = new Date(date)
        monday.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
        const thursday = new Date(monday)
        thursday.setUTCDate(monday.getUTCDate() + 3)
        const year = thursday.getUTCFullYear()
        const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / 604_800_000) + 1
        const found = parsePeriod(`${year}年第${week}周`)
        expect(found).toEqual({ step: 'week', day: monday.toISOString().slice(0, 10) })
      }),
    )
  })
})
