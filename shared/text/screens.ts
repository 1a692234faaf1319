// The words of the frame around every screen and of the home screen, in both languages.
// The rooms of the other screens have files of their own, loaded with them.

import type { Language } from '../model/language.ts'

export interface ShellWords {
  product: string
  home: string
  skip: string
  navigation: string
  pages: Readonly<Record<'data' | 'figures' | 'charts' | 'report' | 'export', string>>
  /** In the language that it switches to. */
  otherLanguage: { short: string; label: string }
  theme: string
  themes: Readonly<Record<'system' | 'light' | 'dark', string>>
  saveStates: Readonly<Record<'saved' | 'saving' | 'unsaved' | 'failed', string>>
  close: string
  cancel: string
  messages: string
  notices: string
  loading: string
  busy: Readonly<Record<'creating' | 'opening' | 'sampling', string>>
  connectionLost: string
  connectionRefused: string
  readOnlyNote: string
  saveCopy: string
  copySaved: (name: string) => string
  brokenTitle: string
  reloadPage: string
  backHome: string
  openFailed: string
  copyOpened: (name: string) => string
  shortcuts: string
  shortcutNames: Readonly<Record<'pages' | 'open' | 'create' | 'shortcuts', string>>
  newProject: {
    title: string
    name: string
    defaultName: string
    template: string
    templateName: string
    templateNote: string
    language: string
    languages: Readonly<Record<Language, string>>
    create: string
  }
}

export const shellWords: Readonly<Record<Language, ShellWords>> = {
  'zh-CN': {
    product: '复盘',
    home: '首页',
    skip: '跳到正文',
    navigation: '项目步骤',
    pages: { data: '数据', figures: '指标', charts: '图表', report: '报告', export: '导出' },
    otherLanguage: { short: 'EN', label: 'EN, switch to English' },
    theme: '外观',
    themes: { system: '跟随系统', light: '浅色', dark: '深色' },
    saveStates: { saved: '已保存', saving: '正在保存…', unsaved: '有改动未保存', failed: '没有保存成功' },
    close: '关闭',
    cancel: '取消',
    messages: '消息',
    notices: '提示',
    loading: '正在载入',
    busy: { creating: '正在新建项目', opening: '正在打开项目', sampling: '正在准备示例项目' },
    connectionLost: '与复盘的连接断开了，正在重新连接。已保存的内容都在；恢复后可以接着做。',
    connectionRefused: '这个页面的访问钥匙已失效。已保存的内容都在；请用启动复盘时打印的最新地址重新打开。',
    readOnlyNote: '这个项目是只读的：可以查看和导出，不能修改。',
    saveCopy: '另存一份副本',
    copySaved: (name) => `已另存为“${name}”，从首页打开它就可以修改`,
    brokenTitle: '这一页没能显示出来',
    reloadPage: '重新载入',
    backHome: '回到首页',
    openFailed: '没能打开项目',
    copyOpened: (name) => `已打开“${name}”的副本，原来的文件不会改动`,
    shortcuts: '键盘快捷键',
    shortcutNames: {
      pages: '数据、指标、图表、报告、导出',
      open: '打开项目',
      create: '新建项目',
      shortcuts: '显示快捷键',
    },
    newProject: {
      title: '新建项目',
      name: '项目名称',
      defaultName: '实习总结',
      template: '模板',
      templateName: '实习总结',
      templateNote: '封面、目录、实习基本情况、工作内容、数据成果、收获、不足与计划',
      language: '报告语言',
      languages: { 'zh-CN': '中文', en: '英文' },
      create: '新建',
    },
  },
  en: {
    product: 'Recap',
    home: 'Home',
    skip: 'Skip to content',
    navigation: 'Project steps',
    pages: { data: 'Data', figures: 'Figures', charts: 'Charts', report: 'Report', export: 'Export' },
    otherLanguage: { short: '中文', label: '中文，切换到中文' },
    theme: 'Appearance',
    themes: { system: 'Same as system', light: 'Light', dark: 'Dark' },
    saveStates: { saved: 'Saved', saving: 'Saving…', unsaved: 'Unsaved changes', failed: 'Not saved' },
    close: 'Close',
    cancel: 'Cancel',
    messages: 'Messages',
    notices: 'Notices',
    loading: 'Loading',
    busy: {
      creating: 'Making the project',
      opening: 'Opening the project',
      sampling: 'Preparing the sample',
    },
    connectionLost:
      'The connection to Recap is lost; trying again. What was saved is safe; go on when it is back.',
    connectionRefused:
      'This page no longer has a valid key. What was saved is safe; open the newest address that Recap printed when it started.',
    readOnlyNote: 'This project is read only: look at it and export it, but it cannot be changed.',
    saveCopy: 'Save a copy',
    copySaved: (name) => `Saved as “${name}”; open that one from the home screen to change it`,
    brokenTitle: 'This page could not be shown',
    reloadPage: 'Reload',
    backHome: 'Back to home',
    openFailed: 'The project could not be opened',
    copyOpened: (name) => `A copy of “${name}” is open; the file itself stays as it is`,
    shortcuts: 'Keyboard shortcuts',
    shortcutNames: {
      pages: 'Data, figures, charts, report, export',
      open: 'Open a project',
      create: 'New project',
      shortcuts: 'Show shortcuts',
    },
    newProject: {
      title: 'New project',
      name: 'Project name',
      defaultName: 'Internship summary',
      template: 'Template',
      templateName: 'Internship summary',
      templateNote:
        'Cover, contents, the internship, what was done, results in figures, lessons, shortcomings and plans',
      language: 'Language of the report',
      languages: { 'zh-CN': 'Chinese', en: 'English' },
      create: 'Create',
    },
  },
}

