// What the program itself asks the user, in the system's own dialogs.

import { type BrowserWindow, dialog, shell } from 'electron'
import type { Language } from '../../../shared/model/language.ts'
import { menuWords } from '../../../shared/text/menu.ts'
import { maybeOpenable } from './address.ts'

/** The path of a project, or null. The page that asked gets a token for it, never the path. */
export async function askForProject(
  window: BrowserWindow,
  language: Language,
  folder: string,
): Promise<string | null> {
  const words = menuWords[language]
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.pickTitle,
    defaultPath: folder,
    properties: ['openFile'],
    filters: [{ name: words.projectFiles, extensions: ['recap'] }],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Opens a link in the user's browser after they have seen where it leads. All but https and mailto is dropped. */
export async function openLink(window: BrowserWindow, language: Language, address: string): Promise<void> {
  const link = maybeOpenable(address)
  if (link === undefined) return
  const words = menuWords[language]
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.linkTitle,
    detail: `${words.linkNote}\n${link}`,
    buttons: [words.linkOpen, words.cancel],
    defaultId: 1,
    cancelId: 1,
  })
  if (response === 0) await shell.openExternal(link)
}

/** Whether the user would rather lose the last edits than keep the window open. */
export async function confirmLoss(window: BrowserWindow, language: Language): Promise<boolean> {
  const words = menuWords[language]
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.unsavedTitle,
    detail: words.unsavedNote,
    buttons: [words.keepOpen, words.closeAnyway],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}
