// Turns blocks of text into other blocks, keeping their ids and every letter where it is, so that the caret stays too.
// Commands in ProseMirror's sense: without `dispatch` they only say whether they could.

import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import {
  type Command,
  type EditorState,
  NodeSelection,
  Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state'
import { canJoin, ReplaceAroundStep } from '@tiptap/pm/transform'
import { deepestLevel } from './block-nodes.ts'

export type TextBlock =
  | { type: 'paragraph' }
  | { type: 'heading'; level: 1 | 2 | 3 | 4 }
  | { type: 'list'; ordered: boolean }

interface Line {
  position: number
  node: Node
}

/** Headings, paragraphs and list items that the selection touches. */
function selectedLines(doc: Node, from: number, to: number): Line[] {
  const lines: Line[] = []
  doc.nodesBetween(from, to, (node, position) => {
    const line = ['paragraph', 'heading', 'listItem'].includes(node.type.name)
    if (line) lines.push({ position, node })
    return !line
  })
  return lines
}

/** What the block at the caret is, undefined where it is no block of text. */
export function textBlockAt(state: EditorState): TextBlock | undefined {
  const { $from } = state.selection
  const { parent } = $from
  if (parent.type.name === 'paragraph') return { type: 'paragraph' }
  if (parent.type.name === 'heading') return { type: 'heading', level: parent.attrs.level as 1 | 2 | 3 | 4 }
  if (parent.type.name === 'listItem') return { type: 'list', ordered: $from.node(-1).attrs.ordered === true }
  return undefined
}

/** Makes the selected blocks that; a list that is one already becomes paragraphs again. */
export function setTextBlock(kind: TextBlock): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection
    const lines = selectedLines(state.doc, from, to)
    if (lines.length === 0) return false
    if (!dispatch) return true
    const { tr } = state
    const now = textBlockAt(state)
    const off = kind.type === 'list' && now?.type === 'list' && now.ordered === kind.ordered
    // From the last to the first, so that no change moves what is still to be changed.
    for (const { position, node: line } of lines.toReversed()) {
      if (kind.type === 'list' && !off) {
        makeItem(tr, position, kind.ordered)
        continue
      }
      const at = line.type.name === 'listItem' ? unwrapItem(tr, position) : position
      if (kind.type !== 'list') {
        // Attributes that the new kind does not have are left out.
        tr.setNodeMarkup(at, state.schema.nodes[kind.type], { ...tr.doc.nodeAt(at)?.attrs, ...kind })
      }
    }
    joinLists(tr, tr.mapping.map(from), tr.mapping.map(to))
    dispatch(tr.scrollIntoView())
    return true
  }
}

/** Deeper or back, for the selected list items; no item is more than one level below the one before it. */
export function shiftItems(by: 1 | -1): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection
    const items = selectedLines(state.doc, from, to).filter(({ node }) => node.type.name === 'listItem')
    if (items.length === 0) return false
    const { tr } = state
    for (const { position, node } of items) {
      const before = tr.doc.resolve(position).nodeBefore
      const highest = before ? Math.min(deepestLevel, (before.attrs.level as number) + 1) : 0
      const level = Math.max(0, Math.min(highest, (node.attrs.level as number) + by))
      if (level !== node.attrs.level) tr.setNodeAttribute(position, 'level', level)
    }
    if (dispatch && tr.docChanged) dispatch(tr)
    return true
  }
}

/** At the start of an item, or in an empty one: one level back, then out of the list. */
export const leaveItem: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type.name !== 'listItem' || $from.parentOffset > 0) return false
  if (($from.parent.attrs.level as number) > 0) return shiftItems(-1)(state, dispatch)
  const { tr } = state
  unwrapItem(tr, $from.before())
  dispatch?.(tr.scrollIntoView())
  return true
}

/** At the start of a heading: a paragraph with the same words. */
export const leaveHeading: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type.name !== 'heading' || $from.parentOffset > 0) return false
  return setTextBlock({ type: 'paragraph' })(state, dispatch)
}