export interface HomeWords {
  headline: string
  promise: string
  newProject: string
  openProject: string
  trySample: string
  /** Said where a chosen project file is copied instead of opened in place. */
  opensCopy: string
  recent: string
  changed: (when: string) => string
  justNow: string
  noRecent: string
  howTitle: string
  /** 数据 → 指标 → 报告, a line each. */
  how: readonly { title: string; text: string }[]
  dropHint: string
  dropHere: string
  pickSheets: string
}

export const homeWords: Readonly<Record<Language, HomeWords>> = {
  'zh-CN': {
    headline: '把表格变成数字都对得上的报告',
    promise: '所有文件只在这台电脑上处理，不上传，不联网。',
    newProject: '新建项目',
    openProject: '打开项目…',
    trySample: '用示例试一试',
    opensCopy: '在浏览器里打开的是项目文件的副本，原文件不会改动。',
    recent: '最近的项目',
    changed: (when) => `${when}修改`,
    justNow: '刚刚',
    noRecent: '还没有项目。新建一个，或先用示例看看成品是什么样子。',
    howTitle: '怎么用',
    how: [
      { title: '数据', text: '拖入 Excel、WPS 或 CSV 表格，标题行、小计、单位自动认出来。' },
      { title: '指标', text: '汇总出总量、均值、达成率，每个数字都查得到出处。' },
      { title: '报告', text: '按模板起草，改好文字，导出成 Word。' },
    ],
    dropHint: '也可以把表格直接拖到这个窗口，核对后导入新项目。',
    dropHere: '松开鼠标，用这些表格新建一个项目',
    pickSheets: '选择表格…',
  },
  en: {
    headline: 'Spreadsheets in, a report with the right numbers out',
    promise: 'Every file stays on this computer. Nothing is uploaded, nothing goes online.',
    newProject: 'New project',
    openProject: 'Open a project…',
    trySample: 'Try the sample',
    opensCopy: 'In the browser a copy of the project file is opened; the file itself stays as it is.',
    recent: 'Recent projects',
    changed: (when) => `Changed ${when}`,
    justNow: 'just now',
    noRecent: 'No projects yet. Make one, or try the sample to see what comes out.',
    howTitle: 'How it works',
    how: [
      {
        title: 'Data',
        text: 'Drop in Excel, WPS or CSV files; title rows, subtotals and units are recognised.',
      },
      { title: 'Figures', text: 'Totals, averages and attainment, each traceable to its cells.' },
      { title: 'Report', text: 'Drafted from a template; edit the words and export to Word.' },
    ],
    dropHint: 'Or drop spreadsheets anywhere in this window to review and import them into a new project.',
    dropHere: 'Let go to make a project from these spreadsheets',
    pickSheets: 'Choose spreadsheets…',
  },
}
