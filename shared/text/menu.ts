// The words of the desktop's menu and of its own dialogs, in both languages.

import type { Language } from '../model/language.ts'

export interface MenuWords {
  file: string
  home: string
  openProject: string
  closeWindow: string
  quit: string
  edit: string
  undo: string
  redo: string
  cut: string
  copy: string
  paste: string
  pasteText: string
  selectAll: string
  view: string
  actualSize: string
  larger: string
  smaller: string
  fullScreen: string
  window: string
  minimize: string
  help: string
  about: string
  hide: string
  hideOthers: string
  showAll: string
  /** The dialog of the host that asks for a project. */
  pickTitle: string
  projectFiles: string
  /** Before a link of a report is opened in the browser. */
  linkTitle: string
  linkNote: string
  linkOpen: string
  cancel: string
  /** The window is to close and the last edits could not be saved. */
  unsavedTitle: string
  unsavedNote: string
  keepOpen: string
  closeAnyway: string
  /** The program cannot start at all; the sentence of the failure follows. */
  startFailed: string
}

export const menuWords: Readonly<Record<Language, MenuWords>> = {
  'zh-CN': {
    file: '文件',
    home: '首页',
    openProject: '打开项目…',
    closeWindow: '关闭窗口',
    quit: '退出复盘',
    edit: '编辑',
    undo: '撤销',
    redo: '恢复',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    pasteText: '粘贴为纯文本',
    selectAll: '全选',
    view: '视图',
    actualSize: '实际大小',
    larger: '放大',
    smaller: '缩小',
    fullScreen: '全屏显示',
    window: '窗口',
    minimize: '最小化',
    help: '帮助',
    about: '关于复盘',
    hide: '隐藏复盘',
    hideOthers: '隐藏其他应用',
    showAll: '全部显示',
    pickTitle: '打开项目',
    projectFiles: '复盘项目',
    linkTitle: '要在浏览器中打开这个链接吗？',
    linkNote: '链接会在复盘之外打开：',
    linkOpen: '打开链接',
    cancel: '取消',
    unsavedTitle: '最后的修改还没有保存',
    unsavedNote: '之前的内容都已保存在项目文件里。现在关闭会丢失最后这次修改。',
    keepOpen: '继续编辑',
    closeAnyway: '关闭并放弃',
    startFailed: '复盘无法启动',
  },
  en: {
    file: 'File',
    home: 'Home',
    openProject: 'Open Project…',
    closeWindow: 'Close Window',
    quit: 'Quit Recap',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pasteText: 'Paste as Plain Text',
    selectAll: 'Select All',
    view: 'View',
    actualSize: 'Actual Size',
    larger: 'Zoom In',
    smaller: 'Zoom Out',
    fullScreen: 'Full Screen',
    window: 'Window',
    minimize: 'Minimize',
    help: 'Help',
    about: 'About Recap',
    hide: 'Hide Recap',
    hideOthers: 'Hide Others',
    showAll: 'Show All',
    pickTitle: 'Open Project',
    projectFiles: 'Recap projects',
    linkTitle: 'Open this link in the browser?',
    linkNote: 'It opens outside of Recap:',
    linkOpen: 'Open Link',
    cancel: 'Cancel',
    unsavedTitle: 'The last edits are not saved yet',
    unsavedNote: 'Everything before them is in the project file. Closing now loses the last edits.',
    keepOpen: 'Keep Editing',
    closeAnyway: 'Close and Discard',
    startFailed: 'Recap cannot start',
  },
}
