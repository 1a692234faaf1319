// What the user reads when something cannot go on: what happened, what is safe, what to do next.
// Every code of shared/errors.ts has its sentence in both languages, or this file does not compile; hence its length.

import type { ErrorCode, ErrorDetail } from '../errors.ts'
import type { Language } from '../model/language.ts'
import { encodingName } from './formats.ts'

export interface ErrorText {
  what: string
  safe: string
  next: string
}

type Say = (detail: (name: string) => string) => readonly [what: string, safe: string, next: string]

const zh: Readonly<Record<ErrorCode, Say>> = {
  'file-missing': (d) => [
    `找不到文件${named(d('file'))}。`,
    '项目没有改动。',
    '请确认文件没有被移动或改名，然后重新选择。',
  ],
  'file-unreadable': (d) => [
    `无法读取文件${named(d('file'))}。`,
    '文件和项目都没有改动。',
    '请检查是否有读取权限，或先在其他程序中关闭它再试。',
  ],
  'file-empty': (d) => [
    `文件${named(d('file'))}是空的，没有任何内容。`,
    '项目没有改动。',
    '请重新导出或保存这份表格后再导入。',
  ],
  'file-not-a-spreadsheet': (d) => [
    `文件${named(d('file'))}不是表格${d('found') && `，而是 ${d('found')}`}。`,
    '项目没有改动。',
    '请选择 Excel、WPS 表格、OpenDocument 或 CSV 等表格文件。',
  ],
  'file-is-a-document': (d) => [
    `文件${named(d('file'))}是文档${d('found') && `（${d('found')}）`}，不是表格。`,
    '文件和项目都没有改动。',
    '请选择 Excel、WPS 表格或 CSV 等表格文件；文档里的表格可以先复制到 Excel 中保存。',
  ],
  'file-format-unsupported': (d) => [
    `文件${named(d('file'))}的格式${d('found') && ` ${d('found')} `}暂时还不能读取。`,
    '文件和项目都没有改动。',
    '请用制作它的软件另存为 Excel 工作簿（.xlsx）后再导入。',
  ],
  'file-encrypted': (d) => [
    `工作簿${named(d('file'))}设有打开密码，无法读取。`,
    '文件和项目都没有改动。',
    '请在 Excel 或 WPS 中打开它，取消密码并另存一份，再导入那一份。',
  ],
  'file-truncated': (d) => [
    `文件${named(d('file'))}不完整，后半部分缺失，可能是没有下载完。`,
    '项目没有改动。',
    '请重新下载或复制这个文件后再导入。',
  ],
  'file-damaged': (d) => [
    `文件${named(d('file'))}已损坏，内容无法读取。`,
    '项目没有改动。',
    '请用 Excel 或 WPS 打开并另存一份，再导入那一份。',
  ],
  'file-too-large': (d) => [
    `${excess(d('cap'), `读取文件${named(d('file'))}需要的内存太多`, `读取文件${named(d('file'))}花的时间太长`, `文件${named(d('file'))}太大`)}${d('actual') && `：${d('actual')}，上限为 ${d('limit')}`}。`,
    '项目没有改动。',
    '请按月份或部门拆分后分别导入。',
  ],
  'file-encoding-unknown': (d) => [
    `无法判断文件${named(d('file'))}的文字编码${d('line') && `：第 ${d('line')} 行有多种读法或读不通`}${d('encodings') && `，可能是 ${encodingNames(d('encodings')).join('、')}`}。`,
    '项目没有改动。',
    '请在导入前的预览中选择编码，或用记事本、Excel 打开，另存为 UTF-8 编码后再导入。',
  ],
  'file-without-table': (d) => [
    `在文件${named(d('file'))}里没有找到数据表。`,
    '项目没有改动。',
    '请确认表格有一行列名，下面有数据，然后重新导入。',
  ],
  'project-missing': (d) => [
    `找不到项目${named(d('file'))}。`,
    '其他项目不受影响。',
    '请确认文件没有被移动或删除，然后重新打开。',
  ],
  'project-exists': (d) => [
    `已经有名为${named(d('file'))}的项目。`,
    '原来的项目没有改动。',
    '请换一个名称。',
  ],
  'project-not-a-project': (d) => [
    `文件${named(d('file'))}不是复盘项目。`,
    '文件没有改动。',
    '请选择扩展名为 .recap 的项目文件；表格请用“导入”。',
  ],
  'project-newer': (d) => [
    `项目${named(d('file'))}由更新版本的复盘保存，当前版本无法打开。`,
    '项目文件原样未动。',
    '请升级复盘后再打开。',
  ],
  'project-damaged': (d) => [
    `项目${named(d('file'))}的文件已损坏。`,
    '原文件原样保留，没有改动。',
    '请打开最近的备份，或把数据重新导入一个新项目。',
  ],
  'project-read-only': (d) => [
    `项目${named(d('file'))}是只读的，无法保存改动。`,
    '已有内容都在，刚才的改动没有写入。',
    '请把项目复制到可以写入的文件夹，再打开那一份。',
  ],
  'project-busy': (d) => [
    `项目${named(d('file'))}正被另一个程序使用。`,
    '已保存的内容都在，刚才的改动还没有写入。',
    '请关闭另一个窗口，然后再试一次。',
  ],
  'folder-read-only': (d) => [
    `文件夹${named(d('folder'))}不允许写入。`,
    '没有写下任何文件，原有文件都没有改动。',
    '请换一个文件夹，例如“文档”。',
  ],
  'folder-missing': (d) => [
    `找不到文件夹${named(d('folder'))}。`,
    '没有写下任何文件。',
    '请选择一个已有的文件夹。',
  ],
  'disk-full': () => [
    '磁盘空间不足。',
    '已保存的内容都在，刚才的改动没有写入。',
    '请清理出一些空间，然后再试一次。',
  ],
  'export-target-busy': (d) => [
    `无法替换文件${named(d('file'))}，它可能正在 Word 中打开。`,
    '原来的文件完好无损。',
    '请先关闭它，或换一个文件名再导出。',
  ],
  'template-unknown': (d) => [
    `没有名为${named(d('template'))}的模板。`,
    '没有新建任何文件。',
    d('known') ? `可用的模板：${d('known')}。` : '请选择列表中的模板。',
  ],
  'format-unknown': (d) => [
    `不认识输出格式${named(d('format'))}。`,
    '没有写下任何文件。',
    '请使用扩展名为 .docx 的文件名。',
  ],
  'table-unknown': (d) => [
    `项目里没有数据表${named(d('table'))}。`,
    '项目没有改动。',
    d('known') ? `已有的数据表：${d('known')}。` : '请先导入数据。',
  ],
  'column-unknown': (d) => [
    `数据表里没有列${named(d('column'))}。`,
    '项目没有改动。',
    d('known') ? `已有的列：${d('known')}。` : '请检查列名。',
  ],
  'figure-unknown': () => ['这个指标已经不在项目里。', '其他指标没有改动。', '请刷新后重新选择。'],
  'figure-in-use': (d) => [
    `指标${named(d('name'))}还在使用中${d('where') && `：${d('where')}`}，不能删除。`,
    '指标和报告都没有改动。',
    '请先在用到它的地方删去，再删除指标。',
  ],
  'formula-invalid': (d) => [
    `公式不成立${d('message') && `：${d('message')}`}。`,
    '指标和报告都没有改动。',
    '请修改公式后再保存。',
  ],
  'comparison-unknown': () => ['这个对比已经不在项目里了。', '其他内容没有改动。', '请重新载入后再选择。'],
  'chart-unknown': () => ['这张图表已经不在项目里了。', '其他图表没有改动。', '请重新载入后再选择。'],
  'chart-in-use': (d) => [
    `图表${named(d('name'))}还在报告中使用，不能删除。`,
    '图表和报告都没有改动。',
    '请先在报告里删去这张图，再删除图表。',
  ],
  'report-changed-elsewhere': () => [
    '这份报告在别处被改动过。',
    '两边的内容都还在，没有互相覆盖。',
    '请选择载入那边的版本，或保留这里的版本。',
  ],
  'input-invalid': (d) => [
    `输入的内容不符合要求${d('place') && `（${d('place')}）`}。`,
    '没有改动任何内容。',
    '请检查后重新填写。',
  ],
  'call-unknown': () => ['程序的两个部分版本不一致。', '项目没有改动。', '请关闭复盘，重新打开。'],
  'sender-refused': () => ['这个链接已经失效。', '项目没有改动。', '请从启动复盘的窗口重新打开链接。'],
  'connection-lost': () => [
    '与复盘的连接中断了。',
    '已保存的内容都在，未保存的改动保留在这个窗口里。',
    '请确认复盘仍在运行，连接恢复后会自动继续保存。',
  ],
  'job-cancelled': () => ['操作已取消。', '项目和文件都没有改动。', '需要时可以重新开始。'],
  'not-yet-available': (d) => [
    `${d('what') ? `“${d('what')}”` : '这项功能'}暂时还不可用。`,
    '没有改动任何内容。',
    '请查看帮助，了解现有的命令和格式。',
  ],
  'usage-wrong': (d) => [
    d('message') || '命令的写法不对。',
    '没有改动任何内容。',
    '加上 --help 可以查看用法。',
  ],
  'environment-unfit': (d) => [
    `这台电脑的环境不满足要求${d('what') && `：${d('what')}`}。`,
    '没有改动任何内容。',
    d('next') || '请按说明安装所需的版本后再试。',
  ],
  internal: (d) => [
    '程序出现了意料之外的问题。',
    '已保存的内容都在。',
    `请再试一次；如果仍然出现，请在反馈时附上编号 ${d('id') || '——'}。`,
  ],
}

