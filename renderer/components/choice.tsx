// One of a few, all in sight: native radio buttons as a row of cards.

import { type ReactElement, useId } from 'react'
import './choice.css'

export interface ChoiceProps<V extends string> {
  label: string
  value: V
  options: readonly { value: V; label: string; note?: string }[]
  disabled?: boolean
  onChange: (value: V) => void
}

export function Choice<V extends string>({
  label,
  value,
  options,
  disabled,
  onChange,
}: ChoiceProps<V>): ReactElement {
  const name = useId()
  return (
    <fieldset className="choice" disabled={disabled}>
      <legend className="field-label">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="choice-option">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.note && <small>{option.note}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
