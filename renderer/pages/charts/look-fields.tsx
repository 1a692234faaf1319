// Fields of the panel of looks: a label over a control, and a short native list.

import type { ReactElement, ReactNode } from 'react'

/** A label over its control. */
export function Field({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      {children}
    </label>
  )
}

export interface ChoicesProps<V extends string> {
  label: string
  value: V
  options: Readonly<Record<V, string>>
  disabled: boolean
  onChange: (value: V) => void
}

/** A native list: few choices in little room. */
export function Choices<V extends string>({
  label,
  value,
  options,
  disabled,
  onChange,
}: ChoicesProps<V>): ReactElement {
  return (
    <Field label={label}>
      <select
        className="input"
        value={value}
        disabled={disabled}
        onChange={({ target }) => onChange(target.value as V)}
      >
        {(Object.keys(options) as V[]).map((one) => (
          <option key={one} value={one}>
            {options[one]}
          </option>
        ))}
      </select>
    </Field>
  )
}
