// Starts the page: what the user chose, then the window. Decides nothing else.

import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import { App } from './app.tsx'
import { followEngine, queries } from './queries.ts'
import { readSettings, useSettings } from './settings.ts'
import { applyTheme } from './theme.ts'

// Mostly answered while the first screen is being made; until then the page looks as the system does.
readSettings().catch(() => undefined)

applyTheme(useSettings.getState().theme)
useSettings.subscribe((settings) => applyTheme(settings.theme))
followEngine()

/** A file dropped where nothing takes it would replace the whole page. */
for (const name of ['dragover', 'drop'] as const) {
  window.addEventListener(name, (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  })
}

const root = document.getElementById('root')
if (!root) throw new Error('the page has no element #root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
