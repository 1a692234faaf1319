// What the user chose for this installation: language and theme. The engine keeps it; the page follows it at once.

import { create } from 'zustand'
import type { Settings } from '../shared/contract.ts'
import type { Language } from '../shared/model/language.ts'
import { client } from './api.ts'

export const useSettings = create<Settings>(() => ({ language: null, theme: 'system' }))

/** The chosen language, else the browser's: Chinese for any Chinese, English for the rest. */
export const languageOf = (settings: Settings): Language =>
  settings.language ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en')

/** Reads what was chosen. Throws what the call throws; what the browser prefers stands until then. */
export async function readSettings(): Promise<void> {
  useSettings.setState(await client.call('settings.read', {}), true)
}

/** Changes the page first: a choice of looks that could not be kept still holds until the page is closed. */
export async function chooseSettings(choice: Partial<Settings>): Promise<void> {
  useSettings.setState(choice)
  await client.call('settings.write', choice)
}
