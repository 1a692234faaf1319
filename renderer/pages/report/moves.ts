// What the screen does to the editor from outside: going to a block, showing another report, writing below the last block.

import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { BlockId } from '../../../shared/model/ids.ts'
import type { Block } from '../../../shared/model/report.ts'
import { toDocument } from './document.ts'

const adopted = 'adopted'

/** Whether a change came from another version of the report and is saved already. */
export const isAdopted = (transaction: Transaction): boolean => transaction.getMeta(adopted) === true

/** The caret waits at the first place to write, not on the cover. */
export function startInText(editor: Editor): void {
  const { state, view } = editor
  const start = Selection.findFrom(state.doc.resolve(0), 1, true)
  if (start) view.dispatch(state.tr.setSelection(start))
}

/** Puts the caret at the start of a block and brings it into view. */
export function goTo(editor: Editor, id: BlockId): void {
  const { view, state } = editor
  state.doc.forEach((node, position) => {
    if (node.attrs.id !== id) return
    const selection = node.isTextblock
      ? TextSelection.create(state.doc, position + 1 + node.content.size)
      : NodeSelection.create(state.doc, position)
    view.dispatch(state.tr.setSelection(selection))
    view.focus()
    const dom = view.nodeDOM(position)
    if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'start', behavior: 'instant' })
  })
}

/** Shows other blocks in place of those that differ, as one step that can be undone. */
export function showReport(editor: Editor, blocks: readonly Block[]): void {
  const { state, schema, view } = editor
  const old = state.doc.children
  const now = schema.nodeFromJSON(toDocument(blocks, schema)).children
  const same = (one?: Node, other?: Node): boolean =>
    one !== undefined && other !== undefined && one.eq(other)
  const shorter = Math.min(old.length, now.length)
  let before = 0
  while (before < shorter && same(old[before], now[before])) before++
  let after = 0
  while (after < shorter - before && same(old.at(-1 - after), now.at(-1 - after))) after++
  const sizeOf = (nodes: readonly { nodeSize: number }[]): number =>
    nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  const from = sizeOf(old.slice(0, before))
  const to = state.doc.content.size - sizeOf(old.slice(old.length - after))
  const changed = now.slice(before, now.length - after)
  if (from === to && changed.length === 0) return
  view.dispatch(state.tr.replaceWith(from, to, changed).setMeta(adopted, true))
}

/** A click below the last block writes there: in a paragraph that is made if there is none. */
export function writeAtEnd(editor: Editor): void {
  const { state, view } = editor
  if (!editor.isEditable) return
  const { tr, doc } = state
  if (doc.lastChild?.type.name !== 'paragraph') tr.insert(doc.content.size, state.schema.node('paragraph'))
  view.dispatch(tr.setSelection(TextSelection.atEnd(tr.doc)).scrollIntoView())
  // The press of the mouse that led here would take the focus away again.
  requestAnimationFrame(() => view.focus())
}