const en: Readonly<Record<ErrorCode, Say>> = {
  'file-missing': (d) => [
    `The file${named(d('file'))} cannot be found.`,
    'The project is unchanged.',
    'Check that it was not moved or renamed, then choose it again.',
  ],
  'file-unreadable': (d) => [
    `The file${named(d('file'))} cannot be read.`,
    'The file and the project are unchanged.',
    'Check that you may read it, or close it in other programs and try again.',
  ],
  'file-empty': (d) => [
    `The file${named(d('file'))} is empty.`,
    'The project is unchanged.',
    'Export or save the spreadsheet again, then import it.',
  ],
  'file-not-a-spreadsheet': (d) => [
    `The file${named(d('file'))} is not a spreadsheet${d('found') && ` but ${d('found')}`}.`,
    'The project is unchanged.',
    'Choose a spreadsheet, such as an Excel, WPS, OpenDocument or CSV file.',
  ],
  'file-is-a-document': (d) => [
    `The file${named(d('file'))} is a document${d('found') && ` (${d('found')})`}, not a spreadsheet.`,
    'The file and the project are unchanged.',
    'Choose a spreadsheet, such as an Excel, WPS or CSV file; tables in a document can be copied to Excel and saved.',
  ],
  'file-format-unsupported': (d) => [
    `The file${named(d('file'))} has a format${d('found') && ` (${d('found')})`} that cannot be read yet.`,
    'The file and the project are unchanged.',
    'Save it as an Excel workbook (.xlsx) in the program that made it, then import that copy.',
  ],
  'file-encrypted': (d) => [
    `The workbook${named(d('file'))} is protected by a password and cannot be read.`,
    'The file and the project are unchanged.',
    'Open it in Excel or WPS, save a copy without the password, and import that copy.',
  ],
  'file-truncated': (d) => [
    `The file${named(d('file'))} is incomplete: its end is missing.`,
    'The project is unchanged.',
    'Download or copy it again, then import it.',
  ],
  'file-damaged': (d) => [
    `The file${named(d('file'))} is damaged and cannot be read.`,
    'The project is unchanged.',
    'Open it in Excel or WPS, save a copy, and import that copy.',
  ],
  'file-too-large': (d) => [
    `${excess(d('cap'), `Reading the file${named(d('file'))} takes too much memory`, `Reading the file${named(d('file'))} takes too long`, `The file${named(d('file'))} is too large`)}${d('actual') && `: ${d('actual')}, the limit is ${d('limit')}`}.`,
    'The project is unchanged.',
    'Split it, by month or department for example, and import the parts.',
  ],
  'file-encoding-unknown': (d) => [
    `The text encoding of${named(d('file')) || ' the file'} cannot be told${d('line') && `: line ${d('line')} can be read in more than one way or in none`}${d('encodings') && `. It may be ${encodingNames(d('encodings')).join(', ')}`}.`,
    'The project is unchanged.',
    'Choose the encoding in the preview before importing, or save the file as UTF-8 and import it again.',
  ],
  'file-without-table': (d) => [
    `No table was found in${named(d('file')) || ' the file'}.`,
    'The project is unchanged.',
    'Make sure that there is a row of column names with data below it, then import it again.',
  ],
  'project-missing': (d) => [
    `The project${named(d('file'))} cannot be found.`,
    'Other projects are not affected.',
    'Check that the file was not moved or deleted, then open it again.',
  ],
  'project-exists': (d) => [
    `There already is a project called${named(d('file'))}.`,
    'It is unchanged.',
    'Choose another name.',
  ],
  'project-not-a-project': (d) => [
    `The file${named(d('file'))} is not a Recap project.`,
    'The file is unchanged.',
    'Choose a file that ends in .recap; to bring in a spreadsheet, import it.',
  ],
  'project-newer': (d) => [
    `The project${named(d('file'))} was saved by a newer version of Recap.`,
    'Its file was not touched.',
    'Update Recap, then open it again.',
  ],
  'project-damaged': (d) => [
    `The file of the project${named(d('file'))} is damaged.`,
    'It was left exactly as it is.',
    'Open your latest backup, or import the data into a new project.',
  ],
  'project-read-only': (d) => [
    `The project${named(d('file'))} is read-only; changes cannot be saved.`,
    'All that was there is there; the last change was not written.',
    'Copy the project to a folder you can write to and open that copy.',
  ],
  'project-busy': (d) => [
    `The project${named(d('file'))} is in use by another program.`,
    'All that was saved is there; the last change is not written yet.',
    'Close the other window and try again.',
  ],
  'folder-read-only': (d) => [
    `The folder${named(d('folder'))} cannot be written to.`,
    'Nothing was written and no file was changed.',
    'Choose another folder, such as Documents.',
  ],
  'folder-missing': (d) => [
    `The folder${named(d('folder'))} cannot be found.`,
    'Nothing was written.',
    'Choose a folder that exists.',
  ],
  'disk-full': () => [
    'The disk is full.',
    'All that was saved is there; the last change was not written.',
    'Free some space and try again.',
  ],
  'export-target-busy': (d) => [
    `The file${named(d('file'))} cannot be replaced; it may be open in Word.`,
    'The file that was there is intact.',
    'Close it, or export under another name.',
  ],
  'template-unknown': (d) => [
    `There is no template called${named(d('template'))}.`,
    'Nothing was created.',
    d('known') ? `Templates: ${d('known')}.` : 'Choose one of the list.',
  ],
  'format-unknown': (d) => [
    `The output format${named(d('format'))} is not known.`,
    'Nothing was written.',
    'Use a file name that ends in .docx.',
  ],
  'table-unknown': (d) => [
    `The project has no table${named(d('table'))}.`,
    'The project is unchanged.',
    d('known') ? `Tables: ${d('known')}.` : 'Import data first.',
  ],
  'column-unknown': (d) => [
    `The table has no column${named(d('column'))}.`,
    'The project is unchanged.',
    d('known') ? `Columns: ${d('known')}.` : 'Check the name of the column.',
  ],
  'figure-unknown': () => [
    'This figure is no longer in the project.',
    'Other figures are unchanged.',
    'Reload and choose again.',
  ],
  'figure-in-use': (d) => [
    `The figure${named(d('name'))} is still in use${d('where') && `: ${d('where')}`}, so it was not removed.`,
    'The figure and the report are unchanged.',
    'Remove it where it is used, then remove the figure.',
  ],
  'formula-invalid': (d) => [
    `The formula does not hold${d('message') && `: ${d('message')}`}.`,
    'The figure and the report are unchanged.',
    'Change the formula and save again.',
  ],
  'comparison-unknown': () => [
    'This comparison is no longer in the project.',
    'Everything else is unchanged.',
    'Reload and choose again.',
  ],
  'chart-unknown': () => [
    'This chart is no longer in the project.',
    'Other charts are unchanged.',
    'Reload and choose again.',
  ],
  'chart-in-use': (d) => [
    `The chart${named(d('name'))} is still in the report, so it was not removed.`,
    'The chart and the report are unchanged.',
    'Remove it from the report, then remove the chart.',
  ],
  'report-changed-elsewhere': () => [
    'This report was changed elsewhere.',
    'Both versions are still there; neither replaced the other.',
    'Load the other version, or keep the one here.',
  ],
  'input-invalid': (d) => [
    `Something entered does not fit${d('place') && ` (${d('place')})`}.`,
    'Nothing was changed.',
    'Check it and enter it again.',
  ],
  'call-unknown': () => [
    'Two parts of the program have different versions.',
    'The project is unchanged.',
    'Close Recap and open it again.',
  ],
  'sender-refused': () => [
    'This link is no longer valid.',
    'The project is unchanged.',
    'Open the link again from the window that started Recap.',
  ],
  'connection-lost': () => [
    'The connection to Recap was lost.',
    'All that was saved is there; unsaved changes are kept in this window.',
    'Check that Recap is still running; saving goes on by itself once it answers.',
  ],
  'job-cancelled': () => [
    'Cancelled.',
    'The project and the files are unchanged.',
    'Start again whenever you like.',
  ],
  'not-yet-available': (d) => [
    `${d('what') ? `“${d('what')}”` : 'This'} is not yet available.`,
    'Nothing was changed.',
    'See the help for the commands and formats there are.',
  ],
  'usage-wrong': (d) => [
    d('message') || 'The command was not understood.',
    'Nothing was changed.',
    'Add --help to see how it is used.',
  ],
  'environment-unfit': (d) => [
    `This computer does not meet a requirement${d('what') && `: ${d('what')}`}.`,
    'Nothing was changed.',
    d('next') || 'Install the version that is asked for and try again.',
  ],
  internal: (d) => [
    'Something went wrong that should not have.',
    'All that was saved is there.',
    `Try again; if it happens again, mention the number ${d('id') || '—'} when you report it.`,
  ],
}