/** The alignment of selected paragraphs; `null` is the house style's own. */
export function setAlign(align: 'left' | 'center' | 'right' | null): Command {
  return (state, dispatch) => {
    const { tr } = state
    const { from, to } = state.selection
    const paragraphs = selectedLines(state.doc, from, to).filter(({ node }) => node.type.name === 'paragraph')
    for (const { position } of paragraphs) tr.setNodeAttribute(position, 'align', align)
    if (dispatch && tr.docChanged) dispatch(tr)
    return paragraphs.length > 0
  }
}

/** Puts a block after the one at the caret, in place of an empty paragraph, and the caret where writing goes on. */
export function insertBlock(block: Node): Command {
  return (state, dispatch) => {
    const { $to } = state.selection
    const index = $to.index(0)
    const here = state.doc.maybeChild(index)
    const start = $to.depth > 0 ? $to.before(1) : $to.pos
    const { tr } = state
    const replaced = here?.type.name === 'paragraph' && here.content.size === 0 && here.attrs.prompt === null
    const at = replaced || !here || $to.depth === 0 ? start : start + here.nodeSize
    tr.replaceWith(at, replaced ? at + here.nodeSize : at, block)
    const end = at + block.nodeSize
    if (block.isAtom && !tr.doc.nodeAt(end)?.isTextblock) tr.insert(end, state.schema.node('paragraph'))
    tr.setSelection(
      block.isAtom ? TextSelection.near(tr.doc.resolve(end)) : Selection.near(tr.doc.resolve(at)),
    )
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** The whole block around the caret: what a first Backspace at the start of a caption takes hold of. */
export const selectBlock: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.depth === 0) return false
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, $from.before(1))))
  return true
}

/** paragraph → list of one item; the id stays on the block. */
function makeItem(tr: Transaction, position: number, ordered: boolean): void {
  const node = tr.doc.nodeAt(position)
  if (!node) return
  const { list, listItem } = tr.doc.type.schema.nodes
  if (!list || !listItem) return
  if (node.type === listItem) {
    const $item = tr.doc.resolve(position)
    tr.setNodeAttribute($item.before(), 'ordered', ordered)
    return
  }
  const wrapping = list.create({ id: node.attrs.id as unknown, ordered }, listItem.create())
  replaceAround(tr, position, node, 1, wrapping, 2)
}

/** Takes an item out of its list, which falls into the parts before and after. Gives where its paragraph starts. */
function unwrapItem(tr: Transaction, position: number): number {
  const $item = tr.doc.resolve(position)
  const list = $item.parent
  const item = list.child($item.index())
  const first = $item.index() === 0
  const last = $item.index() === list.childCount - 1
  if (!last) tr.split(position + item.nodeSize)
  const at = first ? position : position + 2
  if (!first) tr.split(position)
  const listStart = at - 1
  const alone = tr.doc.nodeAt(listStart)
  const paragraph = tr.doc.type.schema.nodes.paragraph
  if (alone && paragraph) {
    replaceAround(
      tr,
      listStart,
      alone,
      2,
      paragraph.create(first ? { id: list.attrs.id as unknown } : null),
      1,
    )
  }
  return listStart
}

/** Changes the `depth` wrappings of a node's text for those of `into`, leaving the text itself untouched. */
function replaceAround(
  tr: Transaction,
  position: number,
  node: Node,
  depth: number,
  into: Node,
  insert: number,
): void {
  const end = position + node.nodeSize
  tr.step(
    new ReplaceAroundStep(
      position,
      end,
      position + depth,
      end - depth,
      new Slice(Fragment.from(into), 0, 0),
      insert,
      true,
    ),
  )
}

/** Neighbouring lists of one kind around a change become one. */
function joinLists(tr: Transaction, from: number, to: number): void {
  const borders: number[] = []
  tr.doc.forEach((node, position, index) => {
    const before = index > 0 ? tr.doc.child(index - 1) : null
    const near = position >= from - (before?.nodeSize ?? 0) - 2 && position <= to + 2
    const alike =
      before?.type.name === 'list' && node.type.name === 'list' && before.attrs.ordered === node.attrs.ordered
    if (near && alike) borders.push(position)
  })
  for (const border of borders.toReversed()) {
    if (canJoin(tr.doc, border)) tr.join(border)
  }
}
