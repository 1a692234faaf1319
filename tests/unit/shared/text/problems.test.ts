import { expect, test } from 'vitest'
import { Problem } from '../../../../shared/model/source.ts'
import { problemText } from '../../../../shared/text/problems.ts'

const problem = (value: object): Problem => Problem.parse(value)

test('a cell that does not fit is told with its place and what became of it', () => {
  const misfit = problem({
    code: 'cell-misfit',
    sheet: '日报',
    row: 12,
    column: '注册',
    detail: { text: '待补', type: 'integer' },
  })
  expect(problemText('zh-CN', misfit)).toBe('“日报”第 12 行“注册”列：“待补”不是整数，按原文保留，不参与计算')
  expect(problemText('en', misfit)).toBe(
    '“日报”, row 12, column “注册”: “待补” does not fit the type integer; kept as written and left out of sums',
  )
})

test('many of a kind are told once', () => {
  const more = problem({
    code: 'more-of-the-same',
    sheet: '日报',
    column: '注册',
    detail: { code: 'cell-misfit', count: 41 },
  })
  expect(problemText('zh-CN', more)).toBe('“日报”“注册”列：还有 41 处同样的提示：与类型不符')
})

test('what concerns the whole file has no place', () => {
  const named = problem({ code: 'extension-mismatch', detail: { extension: '.csv', found: 'xlsx' } })
  expect(problemText('zh-CN', named)).toBe('扩展名是 .csv，内容其实是 Excel 工作簿，按内容读取')
  expect(problemText('en', named)).toBe('Named .csv, but its format is Excel workbook; read by its content')
  const page = problem({ code: 'extension-mismatch', detail: { extension: '.xls', found: 'html' } })
  expect(problemText('zh-CN', page)).toBe('扩展名是 .xls，内容其实是网页表格，按内容读取')
})

test('one is not many', () => {
  const hidden = (count: number): Problem => problem({ code: 'rows-hidden', row: 8, detail: { count } })
  expect(problemText('zh-CN', hidden(1))).toBe('第 8 行：这一行是隐藏的，也已计入')
  expect(problemText('en', hidden(1))).toBe('row 8: this row is hidden; it was counted too')
  expect(problemText('en', hidden(3))).toBe('row 8: from here 3 rows are hidden; they were counted too')
  const filtered = problem({ code: 'rows-filtered', detail: { count: 1 } })
  expect(problemText('en', filtered)).toBe('A filter hides 1 row; all are counted')
})
