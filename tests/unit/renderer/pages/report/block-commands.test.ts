// Blocks turn into one another without losing a letter, an id or the caret.

import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { type Command, EditorState, TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  leaveItem,
  setTextBlock,
  shiftItems,
  type TextBlock,
  textBlockAt,
} from '../../../../../renderer/pages/report/block-commands.ts'
import { toBlocks, toDocument } from '../../../../../renderer/pages/report/document.ts'
import { createLive } from '../../../../../renderer/pages/report/live.ts'
import { reportExtensions } from '../../../../../renderer/pages/report/schema.ts'
import type { Block } from '../../../../../shared/model/report.ts'
import { blocksArbitrary } from '../../../../support/report-blocks.ts'

const schema = getSchema(reportExtensions(createLive()))

const paragraph = (id: string, text: string): object => ({
  id,
  type: 'paragraph',
  content: [{ type: 'text', text }],
})
const list = (id: string, ...items: readonly (readonly [number, string])[]): object => ({
  id,
  type: 'list',
  ordered: false,
  items: items.map(([level, text]) => ({ level, content: [{ type: 'text', text }] })),
})

/** `from` and `to` are words that the selection begins and ends in. */
function stateOf(blocks: readonly object[], from: string, to = from): EditorState {
  const doc = Node.fromJSON(schema, toDocument(blocks, schema))
  const find = (word: string): number => {
    let found = 0
    doc.descendants((node, position) => {
      if (node.isText && node.text?.includes(word)) found = position
    })
    return found
  }
  return EditorState.create({ doc, selection: TextSelection.create(doc, find(from), find(to)) })
}

function run(state: EditorState, command: Command): EditorState {
  let next = state
  command(state, (transaction) => {
    next = state.apply(transaction)
  })
  next.doc.check()
  return next
}

const kinds: readonly TextBlock[] = [
  { type: 'paragraph' },
  { type: 'heading', level: 1 },
  { type: 'heading', level: 4 },
  { type: 'list', ordered: true },
  { type: 'list', ordered: false },
]

describe('changing what a block is', () => {
  it('makes paragraphs one list and the list paragraphs again', () => {
    const before = stateOf([paragraph('a', '甲'), paragraph('b', '乙'), paragraph('c', '丙')], '甲', '乙')
    const listed = run(before, setTextBlock({ type: 'list', ordered: true }))
    expect(toBlocks(listed.doc)).toMatchObject([
      {
        id: 'a',
        type: 'list',
        ordered: true,
        items: [{ content: [{ text: '甲' }] }, { content: [{ text: '乙' }] }],
      },
      { id: 'c', type: 'paragraph' },
    ])
    const back = run(listed, setTextBlock({ type: 'list', ordered: true }))
    expect(back.doc.textBetween(0, back.doc.content.size, '|')).toBe('甲|乙|丙')
    expect(toBlocks(back.doc).map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'paragraph'])
  })

  it('takes one item out of the middle of a list', () => {
    const state = run(
      stateOf([list('l', [0, '甲'], [0, '乙'], [0, '丙'])], '乙'),
      setTextBlock({ type: 'heading', level: 2 }),
    )
    expect(toBlocks(state.doc)).toMatchObject([
      { id: 'l', type: 'list', items: [{ content: [{ text: '甲' }] }] },
      { type: 'heading', level: 2, content: [{ text: '乙' }] },
      { type: 'list', items: [{ content: [{ text: '丙' }] }] },
    ])
    expect(state.selection.$from.parent.textContent).toBe('乙')
  })

  it('joins a new list to the one it touches', () => {
    const state = run(
      stateOf([list('l', [0, '甲']), paragraph('b', '乙')], '乙'),
      setTextBlock({ type: 'list', ordered: false }),
    )
    expect(toBlocks(state.doc)).toMatchObject([
      { id: 'l', type: 'list', items: [{}, { content: [{ text: '乙' }] }] },
    ])
  })

  it('changes the kind of a whole list from any of its items', () => {
    const state = run(
      stateOf([list('l', [0, '甲'], [1, '乙'])], '乙'),
      setTextBlock({ type: 'list', ordered: true }),
    )
    expect(toBlocks(state.doc)).toMatchObject([
      { id: 'l', ordered: true, items: [{ level: 0 }, { level: 1 }] },
    ])
  })

  it('lets no item be more than a level below the one before it', () => {
    const items = stateOf([list('l', [0, '甲'], [0, '乙'])], '乙')
    const once = run(items, shiftItems(1))
    expect(toBlocks(run(once, shiftItems(1)).doc)).toMatchObject([{ items: [{ level: 0 }, { level: 1 }] }])
    expect(toBlocks(run(stateOf([list('l', [0, '甲'])], '甲'), shiftItems(1)).doc)).toMatchObject([
      { items: [{ level: 0 }] },
    ])
  })

  it('leaves a list level by level', () => {
    const deep = stateOf([list('l', [0, '甲'], [1, '乙'])], '乙')
    const back = run(deep, leaveItem)
    expect(toBlocks(back.doc)).toMatchObject([{ items: [{ level: 0 }, { level: 0 }] }])
    expect(toBlocks(run(back, leaveItem).doc)).toMatchObject([
      { type: 'list' },
      { type: 'paragraph', content: [{ text: '乙' }] },
    ])
  })

  it('never loses a word or the place of the caret, whatever is turned into whatever', () => {
    const command = fc.constantFrom(...kinds)
    fc.assert(
      fc.property(
        blocksArbitrary,
        fc.nat(),
        fc.nat(),
        command,
        command,
        (blocks: Block[], from, to, first, second) => {
          const doc = Node.fromJSON(schema, toDocument(blocks, schema))
          const at = (where: number): number => where % (doc.content.size + 1)
          const selection = TextSelection.between(doc.resolve(at(from)), doc.resolve(at(to)))
          const before = EditorState.create({ doc, selection })
          const after = run(run(before, setTextBlock(first)), setTextBlock(second))
          expect(after.doc.textContent).toBe(doc.textContent)
          expect(after.selection.$from.parentOffset).toBe(before.selection.$from.parentOffset)
          expect(after.selection.$from.parent.textContent).toBe(before.selection.$from.parent.textContent)
          if (textBlockAt(before)) expect(textBlockAt(after)).toBeDefined()
        },
      ),
      { numRuns: 200 },
    )
  })
})
