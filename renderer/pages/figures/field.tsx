// A labelled field of a form on the figures screen, with its hint inside and its problem beneath.

import { type ReactElement, type Ref, useId } from 'react'

export interface FieldProps {
  label: string
  value: string
  hint?: string
  problem?: string | undefined
  type?: 'text' | 'date' | 'number'
  limit?: number
  /** Values to choose from while typing. */
  offers?: readonly string[]
  /** The label is heard, not seen: the column above it says the same. */
  quiet?: boolean
  ref?: Ref<HTMLInputElement>
  onChange: (value: string) => void
}

export function Field(props: FieldProps): ReactElement {
  const { label, value, hint, problem, type = 'text', limit, offers, quiet, ref, onChange } = props
  const list = useId()
  const said = useId()
  return (
    <div className="field">
      <label className="field">
        <span className={quiet ? 'visually-hidden' : 'field-label'}>{label}</span>
        <input
          className="input"
          type={type}
          value={value}
          placeholder={hint}
          maxLength={limit}
          ref={ref}
          aria-invalid={problem !== undefined}
          {...(problem === undefined ? {} : { 'aria-describedby': said })}
          {...(offers ? { list } : {})}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      {offers && (
        <datalist id={list}>
          {offers.map((offer) => (
            <option key={offer} value={offer}>
              {offer}
            </option>
          ))}
        </datalist>
      )}
      {problem !== undefined && (
        <span className="field-problem" id={said} role="alert">
          {problem}
        </span>
      )}
    </div>
  )
}

export interface SelectProps<V extends string> {
  label: string
  value: V | ''
  options: readonly { value: V; label: string; group?: string }[]
  /** What stands there while nothing is chosen; without it something always is. */
  empty?: string
  problem?: string | undefined
  quiet?: boolean
  onChange: (value: V | '') => void
}

export function Select<V extends string>(props: SelectProps<V>): ReactElement {
  const { label, value, options, empty, problem, quiet, onChange } = props
  const said = useId()
  const groups = Map.groupBy(options, ({ group }) => group)
  return (
    <div className="field">
      <label className="field">
        <span className={quiet ? 'visually-hidden' : 'field-label'}>{label}</span>
        <select
          className="input"
          value={value}
          aria-invalid={problem !== undefined}
          {...(problem === undefined ? {} : { 'aria-describedby': said })}
          onChange={(event) => onChange(event.target.value as V | '')}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {[...groups].map(([group, members]) =>
            group === undefined ? (
              members.map((option) => <Option key={option.value} {...option} />)
            ) : (
              <optgroup key={group} label={group}>
                {members.map((option) => (
                  <Option key={option.value} {...option} />
                ))}
              </optgroup>
            ),
          )}
        </select>
      </label>
      {problem !== undefined && (
        <span className="field-problem" id={said} role="alert">
          {problem}
        </span>
      )}
    </div>
  )
}

const Option = ({ value, label }: { value: string; label: string }): ReactElement => (
  <option value={value}>{label}</option>
)
