// What kinds of files and encodings of text are called, wherever a file is spoken of.

import type { Language } from '../model/language.ts'
import type { SourceFormat } from '../model/source.ts'

export const formatNames: Readonly<Record<Language, Readonly<Record<SourceFormat, string>>>> = {
  'zh-CN': {
    xlsx: 'Excel 工作簿',
    xlsb: 'Excel 二进制工作簿',
    xls: 'Excel 97–2003 工作簿',
    xml: 'Excel 2003 XML',
    html: '网页表格',
    ods: 'OpenDocument 表格',
    csv: '文本表格 (CSV)',
    parquet: 'Parquet',
  },
  en: {
    xlsx: 'Excel workbook',
    xlsb: 'Excel binary workbook',
    xls: 'Excel 97–2003 workbook',
    xml: 'Excel 2003 XML',
    html: 'web page table',
    ods: 'OpenDocument spreadsheet',
    csv: 'text table (CSV)',
    parquet: 'Parquet',
  },
}

/** By their labels in https://encoding.spec.whatwg.org, and what they are mostly used for. */
const encodings: ReadonlyMap<string, { name: string; use?: Readonly<Record<Language, string>> }> = new Map([
  ['utf-8', { name: 'UTF-8' }],
  ['gb18030', { name: 'GB18030', use: { 'zh-CN': '简体中文', en: 'simplified Chinese' } }],
  ['big5', { name: 'Big5', use: { 'zh-CN': '繁体中文', en: 'traditional Chinese' } }],
  ['shift_jis', { name: 'Shift-JIS', use: { 'zh-CN': '日文', en: 'Japanese' } }],
  ['euc-kr', { name: 'EUC-KR', use: { 'zh-CN': '韩文', en: 'Korean' } }],
  ['utf-16le', { name: 'UTF-16' }],
  ['utf-16be', { name: 'UTF-16', use: { 'zh-CN': '高位在前', en: 'big endian' } }],
  ['windows-1252', { name: 'Latin-1', use: { 'zh-CN': '西欧', en: 'Western' } }],
])

/** `shift_jis` → Shift-JIS */
export const encodingName = (label: string): string => encodings.get(label)?.name ?? label.toUpperCase()

/** `shift_jis` → Shift-JIS（日文） */
export function encodingText(language: Language, label: string): string {
  const use = encodings.get(label)?.use?.[language]
  const name = encodingName(label)
  if (use === undefined) return name
  return language === 'en' ? `${name} (${use})` : `${name}（${use}）`
}
