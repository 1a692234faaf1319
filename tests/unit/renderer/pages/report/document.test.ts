// The editor's document and the report's blocks say the same: conversion there and back loses nothing.

import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBlocks, toDocument } from '../../../../../renderer/pages/report/document.ts'
import { createLive } from '../../../../../renderer/pages/report/live.ts'
import { reportExtensions } from '../../../../../renderer/pages/report/schema.ts'
import { Block } from '../../../../../shared/model/report.ts'
import { blocksArbitrary } from '../../../../support/report-blocks.ts'

const schema = getSchema(reportExtensions(createLive()))

function documentOf(blocks: readonly unknown[]): Node {
  const doc = Node.fromJSON(schema, toDocument(blocks, schema))
  doc.check()
  return doc
}

describe('the report as a document', () => {
  it('comes back from the editor exactly as it went in', () => {
    fc.assert(
      fc.property(blocksArbitrary, (blocks) => {
        expect(toBlocks(documentOf(blocks))).toEqual(blocks)
      }),
      { numRuns: 300 },
    )
  })

  it('gives blocks that the contract accepts', () => {
    fc.assert(
      fc.property(blocksArbitrary, (blocks) => {
        for (const block of toBlocks(documentOf(blocks))) expect(Block.safeParse(block).success).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('opens whatever stands where blocks should be', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.anything(),
            fc.object({ key: fc.constantFrom('type', 'id', 'content', 'rows', 'text') }),
          ),
        ),
        (junk) => {
          expect(toBlocks(documentOf(junk)).length).toBe(Math.max(1, junk.length))
        },
      ),
    )
  })

  it('keeps the words of a block that it does not know', () => {
    const strange = {
      id: 'x',
      type: 'fishbone',
      bones: [{ content: [{ type: 'text', text: '人手' }, { text: '不足' }] }],
    }
    expect(toBlocks(documentOf([strange]))).toMatchObject([
      { type: 'paragraph', content: [{ type: 'text', text: '人手不足' }] },
    ])
  })

  it('opens an empty report, list and table with one place to write', () => {
    expect(toBlocks(documentOf([]))).toMatchObject([{ type: 'paragraph', content: [] }])
    const list = { id: 'l', type: 'list', ordered: true, items: [] }
    const table = { id: 't', type: 'table', caption: [], headerRows: 1, columns: [], rows: [] }
    expect(toBlocks(documentOf([list, table]))).toMatchObject([
      { id: 'l', items: [{ level: 0, content: [] }] },
      { id: 't', rows: [[[]]], columns: [{ align: 'left', weight: 1 }] },
    ])
  })

  it('joins runs that look alike and drops empty ones', () => {
    const content = [
      { type: 'text', text: '新增' },
      { type: 'text', text: '', bold: true },
      { type: 'text', text: '注册', bold: false },
      { type: 'text', text: '人数', bold: true },
    ]
    expect(toBlocks(documentOf([{ id: 'p', type: 'paragraph', content }]))).toEqual([
      {
        id: 'p',
        type: 'paragraph',
        content: [
          { type: 'text', text: '新增注册' },
          { type: 'text', text: '人数', bold: true },
        ],
      },
    ])
  })

  it('hands out the same block as long as its node is the same', () => {
    const doc = documentOf([
      { id: 'a', type: 'contents' },
      { id: 'b', type: 'page-break' },
    ])
    expect(toBlocks(doc)[0]).toBe(toBlocks(doc)[0])
  })
})
