// The table at the caret: rows and columns added and removed, a column's alignment. The header stays on top.

import type { Editor } from '@tiptap/core'
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  isInTable,
  selectedRect,
} from '@tiptap/pm/tables'
import { useEditorState } from '@tiptap/react'
import type { ReactElement } from 'react'
import { editorWords } from '../../../shared/text/editor.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { useWords } from '../../words.ts'

type Align = 'left' | 'center' | 'right'
const aligns = ['left', 'center', 'right'] as const

export function TableInspector({ editor }: { editor: Editor }): ReactElement {
  const words = useWords(editorWords)
  const now = useEditorState({ editor, selector: ({ editor: { state } }) => cellAt(state) })
  const run = (command: Command): void => {
    command(editor.state, editor.view.dispatch, editor.view)
    editor.view.focus()
  }
  const tools: readonly [string, Command, boolean][] = [
    [words.rowAbove, addRowBefore, now !== null && !now.header],
    [words.rowBelow, addRowAfter, now !== null],
    [words.columnBefore, addColumnBefore, now !== null],
    [words.columnAfter, addColumnAfter, now !== null],
    [words.removeRow, deleteRow, now !== null && now.rows > 1],
    [words.removeColumn, deleteColumn, now !== null && now.columns > 1],
  ]
  return (
    <section className="inspector-part" aria-labelledby="table-inspector">
      <h2 id="table-inspector">{words.table}</h2>
      <div className="inspector-grid">
        {tools.map(([name, command, possible]) => (
          <Button
            key={name}
            size="small"
            disabled={!possible}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(command)}
          >
            {name}
          </Button>
        ))}
      </div>
      <fieldset className="inspector-aligns" disabled={now === null}>
        <legend className="field-label">{words.columnAlign}</legend>
        {aligns.map((align) => (
          <button
            key={align}
            type="button"
            className="button button-quiet button-icon tool"
            aria-label={words.aligns[align]}
            title={words.aligns[align]}
            aria-pressed={now?.align === align}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(alignColumn(align))}
          >
            <Icon name={align === 'right' ? 'end' : align} />
          </button>
        ))}
      </fieldset>
      <div className="inspector-actions">
        {now?.captionless && (
          <Button
            size="small"
            icon="pen"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(enterCaption)}
          >
            {words.addCaption}
          </Button>
        )}
        <Button size="small" icon="bin" onClick={() => run(removeBlock)}>
          {words.removeTable}
        </Button>
      </div>
    </section>
  )
}

interface Cell {
  header: boolean
  rows: number
  columns: number
  align: Align
  captionless: boolean
}

function cellAt(state: EditorState): Cell | null {
  if (!isInTable(state)) return null
  const { map, table, top, left } = selectedRect(state)
  const cell = table.child(top).child(left)
  return {
    header: cell.type.name === 'tableHeader',
    rows: map.height,
    columns: map.width,
    align: cell.attrs.align as Align,
    captionless: state.selection.$from.node(1).firstChild?.content.size === 0,
  }
}

const alignColumn =
  (align: Align): Command =>
  (state, dispatch) => {
    const { map, tableStart, left, right } = selectedRect(state)
    const { tr } = state
    for (let row = 0; row < map.height; row++) {
      for (let column = left; column < right; column++) {
        tr.setNodeAttribute(tableStart + (map.map[row * map.width + column] ?? 0), 'align', align)
      }
    }
    dispatch?.(tr)
    return true
  }

/** The caption is the first in the table's block. */
const enterCaption: Command = (state, dispatch) => {
  const start = state.selection.$from.start(1) + 1
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, start)).scrollIntoView())
  return true
}

const removeBlock: Command = (state, dispatch) => {
  const { $from } = state.selection
  dispatch?.(state.tr.delete($from.before(1), $from.after(1)).scrollIntoView())
  return true
}
