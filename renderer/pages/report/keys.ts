// The keyboard of the editor, as in Word where Word has one. Inline atoms are stepped over in one press and are
// selected before they are deleted.

import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import {
  AllSelection,
  type Command,
  type EditorState,
  NodeSelection,
  Selection,
  TextSelection,
} from '@tiptap/pm/state'
import { CellSelection } from '@tiptap/pm/tables'
import { headingLevels } from './block-nodes.ts'
import {
  insertBlock,
  leaveHeading,
  leaveItem,
  selectBlock,
  setTextBlock,
  shiftItems,
} from './block-commands.ts'
import { atomNames } from './inline-nodes.ts'

export const Keys = Extension.create({
  name: 'keys',
  // Before what TipTap and its table do with the same keys.
  priority: 2000,
  addKeyboardShortcuts() {
    const run =
      (...commands: readonly Command[]) =>
      (): boolean => {
        const { view } = this.editor
        return commands.some((command) => command(view.state, view.dispatch, view))
      }
    const headings = headingLevels.map(
      (level) => [`Mod-Alt-${level}`, run(setTextBlock({ type: 'heading', level }))] as const,
    )
    return {
      ...Object.fromEntries(headings),
      'Mod-Alt-0': run(setTextBlock({ type: 'paragraph' })),
      'Mod-Shift-7': run(setTextBlock({ type: 'list', ordered: true })),
      'Mod-Shift-8': run(setTextBlock({ type: 'list', ordered: false })),
      'Mod-Shift-l': run(setTextBlock({ type: 'list', ordered: false })),
      'Mod-Enter': run(insertPageBreak),
      Enter: run(leaveEmptyItem, breakInCell, leaveCaption),
      Backspace: run(deleteWholeTable, selectAtom(-1), leaveItem, leaveHeading, selectFromCaption),
      Delete: run(deleteWholeTable, selectAtom(1)),
      ArrowLeft: run(leaveAll(-1), stepOverAtom(-1)),
      ArrowRight: run(leaveAll(1), stepOverAtom(1)),
      ArrowUp: run(leaveAll(-1)),
      ArrowDown: run(leaveAll(1)),
      'Mod-Home': run(goToEnd(-1)),
      'Mod-End': run(goToEnd(1)),
      Tab: run(shiftItems(1)),
      'Shift-Tab': run(shiftItems(-1)),
    }
  },
})

/** A page break after the block at the caret. */
export const insertPageBreak: Command = (state, dispatch, view) =>
  insertBlock(state.schema.node('pageBreak'))(state, dispatch, view)

/** The inline atom right before or after the caret. */
export function atomBeside(state: EditorState, side: -1 | 1): Node | null {
  const { $from, empty } = state.selection
  if (!empty || !(state.selection instanceof TextSelection)) return null
  const node = $from.textOffset > 0 ? null : side < 0 ? $from.nodeBefore : $from.nodeAfter
  return node && atomNames.has(node.type.name) ? node : null
}

const selectAtom =
  (side: -1 | 1): Command =>
  (state, dispatch) => {
    if (!atomBeside(state, side)) return false
    const { from } = state.selection
    dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, side < 0 ? from - 1 : from)))
    return true
  }

const stepOverAtom =
  (side: -1 | 1): Command =>
  (state, dispatch) => {
    const { selection } = state
    const selected = selection instanceof NodeSelection && atomNames.has(selection.node.type.name)
    if (!selected && !atomBeside(state, side)) return false
    const to = selected ? (side < 0 ? selection.from : selection.to) : selection.from + side
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, to)).scrollIntoView())
    return true
  }

/** To the first or the last place to write. */
const goToEnd =
  (side: -1 | 1): Command =>
  (state, dispatch) => {
    const selection = Selection.findFrom(
      state.doc.resolve(side < 0 ? 0 : state.doc.content.size),
      side < 0 ? 1 : -1,
      true,
    )
    if (selection) dispatch?.(state.tr.setSelection(selection).scrollIntoView())
    return selection !== null
  }

/** Chromium cannot move out of a selection that begins with something uneditable, such as the cover. */
const leaveAll =
  (side: -1 | 1): Command =>
  (state, dispatch, view) =>
    state.selection instanceof AllSelection && goToEnd(side)(state, dispatch, view)

const leaveEmptyItem: Command = (state, dispatch, view) =>
  state.selection.$from.parent.content.size === 0 && leaveItem(state, dispatch, view)

const breakInCell: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.parent.type.name !== 'cellText') return false
  dispatch?.(state.tr.replaceSelectionWith(state.schema.node('hardBreak')).scrollIntoView())
  return true
}

/** Writing goes on below the table or chart. */
const leaveCaption: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.parent.type.name !== 'caption') return false
  const { tr } = state
  const after = $from.after(1)
  if (tr.doc.nodeAt(after)?.type.name !== 'paragraph') tr.insert(after, state.schema.node('paragraph'))
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView())
  return true
}

const selectFromCaption: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type.name !== 'caption' || $from.parentOffset > 0) return false
  return selectBlock(state, dispatch, view)
}

/** A table of which every cell is selected goes as a whole; of fewer, the words in them. */
const deleteWholeTable: Command = (state, dispatch) => {
  const { selection } = state
  if (!(selection instanceof CellSelection) || !selection.isRowSelection() || !selection.isColSelection())
    return false
  const $cell = selection.$anchorCell
  dispatch?.(state.tr.delete($cell.before(1), $cell.after(1)))
  return true
}
