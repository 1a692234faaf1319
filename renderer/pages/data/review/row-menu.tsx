// What a row of the sheet is taken for, as a short list beside its number. Arrow keys move, Escape closes.

import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react'
import { Icon } from '../../../components/icon.tsx'
import '../../../components/menu.css'

export interface RowChoice {
  id: string
  label: string
  checked: boolean
  /** Begins a group. */
  apart?: boolean
  onChoose: () => void
}

export interface RowMenuProps {
  label: string
  choices: readonly RowChoice[]
  /** In the sheet's scrolled contents, in pixels. */
  top: number
  left: number
  onClose: () => void
}

export function RowMenu({ label, choices, top, left, onClose }: RowMenuProps): ReactElement {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const shown = list.current
    ;(shown?.querySelector<HTMLElement>('[aria-checked=true]') ?? itemsOf(shown)[0])?.focus()
    const outside = (event: Event): void => {
      if (!shown?.contains(event.target as Node)) onClose()
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [onClose])

  const press = (event: KeyboardEvent): void => {
    event.stopPropagation()
    const items = itemsOf(list.current)
    const now = items.findIndex((item) => item === document.activeElement)
    const steps: Record<string, number> = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }
    const step = steps[event.key]
    if (step !== undefined) items.at(step % items.length)?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={list}
      className="menu-list row-menu"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      style={{ top, left }}
      onKeyDown={press}
    >
      {choices.map(({ id, label: name, checked, apart, onChoose }) => (
        <button
          key={id}
          type="button"
          role="menuitemradio"
          aria-checked={checked}
          tabIndex={-1}
          className={`menu-item${apart ? ' row-menu-apart' : ''}`}
          onClick={() => {
            onClose()
            onChoose()
          }}
        >
          <span>{name}</span>
          {checked && <Icon name="check" />}
        </button>
      ))}
    </div>
  )
}

const itemsOf = (list: HTMLElement | null): HTMLElement[] =>
  list ? [...list.querySelectorAll<HTMLElement>('[role=menuitemradio]')] : []
