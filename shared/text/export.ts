// The words of the export screen: what is still missing, the facts of the cover, the file that is made.

import type { Language } from '../model/language.ts'
import type { Fact, HouseStyleId } from '../model/project.ts'
import { plural } from './english.ts'

export interface ExportWords {
  title: string
  missing: string
  nothingMissing: string
  missingNote: string
  emptyFacts: (count: number) => string
  emptyPrompts: (count: number) => string
  valueless: (count: number) => string
  cover: string
  coverNote: string
  examples: Readonly<Record<Fact, string>>
  pickDate: string
  pickPeriod: string
  style: string
  styles: Readonly<Record<HouseStyleId, { name: string; note: string }>>
  file: string
  format: string
  word: string
  fileName: string
  fileNameRule: string
  byRule: string
  export: string
  exportAgain: string
  exporting: string
  writing: (percent: string) => string
  cancel: string
  done: (file: string) => string
  doneWhere: Readonly<Record<'desktop' | 'web' | 'cli', string>>
  download: string
  noReport: string
  noReportText: string
  toData: string
  retry: string
  saveFailed: string
}

const many = (count: number, noun: string): string => `${count} ${count === 1 ? noun : plural(noun)}`

export const exportWords: Readonly<Record<Language, ExportWords>> = {
  'zh-CN': {
    title: '导出',
    missing: '还缺什么',
    nothingMissing: '封面信息、正文和指标都齐了。',
    missingNote: '缺的内容不影响导出，空着的地方不会印出来。',
    emptyFacts: (count) => `封面信息有 ${count} 项没有填写`,
    emptyPrompts: (count) => `正文有 ${count} 处等你写几句`,
    valueless: (count) => `报告里有 ${count} 个指标没有数值`,
    cover: '封面信息',
    coverNote: '填写后自动保存，封面、页眉和文件名都会用到。',
    examples: {
      title: '实习总结',
      name: '',
      post: '例如：用户运营实习生',
      organisation: '',
      department: '例如：增长运营部',
      mentor: '',
      period: '例如：2026年3月2日至8月28日',
      date: '例如：2026年8月31日',
    },
    pickDate: '选择日期',
    pickPeriod: '选择起止日期',
    style: '版式',
    styles: {
      enterprise: { name: '企业实习报告', note: '正文宋体小四、首行缩进两字；标题黑体；一、（一）1. 编号' },
      business: { name: '英文商务', note: '正文 Times New Roman 11 磅；标题 Arial；1、1.1、1.1.1 编号' },
    },
    file: '文件',
    format: '格式',
    word: 'Word 文档（.docx）',
    fileName: '文件名',
    fileNameRule: '按“单位_姓名_主题_日期”命名，可以改。',
    byRule: '恢复默认文件名',
    export: '导出',
    exportAgain: '再导出一次',
    exporting: '正在导出',
    writing: (percent) => `正在生成文档 ${percent}`,
    cancel: '取消',
    done: (file) => `已导出“${file}”`,
    doneWhere: { web: '文件在浏览器的下载文件夹里。', desktop: '文件在你选择的位置。', cli: '' },
    download: '再下载一份',
    noReport: '还没有报告',
    noReportText: '先导入表格并起草报告，再回到这里导出。',
    toData: '去导入数据',
    retry: '再试一次',
    saveFailed: '封面信息没有保存成功',
  },
  en: {
    title: 'Export',
    missing: 'Still missing',
    nothingMissing: 'Cover, text and figures are all complete.',
    missingNote: 'None of it stops the export; what is empty is not printed.',
    emptyFacts: (count) => `${many(count, 'line')} of the cover ${count === 1 ? 'is' : 'are'} empty`,
    emptyPrompts: (count) =>
      `${many(count, 'place')} in the text ${count === 1 ? 'waits' : 'wait'} for your words`,
    valueless: (count) => `${many(count, 'figure')} in the report ${count === 1 ? 'has' : 'have'} no value`,
    cover: 'Cover',
    coverNote: 'Saved as you type; the cover, the header and the file name use it.',
    examples: {
      title: 'Internship report',
      name: '',
      post: 'e.g. User operations intern',
      organisation: '',
      department: 'e.g. Growth',
      mentor: '',
      period: 'e.g. 2 March – 28 August 2026',
      date: 'e.g. 31 August 2026',
    },
    pickDate: 'Choose a date',
    pickPeriod: 'Choose first and last day',
    style: 'Style',
    styles: {
      enterprise: {
        name: 'Chinese company report',
        note: 'Song 12 pt body with indented first lines, Hei headings, numbered 一、（一）1.',
      },
      business: {
        name: 'Business',
        note: 'Times New Roman 11 pt body, Arial headings, numbered 1, 1.1, 1.1.1',
      },
    },
    file: 'File',
    format: 'Format',
    word: 'Word document (.docx)',
    fileName: 'File name',
    fileNameRule: 'Named organisation_name_subject_date; change it if you like.',
    byRule: 'Back to the usual name',
    export: 'Export',
    exportAgain: 'Export again',
    exporting: 'Exporting',
    writing: (percent) => `Making the document ${percent}`,
    cancel: 'Cancel',
    done: (file) => `Exported “${file}”`,
    doneWhere: {
      web: 'The file is in your browser’s downloads.',
      desktop: 'The file is where you put it.',
      cli: '',
    },
    download: 'Download again',
    noReport: 'No report yet',
    noReportText: 'Import spreadsheets and draft the report first, then come back to export it.',
    toData: 'Go to the data',
    retry: 'Try again',
    saveFailed: 'The cover could not be saved',
  },
}
