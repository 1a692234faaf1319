// The keys that work everywhere, as a small window.

import type { ReactElement } from 'react'
import { shellWords } from '../../shared/text/screens.ts'
import { keysOf } from '../shortcuts.ts'
import { useWords } from '../words.ts'
import './shortcut-list.css'
import { Dialog } from './dialog.tsx'

const names = ['pages', 'create', 'open', 'shortcuts'] as const

export function ShortcutList({ desktop, onClose }: { desktop: boolean; onClose: () => void }): ReactElement {
  const words = useWords(shellWords)
  return (
    <Dialog title={words.shortcuts} closeLabel={words.close} onClose={onClose}>
      <dl className="shortcut-list">
        {names.map((name) => (
          <div key={name}>
            <dt>{words.shortcutNames[name]}</dt>
            <dd>
              {keysOf(name, desktop).map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
