// A short list whose order is the user's: dragged by the grip, or moved with Alt and the arrow keys from anywhere in a row.

import { type ReactElement, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { Icon } from '../../components/icon.tsx'
import { useWords } from '../../words.ts'

export interface OrderListProps {
  label: string
  items: readonly { name: string; row: ReactNode }[]
  disabled: boolean
  onMove: (from: number, to: number) => void
}

export function OrderList({ label, items, disabled, onMove }: OrderListProps): ReactElement {
  const words = useWords(chartBuilderWords)
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const [told, setTold] = useState('')
  const list = useRef<HTMLUListElement>(null)

  function move(from: number, to: number): void {
    const item = items[from]
    if (!item || from === to || to < 0 || to >= items.length) return
    onMove(from, to)
    setTold(words.moved(item.name, to + 1, items.length))
  }

  const press = useEffectEvent((event: KeyboardEvent): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    const control = event.target instanceof HTMLElement ? event.target : null
    const row = control?.closest('.order-row')
    if (step === undefined || !event.altKey || disabled || !control || !row) return
    event.preventDefault()
    const from = placeOf(row)
    const nth = controlsIn(row).indexOf(control)
    // What is being typed belongs to the row as it is now.
    control.blur()
    move(from, from + step)
    const to = Math.min(Math.max(from + step, 0), items.length - 1)
    requestAnimationFrame(() => {
      const taken = list.current?.children[to]
      if (taken) controlsIn(taken)[nth]?.focus()
    })
  })
  const hover = useEffectEvent((event: DragEvent): void => {
    if (dragged === null) return
    event.preventDefault()
    const row = event.target instanceof HTMLElement ? event.target.closest('.order-row') : null
    if (row) setOver(placeOf(row))
  })
  const drop = useEffectEvent((event: DragEvent): void => {
    event.preventDefault()
    if (dragged !== null && over !== null) move(dragged, over)
    setDragged(null)
    setOver(null)
  })
  useEffect(() => {
    // The list is no control itself: it hears what comes from those in its rows.
    const element = list.current
    if (!element) return
    const stop = new AbortController()
    const { signal } = stop
    element.addEventListener('keydown', (event) => press(event), { signal })
    element.addEventListener('dragover', (event) => hover(event), { signal })
    element.addEventListener('drop', (event) => drop(event), { signal })
    return () => stop.abort()
  }, [])

  return (
    <>
      <ul className="order-list" aria-label={label} ref={list}>
        {items.map(({ name, row }, index) => (
          <li
            // A row is its place: what stands in it changes.
            key={index}
            className="order-row"
            data-over={
              over === index && dragged !== index ? ((dragged ?? 0) < index ? 'after' : 'before') : undefined
            }
            data-dragged={dragged === index || undefined}
          >
            {!disabled && (
              <span
                className="order-grip"
                title={words.orderHint}
                draggable
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move'
                  event.dataTransfer.setData('text/plain', name)
                  const whole = event.currentTarget.closest('li')
                  if (whole) event.dataTransfer.setDragImage(whole, 8, 8)
                  setDragged(index)
                }}
                onDragEnd={() => {
                  setDragged(null)
                  setOver(null)
                }}
              >
                <Icon name="grip" />
              </span>
            )}
            {row}
          </li>
        ))}
      </ul>
      <p className="visually-hidden" aria-live="polite">
        {told}
      </p>
    </>
  )
}

const placeOf = (row: Element): number => [...(row.parentElement?.children ?? [])].indexOf(row)
const controlsIn = (row: Element): HTMLElement[] => [
  ...row.querySelectorAll<HTMLElement>('input:enabled, select:enabled, button:enabled'),
]
