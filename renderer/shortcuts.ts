// The keys that work everywhere in the window. What they do is the shell's.

/** A browser keeps Ctrl+N, Ctrl+T and Ctrl+W to itself, so that there Alt+N stands for Ctrl+N. */
export type Shortcut = 'create' | 'open' | 'shortcuts' | { page: number }

const isMac = navigator.platform.startsWith('Mac')

/** Which shortcut a key press is, if any. Keys with a modifier work while typing too. */
export function shortcutOf(event: KeyboardEvent, desktop: boolean): Shortcut | undefined {
  const control = isMac ? event.metaKey : event.ctrlKey
  if (control && !event.shiftKey && !event.altKey) {
    if (/^[1-5]$/.test(event.key)) return { page: Number(event.key) - 1 }
    if (event.key === 'o') return 'open'
    if (event.key === 'n' && desktop) return 'create'
  }
  if (!desktop && event.altKey && !event.ctrlKey && !event.metaKey && event.code === 'KeyN') return 'create'
  if (event.key === '?' && !isTyping(event.target)) return 'shortcuts'
  return undefined
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

/** The keys as their caps read, for the list of shortcuts. */
export function keysOf(name: 'pages' | 'open' | 'create' | 'shortcuts', desktop: boolean): readonly string[] {
  const control = isMac ? '⌘' : 'Ctrl'
  switch (name) {
    case 'pages':
      return [control, '1–5']
    case 'open':
      return [control, 'O']
    case 'create':
      return desktop ? [control, 'N'] : [isMac ? '⌥' : 'Alt', 'N']
    case 'shortcuts':
      return ['?']
  }
}
