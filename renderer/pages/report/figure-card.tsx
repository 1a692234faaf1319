// The card of a figure in the text: shown while the pointer rests on its mention, and when the keyboard selects it.

import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { type ReactElement, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { FigureId } from '../../../shared/model/ids.ts'
import { FigureDetails } from '../../components/figure-details.tsx'
import type { Live } from './live.ts'
import './floating.css'
import { placeBeside } from './place-beside.ts'

const restMs = 220

interface Pointed {
  figure: FigureId
  element: HTMLElement
}

export function FigureCard({ editor, live }: { editor: Editor; live: Live }): ReactElement | null {
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const selected = useEditorState({
    editor,
    selector: ({ editor: { state } }) => selectedMention(state.selection),
  })
  const [byKeyboard, setByKeyboard] = useState(false)

  useEffect(() => {
    const { dom } = editor.view
    let timer: ReturnType<typeof setTimeout> | undefined
    const over = (event: MouseEvent): void => {
      clearTimeout(timer)
      const element =
        event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.mention') : null
      const figure = element?.dataset.figure as FigureId | undefined
      if (element && figure) timer = setTimeout(() => setPointed({ figure, element }), restMs)
      else setPointed(null)
    }
    const away = (): void => {
      clearTimeout(timer)
      setPointed(null)
    }
    const press = (event: KeyboardEvent): void => {
      away()
      setByKeyboard(event.key !== 'Escape')
    }
    const click = (): void => {
      away()
      setByKeyboard(false)
    }
    dom.addEventListener('mouseover', over)
    dom.addEventListener('mouseleave', away)
    dom.addEventListener('keydown', press)
    dom.addEventListener('mousedown', click)
    window.addEventListener('scroll', away, true)
    return () => {
      clearTimeout(timer)
      dom.removeEventListener('mouseover', over)
      dom.removeEventListener('mouseleave', away)
      dom.removeEventListener('keydown', press)
      dom.removeEventListener('mousedown', click)
      window.removeEventListener('scroll', away, true)
    }
  }, [editor])

  if (pointed) return <Card figure={pointed.figure} element={pointed.element} live={live} />
  if (!selected || !byKeyboard) return null
  const element = editor.view.nodeDOM(selected.position)
  return element instanceof HTMLElement ? (
    <Card figure={selected.figure} element={element} live={live} />
  ) : null
}

function selectedMention(selection: unknown): { position: number; figure: FigureId } | null {
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'mention') return null
  return { position: selection.from, figure: selection.node.attrs.figure as FigureId }
}

function Card({ figure, element, live }: Pointed & { live: Live }): ReactElement | null {
  const state = useStore(live, (shown) => shown.figures.get(figure))
  const language = useStore(live, (shown) => shown.language)
  const card = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (card.current) placeBeside(card.current, element.getBoundingClientRect())
  })
  if (!state) return null
  return (
    <div ref={card} className="figure-card" role="tooltip">
      <h3>{state.name}</h3>
      <FigureDetails figure={state} language={language} />
    </div>
  )
}
