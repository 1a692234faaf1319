// The words of the terminal: help, results, progress. Failures have theirs in errors.ts.

import type { Language } from '../model/language.ts'

type CommandName =
  | 'inspect'
  | 'new'
  | 'import'
  | 'query'
  | 'figures'
  | 'draft'
  | 'export'
  | 'build'
  | 'serve'
  | 'doctor'

interface TerminalWords {
  about: string
  commands: Readonly<Record<CommandName, string>>
  options: Readonly<
    Record<
      | 'raw'
      | 'sheet'
      | 'encoding'
      | 'template'
      | 'projectLanguage'
      | 'table'
      | 'by'
      | 'agg'
      | 'to'
      | 'style'
      | 'data'
      | 'keep'
      | 'port'
      | 'open'
      | 'json'
      | 'language'
      | 'help'
      | 'version',
      string
    >
  >
  headings: Readonly<Record<'usage' | 'arguments' | 'options' | 'commands', string>>
  /** Wrong usage; `what` is the argument, option or command that is meant. */
  usage: {
    unknownCommand: (what: string) => string
    unknownOption: (what: string) => string
    missingArgument: (what: string) => string
    missingOption: (what: string) => string
    missingValue: (what: string) => string
    tooMany: string
    invalidValue: (what: string, value: string) => string
  }
  columns: Readonly<Record<'figure' | 'value' | 'target' | 'attainment' | 'verdict' | 'source', string>>
  table: (name: string, sheet: string, range: string, rows: number) => string
  column: (name: string, type: string, unit: string) => string
  skipped: (rows: number) => string
  chooseEncoding: string
  created: (file: string) => string
  imported: (tables: number, rows: number) => string
  drafted: (blocks: number, figures: number, charts: number) => string
  exported: (files: readonly string[], ms: number) => string
  steps: Readonly<Record<'reading' | 'storing' | 'measuring' | 'writing', string>>
}

