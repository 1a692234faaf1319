// Files as people make them, each with something that a reader must see: the goldens beside tell what was made of it.
// Over 300 lines because every row of every file stands here.

import { encodeGb18030 } from '../../../scripts/samples.ts'
import { type CellSpec, serial, workbook } from '../../support/workbook.ts'
import { tableCases } from './table-cases.ts'

export interface ImportCase {
  /** The golden's folder. */
  name: string
  file: string
  bytes(): Promise<Uint8Array> | Uint8Array
}

const text = (...lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode(`${lines.join('\r\n')}\r\n`)
const day = (month: number, date: number, format = 'yyyy-mm-dd'): CellSpec => ({
  value: serial(2026, month, date),
  format,
})
const percent = (value: number, format = '0.0%'): CellSpec => ({ value, format })

export const importCases: readonly ImportCase[] = [
  {
    name: 'title, notes and unit row above, footnotes below',
    file: '经营月报.xlsx',
    bytes: () =>
      workbook({
        name: '月报',
        rows: [
          ['2026年上半年经营月报', null, null, null, null],
          ['部门：市场部', null, '制表日期：2026-07-02'],
          ['单位：万元', null, null, null, null],
          ['月份', '营业收入', '投放费用', '毛利率', '新增客户数'],
          ['1月', 1203.5, 88, percent(0.412), 5200],
          ['2月', 986.25, 71.2, percent(0.405), 4310],
          ['3月', 1350, 95.5, percent(0.421), 6120],
          ['一季度小计', 3539.75, 254.7, percent(0.4127), 15630],
          ['4月', 1410.75, 99, percent(0.43), 6300],
          ['5月', '待核', 101.3, percent(0.428), 6480],
          ['6月', 1602, 130.2, percent(0.44), 8050],
          ['合计', 6552.5, 585.2, percent(0.4227), 36460],
          ['注：5月营业收入待财务核定。', null, null, null, null],
          [null, null, null, '制表人：林晓'],
        ],
        merges: ['A1:E1', 'A13:E13'],
      }),
  },
  {
    name: 'merged header of three rows with names that repeat',
    file: '区域.xlsx',
    bytes: () =>
      workbook({
        name: '区域销售',
        rows: [
          ['大区', '省份', '线上', null, null, null, '线下', null, '备注'],
          [null, null, '一季度', null, '二季度', null, '销量(件)', '销售额\n(万元)', null],
          [null, null, '销量(件)', '销售额(万元)', '销量(件)', '销售额(万元)', null, null, null],
          ['华东', '上海', 1200, 36.5, 1300, 40.2, 800, 25, null],
          [null, '江苏', 900, 27.1, 1010, 30.4, 650, 19.8, '含代销'],
          [null, '浙江', 1100, 33, 1150, 35.7, 720, 22.1, null],
          ['华南', '广东', 1500, 46.2, 1620, 50.1, 990, 31.4, null],
          [null, '福建', 600, 17.9, 640, 19.3, 410, 12.2, null],
        ],
        merges: [
          'A1:A3',
          'B1:B3',
          'C1:F1',
          'G1:H1',
          'I1:I3',
          'C2:D2',
          'E2:F2',
          'G2:G3',
          'H2:H3',
          'A4:A6',
          'A7:A8',
        ],
      }),
  },
  {
    name: 'several tables on one sheet, then more sheets',
    file: '汇总.xlsx',
    bytes: () =>
      workbook(
        {
          name: '汇总',
          rows: [
            ['表一 渠道效果'],
            ['渠道', '新增', '成本(元)'],
            ['抖音', 5200, 88000.5],
            ['小红书', 3100, 51000],
            ['合计', 8300, 139000.5],
            ['数据来源：广告后台'],
            [],
            [],
            ['表二 每周活跃'],
            [],
            ['周', '周活', '次周留存'],
            ['第1周', 12000, percent(0.41)],
            ['第2周', 12800, percent(0.43)],
            [],
            ['第3周', 13100, percent(0.42)],
            ['第4周', 13900, percent(0.45)],
            [],
            ['负责人', '城市'],
            ['王琳', '杭州'],
            ['赵一', '成都'],
          ],
          merges: ['A1:C1', 'A9:C9'],
        },
        { name: '空表', rows: [] },
        { name: '说明', rows: [['本表由运营部维护'], ['如有疑问请联系负责人']] },
        {
          name: '明细',
          hidden: true,
          rows: [
            ['编号', '金额'],
            ['0001', 12.5],
            ['0002', 8],
          ],
        },
      ),
  },
  {
    name: 'units in headers, formats, unit rows and cells',
    file: '单位.xlsx',
    bytes: () =>
      workbook({
        name: '单位',
        rows: [
          [
            '项目',
            '曝光',
            '预算',
            '花费',
            '占比(%)',
            '时长/分钟',
            '客单价',
            '规模',
            '流水',
            '响应时长',
            '增速',
          ],
          [null, '(万次)', '（元）', null, null, null, '元/单', null, null, null, null],
          ...[1, 2, 3, 4].map((n): CellSpec[] => [
            `项目${'甲乙丙丁'[n - 1]}`,
            120.5 * n,
            { value: 50_000 * n, format: '#,##0' },
            { value: 48_000.5 * n, format: '"¥"#,##0.00' },
            12.5 * n,
            18.2 + n,
            99.9 + n,
            { value: 5.8 + n, format: '0.0"万人"' },
            { value: 58_000 * n, format: '0!.0,"万元"' },
            { value: 0.0521 * n, format: '[h]:mm' },
            `${(n * 3.25).toFixed(2)}%`,
          ]),
        ],
      }),
  },
  {
    name: 'identifiers stay text to the last digit',
    file: '名单.xlsx',
    bytes: () =>
      workbook({
        name: '名单',
        rows: [
          ['序号', '工号', '姓名', '手机', '身份证号', '订单号', '邮编', '班级', '得分'],
          [
            1,
            '00123',
            '陈明',
            13912345678,
            '110101199003071234',
            '202603010000123456',
            '010010',
            '2班',
            91.5,
          ],
          [2, '00124', '李想', 13812345678, '11010119900307123X', '202603010000123457', '100080', '2班', 88],
          [
            3,
            '01250',
            '王芳',
            13712345678,
            '310101199503071234',
            '202603010000123458',
            '200030',
            '3班',
            '缺考',
          ],
          [
            4,
            '10001',
            '赵雷',
            '13612345678',
            '440101199803071234',
            '202603010000123459',
            '510000',
            '3班',
            79,
          ],
        ],
      }),
  },
  {
    name: 'a goal table of mixed spellings',
    file: 'KPI.xlsx',
    bytes: () =>
      workbook({
        name: 'KPI',
        rows: [
          ['考核指标', '单位', '目标值', '实际完成', '完成率', '说明'],
          ['新增用户', '万人', 5, 5.8, percent(1.16), null],
          ['付费用户', '人', 3000, '3,150', percent(1.05), null],
          ['转化率', '%', percent(0.45, '0%'), '48.2%', percent(1.071), null],
          ['获客成本', '元/人', '≤30元', 28, '—', '越低越好'],
          ['曝光量', '次', '1200万', '1350万', percent(1.125), null],
          ['流失率', '%', '10%以下', percent(0.087), '-', null],
          ['满意度', '分', '4.5以上', 4.6, percent(1.022), null],
          ['响应时长', '分钟', '25-30分钟', 27, null, null],
          ['品牌声量', '', '待定', null, null, '下半年启动'],
        ],
      }),
  },
  {
    name: 'dates of every kind',
    file: 'dates.xlsx',
    bytes: () =>
      workbook({
        name: 'dates',
        rows: [
          ['序列', '中文', '文字', '时间戳', '文字时间', '月日', '上线时刻', '停留时长', '混杂'],
          ...[1, 2, 3, 4].map((n): CellSpec[] => [
            day(3, n, '[$-804]yyyy"年"m"月"d"日";@'),
            `2026年3月${n}日`,
            `2026/3/${n}`,
            { value: serial(2026, 3, n, 9.5), format: 'yyyy/m/d h:mm' },
            `2026-03-0${n} 18:0${n}`,
            `3月${n}日`,
            { value: 0.375 + n / 24, format: 'h:mm AM/PM' },
            `00:0${n}:30`,
            n === 3 ? '延期' : day(4, n),
          ]),
        ],
      }),
  },
  {
    name: 'errors, misfits and totals that do not add up',
    file: '问题.xlsx',
    bytes: () =>
      workbook({
        name: '问题',
        hiddenRows: [4, 5],
        rows: [
          ['渠道', '点击', '成本', '转化率', '人均'],
          ...Array.from({ length: 26 }, (_, n): CellSpec[] => [
            `渠道${n + 1}`,
            n < 24 ? `未统计${n}` : 100,
            { value: 10.25, format: '0.00' },
            0.1 + n / 1000,
            2 + (n % 3),
          ]),
          ...Array.from({ length: 30 }, (_, n): CellSpec[] => [`渠道${n + 27}`, 100 + n, 20, 0.2, 3]),
          ['合计', 3635, 866, 0.17, 3],
          ['平均', 113, 15.4, 0.17, 2.9],
        ],
      }),
  },
  {
    name: 'no header, and columns without a name',
    file: '流水.xlsx',
    bytes: () =>
      workbook(
        {
          name: '无表头',
          rows: [
            [day(3, 1), '抖音', null, 1200, percent(0.02)],
            [day(3, 2), '抖音', null, 1310, percent(0.021)],
            [day(3, 3), '抖音', null, 1250, percent(0.019)],
          ],
        },
        {
          name: '缺列名',
          rows: [
            [],
            [null, '渠道', null, '点击', null],
            [null, '抖音', null, 10, '补录'],
            [null, '小红书', null, 20, null],
          ],
        },
      ),
  },
  {
    name: 'years and months as headers',
    file: '年度对比.xlsx',
    bytes: () =>
      workbook(
        {
          name: '年度',
          rows: [
            ['指标', 2024, 2025, 2026],
            ['用户数', 52000, 61000, 78000],
            ['订单数', 8100, 9300, 12050],
          ],
        },
        {
          name: '月度',
          rows: [
            ['渠道', day(1, 1, 'yyyy"年"m"月"'), day(2, 1, 'yyyy"年"m"月"')],
            ['抖音', 100, 110],
            ['微信', 90, 95],
          ],
        },
      ),
  },
  {
    name: 'repeated headers, section lines and blank rows inside',
    file: '打印版.xlsx',
    bytes: () => {
      const header = ['日期', '渠道', '点击']
      return workbook({
        name: '打印版',
        rows: [
          header,
          [day(3, 1), '抖音', 10],
          [day(3, 1), '微信', 12],
          ['以下为第二页'],
          header,
          [day(3, 2), '抖音', 11],
          [],
          header,
          [day(3, 3), '抖音', 13],
          [],
          [],
          [day(3, 4), '抖音', 14],
          [day(3, 4), '微信', 15],
          [],
          ['总计', null, 75],
          ['备注：含补录数据'],
        ],
        merges: ['A4:C4'],
      })
    },
  },
  {
    name: 'lines of an export above the header, title and unit in one line',
    file: '后台导出.xlsx',
    bytes: () =>
      workbook(
        {
          name: '后台导出',
          rows: [
            ['账户', '春季拉新'],
            ['日期范围', day(3, 1), day(3, 3)],
            ['日期', '计划', '曝光', '点击', '消耗', '转化数'],
            ['总计', null, 600, 60, 180.5, 9],
            [day(3, 1), '计划A', 100, 10, 30.25, 1],
            [day(3, 2), '计划A', 200, 20, 60, 3],
            [day(3, 3), '计划A', 300, 30, 90.25, 5],
          ],
        },
        {
          name: '按日',
          rows: [
            ['三月新增用户按日统计', null, null, null, '单位：万人'],
            ['渠道', 1, 2, 3, 4],
            ['抖音', 1.2, 1.1, 1.3, 1.5],
            ['微信', 0.8, 0.9, 0.7, 0.6],
            ['合计', 2, 2, 2, 2.1],
            ['环比', null, percent(0), percent(0), percent(0.05)],
            ['制表：王琳', null, '审核：赵一'],
          ],
        },
      ),
  },
  {
    name: 'csv with semicolons, quotes and a sep line',
    file: 'export.csv',
    bytes: () =>
      text(
        'sep=;',
        '日期;渠道;说明;金额',
        '2026-03-01;"抖音; 直播";"第一行',
        '第二行";"1,234.50"',
        '2026-03-02;微信;"他说""好""";980',
      ),
  },
  {
    name: 'csv with ragged rows, guarded digits and blank values',
    file: 'orders.csv',
    bytes: () =>
      text(
        '订单号,手机,数量,金额,状态',
        '="00123",13912345678,2,¥58.00,已付',
        '="00124",13812345678,-,¥120.50,已付,加急',
        '="00125",13712345678,1,¥9.90',
        '="00126",,3,¥1234.00,N/A',
        '',
        '总计,,6,¥1422.40,',
      ),
  },
  {
    name: 'csv in GB18030 with a header of two rows',
    file: '漏斗.csv',
    bytes: () =>
      encodeGb18030(
        '日期,渠道,漏斗,,,备注\r\n,,曝光,点击,注册,\r\n2026年3月1日,抖音,1000,30,3,\r\n2026年3月2日,抖音,1100,31,4,补\r\n',
      ),
  },
  {
    name: 'tab separated text under a wrong extension',
    file: 'report.xlsx',
    bytes: () =>
      text(
        'Metric\tUnit\tTarget\tActual',
        'New users\tk\t50\t58',
        'Conversion\t%\t45%\t48.2%',
        'CAC\tUSD\t≤4.2\t3.9',
      ),
  },
  ...tableCases,
]
