// A button with a short list of choices under it. Arrow keys move, Enter chooses, Escape and a click elsewhere close
// (https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/).

import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import './menu.css'
import { Icon, type IconName } from './icon.tsx'

export interface MenuItem {
  id: string
  label: string
  icon?: IconName
  /** Set for items of which one is in force. */
  checked?: boolean
  tone?: 'bad'
  onChoose: () => void
}

export interface MenuProps {
  /** The name of the button and of its list. */
  label: string
  /** What the button shows; with an icon alone the label is its tooltip. */
  icon?: IconName
  text?: string
  items: readonly MenuItem[]
}

export function Menu({ label, icon, text, items }: MenuProps): ReactElement {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!open) return
    const buttons = itemsOf(list.current)
    ;(buttons.find((item) => item.ariaChecked === 'true') ?? buttons[0])?.focus()
    const closeOutside = (event: Event): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => document.removeEventListener('pointerdown', closeOutside)
  }, [open])

  const close = (): void => {
    setOpen(false)
    trigger.current?.focus()
  }

  const move = (event: KeyboardEvent): void => {
    const buttons = itemsOf(list.current)
    const now = buttons.findIndex((item) => item === document.activeElement)
    const steps: Record<string, number> = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      buttons.at(step % buttons.length)?.focus()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else if (event.key === 'Tab') {
      setOpen(false)
    }
  }

  return (
    <div className="menu" ref={root}>
      <button
        ref={trigger}
        type="button"
        className={`button button-quiet ${text === undefined ? 'button-icon' : 'button-normal'}`}
        aria-haspopup="menu"
        aria-expanded={open}
        {...(text === undefined ? { 'aria-label': label, title: label } : {})}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {icon && <Icon name={icon} />}
        {text}
      </button>
      {open && (
        <div className="menu-list" role="menu" aria-label={label} tabIndex={-1} ref={list} onKeyDown={move}>
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.checked}
              tabIndex={-1}
              className={`menu-item${item.tone === 'bad' ? ' menu-item-bad' : ''}`}
              onClick={() => {
                close()
                item.onChoose()
              }}
            >
              {item.icon && <Icon name={item.icon} />}
              <span>{item.label}</span>
              {item.checked && <Icon name="check" />}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

const itemsOf = (list: HTMLElement | null): HTMLElement[] =>
  list ? [...list.querySelectorAll<HTMLElement>('[role^=menuitem]')] : []