export const terminalWords: Readonly<Record<Language, TerminalWords>> = {
  'zh-CN': {
    about: '复盘：放进表格，写出领导认可的 Word 报告。',
    commands: {
      inspect: '看看文件里有什么，不保存任何内容',
      new: '新建项目',
      import: '把表格导入项目',
      query: '对数据表分组汇总',
      figures: '列出全部指标：数值、目标、达成情况、来源',
      draft: '按模板和指标写出报告初稿',
      export: '导出报告',
      build: '一步完成：导入表格，写出报告',
      serve: '在浏览器里打开复盘',
      doctor: '检查运行环境和项目文件',
    },
    options: {
      raw: '原样列出每个单元格',
      sheet: '只看这一张工作表',
      encoding: '文本文件的编码，默认自动识别：utf-8、gb18030、big5、shift_jis 等',
      template: '模板：internship 实习总结',
      projectLanguage: '报告的语言：zh-CN 或 en',
      table: '数据表的名称',
      by: '分组的列；日期列可加 :day、:week、:month',
      agg: '汇总方式：sum、avg、min、max、first、last、count、distinct，如 sum:注册',
      to: '写入的文件（.docx）',
      style: '版式：enterprise 或 business',
      data: '表格文件',
      keep: '同时把项目保存为这个文件',
      port: '端口，默认自动选择',
      open: '不打开浏览器',
      json: '只在标准输出打印 JSON',
      language: '提示信息的语言：zh-CN 或 en',
      help: '显示帮助',
      version: '显示版本',
    },
    headings: { usage: '用法：', arguments: '参数：', options: '选项：', commands: '命令：' },
    usage: {
      unknownCommand: (what) => `没有“${what}”这个命令。`,
      unknownOption: (what) => `没有“${what}”这个选项。`,
      missingArgument: (what) => `缺少参数 ${what}。`,
      missingOption: (what) => `缺少选项 ${what}。`,
      missingValue: (what) => `选项 ${what} 后面要跟一个值。`,
      tooMany: '参数太多。',
      invalidValue: (what, value) => `选项 ${what} 不能是“${value}”。`,
    },
    columns: {
      figure: '指标',
      value: '数值',
      target: '目标',
      attainment: '达成',
      verdict: '结论',
      source: '来源',
    },
    table: (name, sheet, range, rows) => `数据表 ${name}（工作表 ${sheet}，${range}，${rows} 行）`,
    column: (name, type, unit) => `  ${name}：${type}${unit && `，${unit}`}`,
    skipped: (rows) => `  略过 ${rows} 行（标题、小计、合计等）`,
    chooseEncoding: '请用 --encoding 指定编码，如 --encoding big5。',
    created: (file) => `已新建 ${file}`,
    imported: (tables, rows) => `已导入 ${tables} 张数据表，共 ${rows} 行`,
    drafted: (blocks, figures, charts) =>
      `已写好初稿：${blocks} 个段落和图表，引用 ${figures} 个指标，${charts} 张图表`,
    exported: (files, ms) => `已写入 ${files.join('、')}（${ms} 毫秒）`,
    steps: { reading: '读取', storing: '保存', measuring: '计算', writing: '写入' },
  },
  en: {
    about: 'Recap: put spreadsheets in, get a Word report that holds up.',
    commands: {
      inspect: 'show what a file holds; keeps nothing',
      new: 'make a project',
      import: 'bring spreadsheets into a project',
      query: 'group and aggregate a table',
      figures: 'list every figure: value, target, attainment, source',
      draft: 'write the first version of the report from template and figures',
      export: 'export the report',
      build: 'all in one go: from spreadsheets to a report',
      serve: 'open Recap in the browser',
      doctor: 'check this machine and a project file',
    },
    options: {
      raw: 'every cell as it stands',
      sheet: 'this sheet only',
      encoding: 'encoding of text files, found out by default: utf-8, gb18030, big5, shift_jis …',
      template: 'template: internship',
      projectLanguage: 'language of the report: zh-CN or en',
      table: 'name of the table',
      by: 'column to group by; a date column may add :day, :week or :month',
      agg: 'sum, avg, min, max, first, last, count or distinct, such as sum:Sign-ups',
      to: 'file to write (.docx)',
      style: 'house style: enterprise or business',
      data: 'spreadsheet files',
      keep: 'also keep the project as this file',
      port: 'port; a free one by default',
      open: 'do not open a browser',
      json: 'print JSON on stdout and nothing else',
      language: 'language of messages: zh-CN or en',
      help: 'show help',
      version: 'show the version',
    },
    headings: { usage: 'Usage:', arguments: 'Arguments:', options: 'Options:', commands: 'Commands:' },
    usage: {
      unknownCommand: (what) => `There is no command “${what}”.`,
      unknownOption: (what) => `There is no option “${what}”.`,
      missingArgument: (what) => `The argument ${what} is missing.`,
      missingOption: (what) => `The option ${what} is missing.`,
      missingValue: (what) => `The option ${what} needs a value.`,
      tooMany: 'There are too many arguments.',
      invalidValue: (what, value) => `The option ${what} cannot be “${value}”.`,
    },
    columns: {
      figure: 'Figure',
      value: 'Value',
      target: 'Target',
      attainment: 'Attainment',
      verdict: 'Verdict',
      source: 'Source',
    },
    table: (name, sheet, range, rows) => `Table ${name} (sheet ${sheet}, ${range}, ${rows} rows)`,
    column: (name, type, unit) => `  ${name}: ${type}${unit && `, ${unit}`}`,
    skipped: (rows) => `  ${rows} rows left out (titles, subtotals, totals)`,
    chooseEncoding: 'Name it with --encoding, such as --encoding big5.',
    created: (file) => `Made ${file}`,
    imported: (tables, rows) => `Imported ${tables} tables with ${rows} rows`,
    drafted: (blocks, figures, charts) =>
      `Drafted ${blocks} blocks from ${figures} figures and ${charts} charts`,
    exported: (files, ms) => `Wrote ${files.join(', ')} (${ms} ms)`,
    steps: { reading: 'Reading', storing: 'Storing', measuring: 'Measuring', writing: 'Writing' },
  },
}
