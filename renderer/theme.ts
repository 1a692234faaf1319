// Light or dark, as it is on the screen now. Colours themselves are in styles/tokens.css.

import { create } from 'zustand'
import type { Settings } from '../shared/contract.ts'

export type Theme = 'light' | 'dark'

const system = window.matchMedia('(prefers-color-scheme: dark)')
const systemTheme = (): Theme => (system.matches ? 'dark' : 'light')

let choice: Settings['theme'] = 'system'

/** The theme shown, for what draws with colours of its own and must draw again when it changes. */
export const useTheme = create<Theme>(() => systemTheme())

/** Dresses the page; `system` follows the system from now on. */
export function applyTheme(chosen: Settings['theme']): void {
  choice = chosen
  const theme = chosen === 'system' ? systemTheme() : chosen
  document.documentElement.dataset.theme = theme
  useTheme.setState(theme, true)
}

system.addEventListener('change', () => applyTheme(choice))

/**
 * A token's value in the theme shown, for canvases and libraries that cannot take `var()`.
 * @example token('--accent') // '#1f5fa8'
 */
export const token = (name: `--${string}`): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim()
