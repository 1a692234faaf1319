// Electron's entry: what has to be said before the app is ready, then the desktop host, once on this machine.

import { join } from 'node:path'
import { app, crashReporter, dialog } from 'electron'
import { RecapError } from '../shared/errors.ts'
import { errorText } from '../shared/text/errors.ts'
import { menuWords } from '../shared/text/menu.ts'
import { registerScheme } from './hosts/desktop/protocol.ts'
import { startDesktop } from './hosts/desktop/start.ts'
import { dataFolders } from './hosts/folders.ts'

/** Nothing can be shown but a box of the system's, and nothing can go on after it. */
function stop(error: unknown): void {
  const language = app.getLocale().startsWith('zh') ? 'zh-CN' : 'en'
  const { code, detail } = error instanceof RecapError ? error : new RecapError('internal', String(error))
  const { what, safe, next } = errorText(language, code, detail)
  dialog.showErrorBox(menuWords[language].startFailed, [what, safe, next].join('\n'))
  app.exit(3)
}

try {
  app.enableSandbox()
  // Crashes are written down on this machine and sent nowhere.
  crashReporter.start({ uploadToServer: false })
  registerScheme()
  const folders = dataFolders()
  app.setPath('userData', join(folders.dataFolder, 'window'))
  if (app.requestSingleInstanceLock())
    void app
      .whenReady()
      .then(() => startDesktop(folders))
      .catch(stop)
  else app.quit()
} catch (error) {
  stop(error)
}
