// The menu of the window (of the whole program on macOS), in the user's language.

import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language } from '../../../shared/model/language.ts'
import { menuWords } from '../../../shared/text/menu.ts'

export interface MenuActions {
  goHome(): void
  openProject(): void
}

export function showMenu(language: Language, actions: MenuActions): void {
  const words = menuWords[language]
  const mac = process.platform === 'darwin'
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const about: MenuItemConstructorOptions = { role: 'about', label: words.about }
  const quit: MenuItemConstructorOptions = { role: 'quit', label: words.quit }
  const program: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      about,
      line,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      line,
      quit,
    ],
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [program] : []),
      {
        label: words.file,
        submenu: [
          { label: words.home, accelerator: 'CommandOrControl+Shift+H', click: () => actions.goHome() },
          { label: words.openProject, accelerator: 'CommandOrControl+O', click: () => actions.openProject() },
          line,
          { role: 'close', label: words.closeWindow },
          ...(mac ? [] : [line, quit]),
        ],
      },
      {
        label: words.edit,
        submenu: [
          { role: 'undo', label: words.undo },
          { role: 'redo', label: words.redo },
          line,
          { role: 'cut', label: words.cut },
          { role: 'copy', label: words.copy },
          { role: 'paste', label: words.paste },
          { role: 'pasteAndMatchStyle', label: words.pasteText },
          { role: 'selectAll', label: words.selectAll },
        ],
      },
      {
        label: words.view,
        submenu: [
          { role: 'resetZoom', label: words.actualSize },
          { role: 'zoomIn', label: words.larger },
          { role: 'zoomOut', label: words.smaller },
          line,
          { role: 'togglefullscreen', label: words.fullScreen },
        ],
      },
      { label: words.window, role: 'windowMenu', submenu: [{ role: 'minimize', label: words.minimize }] },
      ...(mac ? [] : [{ label: words.help, submenu: [about] }]),
    ]),
  )
}
