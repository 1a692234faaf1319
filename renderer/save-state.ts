// Whether what the user did last is on the disk, as the top bar shows it. The page that saves sets it.

import { create } from 'zustand'

/** `unsaved`: waiting for a pause in typing. `failed`: the page says why; the bar only that. */
export type SaveState = 'saved' | 'saving' | 'unsaved' | 'failed'

/** Null where nothing has been changed since the page was opened. */
export const useSaveState = create<{ state: SaveState | null }>(() => ({ state: null }))

/** @example showSaveState('saving') */
export const showSaveState = (state: SaveState | null): void => useSaveState.setState({ state })
