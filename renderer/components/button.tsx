// Buttons in their four weights, and the button that shows only an icon. One primary at a time on a screen.

import type { ButtonHTMLAttributes, ReactElement, Ref } from 'react'
import './button.css'
import { Icon, type IconName } from './icon.tsx'

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'>

export interface ButtonProps extends Native {
  kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  size?: 'small' | 'normal'
  icon?: IconName
  submit?: boolean
  ref?: Ref<HTMLButtonElement>
}

/** @example <Button kind="primary" icon="plus" onClick={create}>{words.create}</Button> */
export function Button({
  kind = 'plain',
  size = 'normal',
  icon,
  submit,
  children,
  ...native
}: ButtonProps): ReactElement {
  return (
    <button
      {...native}
      type={submit ? 'submit' : 'button'}
      className={`button button-${kind} button-${size}`}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

export interface IconButtonProps extends Native {
  icon: IconName
  /** Its name, said to who cannot see it and shown on hover. */
  label: string
  ref?: Ref<HTMLButtonElement>
}

export function IconButton({ icon, label, ...native }: IconButtonProps): ReactElement {
  return (
    <button
      {...native}
      type="button"
      className="button button-quiet button-icon"
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  )
}
