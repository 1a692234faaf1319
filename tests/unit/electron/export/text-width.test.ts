// Lines of text, counted without a font.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countLines,
  fitLine,
  lineWidth,
  type Measure,
  widestWord,
} from '../../../../electron/export/text-width.ts'
import { houseStyles } from '../../../../shared/model/house-style.ts'

const chinese: Measure = { type: { ...houseStyles.enterprise.body, size: 10 }, chinese: true }
const english: Measure = { type: { ...houseStyles.business.body, size: 10 }, chinese: false }

describe('a line', () => {
  test('is as wide as its characters: Chinese one size, letters as in their face', () => {
    expect(lineWidth('复盘', chinese)).toBe(20)
    expect(lineWidth('12', chinese)).toBe(10)
    expect(lineWidth('W', english)).toBeCloseTo(9.44)
    expect(lineWidth('“好”', chinese)).toBe(30)
  })

  test('has a quarter more between Chinese characters and letters or digits, none beside punctuation', () => {
    expect(lineWidth('共5天', chinese)).toBe(10 + 2.5 + 5 + 2.5 + 10)
    expect(lineWidth('共，5天', chinese)).toBe(20 + 5 + 2.5 + 10)
  })
})

describe('a paragraph', () => {
  test('breaks between Chinese characters, its first line moved in', () => {
    expect(countLines('一二三四五六七八九十', chinese, 50)).toBe(2)
    expect(countLines('一二三四五六七八九十', chinese, 50, 20)).toBe(3)
  })

  test('never begins a line with closing punctuation: it hangs, or takes its character along', () => {
    expect(countLines('一二三四五，六', chinese, 50)).toBe(2)
    expect(countLines('一二三四五”六', chinese, 50)).toBe(2)
    expect(countLines('一二三四（五六）', chinese, 50)).toBe(2)
  })

  test('keeps numbers and words in one piece', () => {
    expect(widestWord('增长1,234.5%了', chinese)).toBe(lineWidth('1,234.5%', chinese))
    expect(widestWord('www.example.com now', english)).toBe(lineWidth('www.example.com', english))
    expect(widestWord('cost-per-user', english)).toBeLessThan(lineWidth('cost-per-user', english))
  })

  test('cuts what is wider than the line, and breaks at line ends that were typed', () => {
    expect(countLines('A'.repeat(100), chinese, 72.5)).toBe(10)
    expect(countLines('一\n二\n', chinese, 50)).toBe(3)
    expect(countLines('', chinese, 50)).toBe(1)
  })

  test('has no fewer lines than its width needs, and no more than its characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 20, max: 400 }),
        (text, width) => {
          const lines = countLines(text, chinese, width)
          expect(lines).toBeGreaterThanOrEqual(1)
          expect(lines).toBeLessThanOrEqual([...text].length + 1)
          expect(countLines(text, chinese, width + 50)).toBeLessThanOrEqual(lines)
        },
      ),
      { seed: 7 },
    )
  })
})

test('what does not fit on one line ends in an ellipsis', () => {
  expect(fitLine('一二三', chinese, 30)).toBe('一二三')
  expect(fitLine('一二三四', chinese, 30)).toBe('一二…')
  expect(fitLine('Internship report of a whole year', english, 80)).toMatch(/^Internship.*…$/)
})
