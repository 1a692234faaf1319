// Sheets on which the tables are hard to see: beside each other, below each other without a gap, on their side, broken by
// pages and sections. The goldens tell which tables were found and which rows were set aside.
// Over 300 lines because every row of every sheet stands here.

import { type CellSpec, type SheetSpec, serial, workbook } from '../../support/workbook.ts'

interface TableCase {
  name: string
  file: string
  bytes(): Promise<Uint8Array>
}

const day = (month: number, date: number): CellSpec => ({
  value: serial(2026, month, date),
  format: 'yyyy-mm-dd',
})
const percent = (value: number): CellSpec => ({ value, format: '0.0%' })

const book = (name: string, file: string, ...sheets: readonly SheetSpec[]): TableCase => ({
  name,
  file,
  bytes: () => workbook(...sheets),
})

export const tableCases: readonly TableCase[] = [
  book(
    'tables side by side',
    '并排.xlsx',
    {
      name: '各有标题',
      rows: [
        ['表一 渠道', null, null, null, '表二 城市（单位：万元）'],
        ['渠道', '点击', '注册', null, '城市', '销售额'],
        ['抖音', 100, 10, null, '杭州', 12.5],
        ['微信', 120, 11, null, '成都', 8.4],
        ['百度', 90, 8, null, '武汉', 6.1],
        ['小红书', 80, 9],
        ['合计', 390, 38],
        ['注：不含补录'],
      ],
    },
    {
      name: '同样表头',
      rows: [
        ['上半年各渠道对比', null, null, null, null, null, null],
        [],
        ['日期', '点击', '注册', null, '日期', '点击', '注册'],
        [day(3, 1), 10, 1, null, day(4, 1), 20, 2],
        [day(3, 2), 11, 1, null, day(4, 2), 21, 2],
        [day(3, 3), 12, 2, null, day(4, 3), 22, 3],
      ],
      merges: ['A1:G1'],
    },
    {
      name: '表头不同行',
      rows: [
        ['渠道', '点击'],
        ['抖音', 10],
        ['微信', 11, null, '城市', '门店', '员工'],
        ['百度', 12, null, '杭州', 3, 40],
        ['知乎', 13, null, '成都', 2, 25],
        ['B站', 14, null, '武汉', 1, 12],
      ],
    },
    {
      name: '隔两列',
      rows: [
        ['渠道', '点击', null, null, '负责人', '业绩'],
        ['抖音', 10, null, null, '王琳', 300],
        ['微信', 11, null, null, '赵一', 280],
        ['百度', 12, null, null, '陈明', 260],
      ],
    },
    {
      name: '高度不同',
      rows: [
        ['渠道', '点击', null, '负责人', '业绩'],
        ['抖音', 10, null, '王琳', 300],
        ['微信', 11, null, '赵一', 280],
        ['百度', 12],
        ['知乎', 13],
      ],
    },
    {
      name: '一张表有空列',
      rows: [
        ['渠道', '点击', null, '注册', '首单'],
        ['抖音', 10, null, 4, 2],
        ['微信', 11, null, 5, 3],
        ['百度', 12, null, 6, 4],
        ['知乎', 13, null, 7, 5],
      ],
    },
    {
      name: '先并排后通栏',
      rows: [
        ['渠道', '点击', null, '渠道', '注册'],
        ['抖音', 10, null, '抖音', 3],
        ['微信', 11, null, '微信', 2],
        [],
        ['日期', '曝光', '点击', '注册', '成本'],
        [day(3, 1), 100, 10, 3, 50.5],
        [day(3, 2), 110, 11, 2, 48],
      ],
    },
    {
      name: '后来才有右表',
      rows: [
        ['编号', '数量'],
        ...Array.from({ length: 30 }, (_, n): CellSpec[] => [`n${n + 1}`, n * 3]),
        ['n31', 93, null, null, '城市', '门店'],
        ['n32', 96, null, null, '杭州', 3],
        ['n33', 99, null, null, '成都', 2],
        ['n34', 102],
      ],
    },
  ),
  book(
    'tables below each other without a blank row',
    '紧挨.xlsx',
    {
      name: '有标题',
      rows: [
        ['表一 渠道效果'],
        ['渠道', '新增', '成本(元)'],
        ['抖音', 5200, 88000.5],
        ['小红书', 3100, 51000],
        ['合计', 8300, 139000.5],
        ['表二 每周活跃'],
        ['周', '周活', '次周留存'],
        ['第1周', 12000, percent(0.41)],
        ['第2周', 12800, percent(0.43)],
      ],
    },
    {
      name: '无标题',
      rows: [
        ['渠道', '新增', '成本(元)'],
        ['抖音', 5200, 88000.5],
        ['小红书', 3100, 51000],
        ['城市', '门店', '员工'],
        ['杭州', 3, 40],
        ['成都', 2, 25],
      ],
    },
    {
      name: '只是没有数',
      rows: [
        ['渠道', '新增', '成本(元)'],
        ['抖音', 5200, 88000.5],
        ['小红书', '未统计', '未统计'],
        ['微信', 3100, 51000],
        ['百度', '待补', 12],
      ],
    },
  ),
  book(
    'titles that state the unit',
    '标题单位.xlsx',
    {
      name: '括号',
      rows: [['2026年上半年收入（单位：万元）'], ['月份', '收入', '毛利率'], ['1月', 12.5, percent(0.4)], ['2月', 13, percent(0.41)]],
      merges: ['A1:C1'],
    },
    {
      name: '报表',
      rows: [
        ['资产负债简表', null, null],
        ['编制单位：某某公司', '2026年6月30日', '金额单位：人民币元'],
        ['项目', '期末余额', '期初余额'],
        ['货币资金', 1200.5, 980],
        ['应收账款', 300, 410.25],
      ],
      merges: ['A1:C1'],
    },
    {
      name: '只有括号',
      rows: [['年度预算表（万元）'], ['部门', '预算', '人数'], ['市场部', 120, 12], ['研发部', 300, 40]],
    },
  ),
  book(
    'headers in lines, with groups, units below and corners',
    '表头.xlsx',
    {
      name: '换行',
      rows: [
        ['日  期', '新增\n用户', '销售额\n（万元）', '渠道\r\n名称', 'Click\nrate'],
        [day(3, 1), 10, 1.2, '抖音', percent(0.1)],
        [day(3, 2), 11, 1.3, '微信', percent(0.12)],
      ],
    },
    {
      name: '分组与单位',
      rows: [
        ['日期', '漏斗', null, '成本', null],
        [null, '曝光', '点击', '预算', '实际'],
        [null, '万次', '次', '元', '元'],
        [day(3, 1), 1.5, 300, 1000, 980],
        [day(3, 2), 1.6, 310, 1000, 1020],
      ],
      merges: ['A1:A2', 'B1:C1', 'D1:E1'],
    },
    {
      name: '斜线表头',
      rows: [
        ['渠道＼季度', '一季度', '二季度', '三季度', '四季度', '合计'],
        ['抖音', 10, 11, 12, 13, 46],
        ['微信', 20, 21, 22, 23, 86],
        ['合计', 30, 32, 34, 36, 132],
      ],
    },
    {
      name: '表头下有说明',
      rows: [
        ['渠道', '点击', '成本'],
        ['注：点击不含自然流量'],
        ['抖音', 10, 99.5],
        ['微信', 11, 88],
      ],
    },
  ),
  book('pages that begin with title, unit and header again', '分页.xlsx', {
    name: '分页',
    rows: [
      ...[1, 2, 3].flatMap((page): CellSpec[][] => [
        ['2026年投放明细', null, null],
        ['单位：元', null, `第${page}页`],
        ['日期', '渠道', '花费'],
        [day(page, 1), '抖音', 100.5 * page],
        [day(page, 2), '微信', 90 * page],
        ...(page === 2 ? [] : [[]]),
      ]),
      ['总计', null, 1143],
    ],
    merges: ['A1:C1', 'A7:C7', 'A12:C12'],
  }),
  book(
    'sections with their subtotals, and totals without a label',
    '分节.xlsx',
    {
      name: '分节',
      rows: [
        ['城市', '门店', '销售额'],
        ['一、华东'],
        ['上海', 10, 100],
        ['杭州', 8, 80],
        ['小计', 18, 180],
        ['二、华南'],
        ['广州', 9, 90],
        ['深圳', 7, 70],
        ['小计', 16, 160],
        ['合计', 34, 340],
      ],
    },
    {
      name: '隔空行',
      rows: [
        ['城市', '门店', '销售额'],
        ['（一）华东'],
        ['上海', 10, 100],
        ['杭州', 8, 80],
        [],
        ['（二）华南'],
        ['广州', 9, 90],
        ['深圳', 7, 70],
      ],
    },
    {
      name: '无字合计',
      rows: [
        ['渠道', '点击', '注册'],
        ['抖音', 10, 3],
        ['微信', 20, 4],
        [null, 30, 7],
        ['百度', 5, 1],
        ['知乎', 6, 2],
        [null, 41, 10],
      ],
    },
  ),
  book('merged amounts are counted once', '合并金额.xlsx', {
    name: '合并',
    rows: [
      ['大区', '城市', '预算', '销售额'],
      ['华东', '上海', 500, 100],
      [null, '杭州', null, 80],
      [null, '南京', null, 60],
      ['华南', '广州', 300, 90],
      [null, '深圳', null, 70],
    ],
    merges: ['A2:A4', 'C2:C4', 'A5:A6', 'C5:C6'],
  }),
  book(
    'periods across columns',
    '横表.xlsx',
    {
      name: '月份',
      rows: [
        ['2026年各渠道新增（单位：人）'],
        ['渠道', '1月', '2月', '3月', '一季度', '4月', '5月', '6月', '合计'],
        ['抖音', 10, 11, 12, 33, 13, 14, 15, 75],
        ['微信', 20, 21, 22, 63, 23, 24, 25, 135],
      ],
      merges: ['A1:I1'],
    },
    {
      name: 'Quarters',
      rows: [
        ['Region', 'Metric', '2025Q3', '2025Q4', '2026Q1'],
        ['East', 'Sales', 10.5, 11, 12],
        ['South', 'Sales', 8, 9.5, 10],
      ],
    },
    {
      name: '分组',
      rows: [
        ['渠道', '销售额', null, null],
        [null, 'Jan', 'Feb', 'Mar'],
        ['抖音', 1, 2, 3],
        ['微信', 4, 5, 6],
      ],
      merges: ['A1:A2', 'B1:D1'],
    },
    {
      name: '每月两项',
      rows: [
        ['渠道', '1月', null, '2月', null],
        [null, '销量', '金额', '销量', '金额'],
        ['抖音', 1, 20.5, 2, 30],
        ['微信', 4, 60, 5, 80.5],
      ],
      merges: ['A1:A2', 'B1:C1', 'D1:E1'],
    },
    {
      name: '周',
      rows: [
        ['渠道', '第1周', '第2周', '第3周'],
        ['抖音', 1, 2, 3],
        ['微信', 4, 5, 6],
      ],
    },
  ),
  book(
    'a record a column',
    '竖表.xlsx',
    {
      name: '员工',
      rows: [
        ['姓名', '王琳', '赵一', '陈明'],
        ['部门', '市场', '研发', '市场'],
        ['入职日期', day(1, 5), day(2, 1), day(3, 9)],
        ['月薪(元)', 12000, 18000, 13500],
        ['出勤率', percent(0.98), percent(1), percent(0.95)],
      ],
    },
    {
      name: '指标',
      rows: [
        ['指标', '目标', '实际'],
        ['新增用户', 100, 120],
        ['转化率', percent(0.1), percent(0.12)],
        ['上线日期', day(1, 5), day(1, 8)],
        ['负责人', '王琳', '赵一'],
      ],
    },
  ),
  book(
    'forms, lists and cells that stand alone',
    '零散.xlsx',
    {
      name: '两列表单',
      rows: [
        ['员工信息'],
        ['姓名：', '林晓'],
        ['部门：', '市场部'],
        ['工号：', '00123'],
        ['入职日期：', day(3, 1)],
      ],
    },
    {
      name: '四列表单',
      rows: [
        ['姓名：', '林晓', '部门：', '市场部'],
        ['工号：', '00123', '城市：', '杭州'],
      ],
    },
    {
      name: '表单与表',
      rows: [
        ['姓名：', '林晓', '部门：', '市场部'],
        ['日期', '渠道', '新增', '成本'],
        [day(3, 1), '抖音', 10, 99.5],
        [day(3, 2), '微信', 11, 88],
      ],
    },
    { name: '单列', rows: [['门店'], ['西湖店'], ['滨江店'], ['余杭店'], ['萧山店'], ['临平店']] },
    { name: '一列数', rows: [['客流'], [120], [98], [143]] },
    {
      name: '单个格子',
      rows: [
        ['渠道', '点击', '成本'],
        ['抖音', 10, 99.5],
        ['微信', 11, 88, null, null, null, null, '待核对'],
        ['百度', 12, 70],
        [],
        [],
        [null, null, null, null, null, '仅供内部使用'],
        [],
        [null, null, 5],
      ],
    },
  ),
]
