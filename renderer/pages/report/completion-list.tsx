// What typing @ or = offers, under the caret. The keyboard stays with the editor; the pointer can choose too.

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type ReactElement, useEffect, useLayoutEffect, useRef } from 'react'
import { editorWords } from '../../../shared/text/editor.ts'
import { useWords } from '../../words.ts'
import { choiceElementId, type Completion, completionIn, completionListId, pick } from './completion.ts'
import { placeBeside } from './place-beside.ts'

export function CompletionList({ editor }: { editor: Editor }): ReactElement | null {
  // The same object as long as nothing about it changed.
  const open = useEditorState({ editor, selector: ({ editor: { state } }) => completionIn(state), equalityFn: Object.is })
  return open && <OpenList editor={editor} open={open} />
}

function OpenList({ editor, open }: { editor: Editor; open: Completion }): ReactElement {
  const words = useWords(editorWords)
  const list = useRef<HTMLDivElement>(null)
  const { choices, marked, from } = open

  useLayoutEffect(() => {
    const { left, top, bottom } = editor.view.coordsAtPos(from)
    if (list.current) placeBeside(list.current, { left, top, bottom })
  }, [editor, from, choices.length])
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [marked])

  return (
    <div
      ref={list}
      id={completionListId}
      className="completion"
      role="listbox"
      aria-label={words.completion}
      onMouseDown={(event) => event.preventDefault()}
    >
      {choices.length === 0 && <p className="completion-none">{words.nothingFound}</p>}
      {choices.map((choice, at) => (
        <div key={choice.id} role="presentation">
          {choice.group !== choices[at - 1]?.group && (
            <p className="completion-group" role="presentation">
              {words.groups[choice.group]}
            </p>
          )}
          <div
            id={choiceElementId(at)}
            className="completion-choice"
            role="option"
            aria-selected={at === marked}
            onClick={() => pick(editor.view, choice)}
          >
            <span>{choice.name}</span>
            <span>{choice.text}</span>
          </div>
        </div>
      ))}
    </div>
  )
}
