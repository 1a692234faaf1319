// Page breaks by Word's rules, on pages of 100 points.

import { describe, expect, test } from 'vitest'
import { type Box, paginate } from '../../../../electron/export/paginate.ts'
import { blockId } from './sample-report.ts'

const box = (id: string, lines: number, more: Partial<Box> = {}): Box => ({
  id: blockId(id),
  before: 0,
  after: 0,
  parts: Array.from({ length: lines }, () => 10),
  first: 2,
  last: 2,
  repeated: 0,
  keepWithNext: false,
  newPage: false,
  ...more,
})

/** `a1 b2`: a on page 1, b on page 2. */
const pagesOf = (...boxes: readonly Box[]): string =>
  [...paginate(boxes, 100)].map(([id, page]) => `${id}${page}`).join(' ')

test('a page is filled to its last line', () => {
  expect(pagesOf(box('a', 10), box('b', 1))).toBe('a1 b2')
  expect(pagesOf(box('a', 9), box('b', 1), box('c', 1))).toBe('a1 b1 c2')
})

test('no single line of a paragraph stays behind or goes over alone', () => {
  expect(pagesOf(box('a', 9), box('b', 4))).toBe('a1 b2')
  expect(pagesOf(box('a', 8), box('b', 3), box('c', 7), box('d', 1))).toBe('a1 b2 c2 d3')
  expect(pagesOf(box('a', 7), box('b', 4), box('c', 8), box('d', 1))).toBe('a1 b1 c2 d3')
})

describe('a heading', () => {
  const heading = box('h', 1, { keepWithNext: true, first: Infinity })

  test('goes with the first lines of its text', () => {
    expect(pagesOf(box('a', 8), heading, box('b', 2))).toBe('a1 h2 b2')
    expect(pagesOf(box('a', 7), heading, box('b', 5))).toBe('a1 h1 b1')
  })

  test('goes with the next heading, too', () => {
    expect(pagesOf(box('a', 7), heading, { ...heading, id: blockId('i') }, box('b', 5))).toBe('a1 h2 i2 b2')
  })

  test('is not kept with what begins a page', () => {
    expect(pagesOf(box('a', 9), heading, box('b', 1, { newPage: true }))).toBe('a1 h1 b2')
  })
})

describe('a table', () => {
  const table = (rows: number, more: Partial<Box> = {}): Box =>
    box('t', rows, { first: 2, last: 1, repeated: 1, ...more })

  test('repeats its header on every page', () => {
    // Ten rows on the first page, header and nine on each further one.
    expect(pagesOf(table(27), box('a', 1))).toBe('t1 a3')
    expect(pagesOf(table(28), box('a', 1))).toBe('t1 a4')
  })

  test('does not leave its header alone, and moves as a whole when it is short', () => {
    expect(pagesOf(box('a', 9), table(5))).toBe('a1 t2')
    expect(pagesOf(box('a', 7), table(5, { first: 5 }))).toBe('a1 t2')
    expect(pagesOf(box('a', 7), table(5))).toBe('a1 t1')
  })
})

describe('distance', () => {
  test('between two paragraphs is the larger of the two', () => {
    expect(pagesOf(box('a', 8, { after: 10 }), box('b', 1, { before: 10 }))).toBe('a1 b1')
    expect(pagesOf(box('a', 8, { after: 10 }), box('b', 1, { before: 11 }))).toBe('a1 b2')
  })

  test('falls away at the top of a page that text has run over to, not of one that was asked for', () => {
    expect(pagesOf(box('a', 10), box('b', 10, { before: 10 }), box('c', 1))).toBe('a1 b2 c3')
    expect(pagesOf(box('a', 1), box('b', 9, { before: 10, newPage: true }), box('c', 1))).toBe('a1 b2 c3')
    expect(pagesOf(box('a', 9, { before: 10 }), box('b', 1))).toBe('a1 b2')
  })
})

test('what is taller than a page takes one, and does not stop the rest', () => {
  expect(pagesOf(box('a', 1), box('b', 1, { parts: [250] }), box('c', 1))).toBe('a1 b2 c3')
  expect(pagesOf()).toBe('')
})
