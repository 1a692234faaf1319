// A text field whose text counts when it is finished: on Enter and when the field is left. Escape takes it back.

import { type InputHTMLAttributes, type ReactElement, useState } from 'react'

export interface SettledFieldProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'value' | 'onChange' | 'className'
> {
  value: string
  /** Called with another text than before only. */
  onSettle: (text: string) => void
}

export function SettledField({ value, onSettle, ...native }: SettledFieldProps): ReactElement {
  const [typed, setTyped] = useState<string | null>(null)
  const settle = (): void => {
    if (typed !== null && typed !== value) onSettle(typed)
    setTyped(null)
  }
  return (
    <input
      {...native}
      className="input"
      value={typed ?? value}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        // What is being typed is undone letter by letter, by the browser.
        if (typed !== null && (event.ctrlKey || event.metaKey)) return event.stopPropagation()
        if (event.key === 'Enter') settle()
        // Escape may have closed the list of proposals.
        else if (event.key === 'Escape' && (typed !== null || native.list !== undefined)) setTyped(null)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
