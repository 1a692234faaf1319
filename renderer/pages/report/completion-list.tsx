// What typing @ or = offers, under the caret. The keyboard stays with the editor; the pointer can choose too.

// A list that is steered from the editor never has the focus itself, which the browser's own lists insist on.
// oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type ReactElement, useLayoutEffect, useRef } from 'react'
import { editorWords } from '../../../shared/text/editor.ts'
import { useWords } from '../../words.ts'
import { choiceElementId, type Completion, completionIn, completionListId, pick } from './completion.ts'
import './floating.css'
import { placeBeside } from './place-beside.ts'

export function CompletionList({ editor }: { editor: Editor }): ReactElement | null {
  // The same object as long as nothing about it changed.
  const open = useEditorState({
    editor,
    selector: ({ editor: { state } }) => completionIn(state),
    equalityFn: Object.is,
  })
  return open && <OpenList editor={editor} open={open} />
}

function OpenList({ editor, open }: { editor: Editor; open: Completion }): ReactElement {
  const words = useWords(editorWords)
  const list = useRef<HTMLDivElement>(null)
  const { choices, more, marked, from } = open

  useLayoutEffect(() => {
    const { left, top, bottom } = editor.view.coordsAtPos(from)
    if (list.current) placeBeside(list.current, { left, top, bottom })
  })
  return (
    <div
      ref={list}
      id={completionListId}
      className="completion"
      role="listbox"
      aria-label={words.completion}
      onMouseDown={(event) => event.preventDefault()}
    >
      {choices.length === 0 && <Line>{words.nothingFound}</Line>}
      {choices.map((choice, at) => (
        <div key={choice.id} role="presentation">
          {choice.group !== choices[at - 1]?.group && <Line>{words.groups[choice.group]}</Line>}
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
      {more > 0 && <Line>{words.moreFound(more)}</Line>}
    </div>
  )
}

const Line = ({ children }: { children: string }): ReactElement => (
  <p className="completion-line" role="presentation">
    {children}
  </p>
)
