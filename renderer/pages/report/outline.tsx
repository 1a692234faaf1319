// The report's headings with their numbers: where one is, and the way to anywhere else.

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { editorWords } from '../../../shared/text/editor.ts'
import { useWords } from '../../words.ts'
import type { Live } from './live.ts'
import { goTo } from './moves.ts'

export function Outline({ editor, live }: { editor: Editor; live: Live }): ReactElement {
  const words = useWords(editorWords)
  const entries = useStore(live, (shown) => shown.outline)
  const current = useEditorState({ editor, selector: headingAbove })
  return (
    <nav className="outline" aria-label={words.outline}>
      <h2>{words.outline}</h2>
      {entries.length === 0 && <p>{words.noHeadings}</p>}
      <ol>
        {entries.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              className="outline-entry"
              data-level={entry.level}
              title={`${entry.number} ${entry.text}`}
              {...(entry.id === current ? { 'aria-current': 'true' as const, ref: bringIntoView } : {})}
              onClick={() => goTo(editor, entry.id)}
            >
              {entry.number && <span className="outline-number">{entry.number}</span>}
              <span>{entry.text || words.untitled}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

const bringIntoView = (entry: HTMLElement | null): void => entry?.scrollIntoView({ block: 'nearest' })

/** The heading that the caret is in or under. */
function headingAbove({ editor }: { editor: Editor }): string | null {
  const { doc, selection } = editor.state
  for (let at = Math.min(selection.$from.index(0), doc.childCount - 1); at >= 0; at--) {
    const node = doc.child(at)
    if (node.type.name === 'heading') return node.attrs.id as string
  }
  return null
}