const quotes: Readonly<Record<Language, readonly [string, string]>> = { 'zh-CN': ['“', '”'], en: [' “', '”'] }
const says: Readonly<Record<Language, Readonly<Record<ErrorCode, Say>>>> = { 'zh-CN': zh, en }

/** What was too much of a file: most caps count something in it. */
const excess = (cap: string, memory: string, time: string, size: string): string =>
  /^(heap|memory)Bytes$/.test(cap) ? memory : cap === 'silentSeconds' ? time : size

/** `big5, euc-kr` */
const encodingNames = (labels: string): string[] => labels.split(', ').map(encodingName)

/** Marks a name in a sentence; the quotes of the language are put in when the sentence is made. */
function named(name: string): string {
  return name && `\u0001${name}\u0002`
}

/** The three sentences for a failure. Facts that are missing from `detail` are left out of the wording. */
export function errorText(language: Language, code: ErrorCode, detail: ErrorDetail): ErrorText {
  const [open, close] = quotes[language]
  const plain = (name: string): string => String(detail[name] ?? '').replaceAll(/[\u0001\u0002]/g, '')
  const quote = (sentence: string): string => sentence.replaceAll('\u0001', open).replaceAll('\u0002', close)
  const [what, safe, next] = says[language][code](plain)
  return { what: quote(what), safe: quote(safe), next: quote(next) }
}
