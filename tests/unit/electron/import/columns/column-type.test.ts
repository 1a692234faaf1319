// What type and unit columns get that look as people fill them in, and what becomes of the cells that do not fit.
// Over 300 lines because every line of the table is a column.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ColumnType } from '../../../../../shared/model/table.ts'
import { type ColumnCell, decisionText, seeColumn } from '../../../../support/columns.ts'

fc.configureGlobal({ seed: 1 })

/** Header, cells of a csv with | between them, the decision, and behind a semicolon the cells that do not fit. */
const columns = String.raw`
  点击: 10|20|1,300|-|待定|15 → integer by cells ; 待定
  曝光: 1,200|3,400|—|5,100 → integer by cells
  花费: ¥12.50|¥30|¥1,234.00|免费|¥9 → money 元 by cells from cells ; 免费
  花费: 12.5|30|8.25 → money by name
  金额（万元）: 5.8|12.3|3.5万|8 → money 元 ×10000 by cells from header
  销售额: 5.8万|12.3万|3万|9,800 → money by name
  销售额: 5.8万元|12.3万元|3万元|4.1万元 → money 元 by cells from cells
  成本(元): 30|28.5|约30|≤25 → money 元 by cells from header
  达成率: 45%|52.3%|48%|100% → percent by cells
  达成率: 45%|52.3%|48%|0.5|60% → percent by cells
  达成率: 45%|52.3%|48%|51%|49%|47%|53%|44%|46%|50%|52%|55%|58%|57%|56%|41%|42%|43%|45%|48%|48 → percent by cells
  达成率(%): 45|52.3|48 → percent % by name from header
  占比: 0.45|0.3|0.25 → percent by name
  转化率: 3.5|4.2|2.8 → number by cells
  汇率: 0.91|0.92|0.93 → number by cells
  环比: +5.2%|-3.1%|↑2%|↓4%|— → percent by cells
  环比变化: +2.3pp|-1.2pp|0.5pp → number pp by cells from cells
  同比: 3.2个百分点|-1.5个百分点|0.8个百分点 → number 百分点 by cells from cells
  覆盖率: 四成五|五成|六成 → percent by cells
  不良率: 3‰|2.5‰|4‰ → percent by cells
  目标值: ≤30元|≥95%|500+|1200万|4.5 → number by cells
  目标: 5-10|10-20|20-30 → number by cells
  预算: 50-500元|100-800元|30元 → money 元 by cells from cells
  年龄段: 18岁以下|18-24岁|25-34岁|35-44岁|60岁以上 → text by cells
  学年: 2024-2025|2025-2026|2026-2027 → text by cells
  价格区间: 0-50|50-100|100-200|200以上 → text by cells
  人数: 23人|45人|100余人|约50人|12人 → number 人 by cells from cells
  用户规模: 5.8万人|12万人|8.3万人 → number 人 by cells from cells
  时长: 38.2分钟|40.5分钟|12分钟 → duration 分钟 by cells from cells
  停留时长: 1:05:00|0:45:30|0:30:00 → duration 分钟 by cells
  时长: 1小时05分|50分钟|2小时|1小时30分 → duration 分钟 by cells
  工期: 2天3小时|5天|3天12小时 → duration 分钟 by cells
  响应时间: 90s|120s|30s → duration s by cells from cells
  上线时刻: 9:30|10:15|14:00 → text by cells
  时段: 9:00-10:00|10:00-11:00 → text by cells
  工期(天): 3|5|8 → integer 天 by cells from header
  日期: 2026-03-01|2026-03-02|2026-03-03|待定 → date by cells ; 待定
  日期: 2026年3月1日|2026年3月2日|2026/3/3|3月4日 → date by cells ; 3月4日
  日期: 20260301|20260302|20260303 → date digits by name
  日期: 20260301|20260302|20260399 → integer by cells
  编号: 20260301|20260302|20260303 → text by name
  批次: 20260301|20260302|20260303 → text by name
  dt: 20260301|20260302 → date digits by name
  日期: 46082|46083|46084 → date serial by name
  日期: 46082.5|46083.25|46084.75 → datetime serial by name
  数量: 46082|46083|46084 → integer by cells
  日期: 3/1/2026|3/15/2026|4/2/2026 → date month-first by cells
  日期: 15/3/2026|1/4/2026|2/4/2026 → date day-first by cells
  日期: 3/1/2026|4/1/2026|5/1/2026 → text by cells
  日期: 15/3/2026|3/15/2026|1/4/2026 → date by cells ; 1/4/2026
  Date: 1/13/2026 9:30|1/2/2026 10:15|1/3/2026 11:00 → datetime month-first by cells
  时间: 2026-03-01 09:30|2026-03-01 10:15:30|2026/3/2 9:00 → datetime by cells
  时间: 2026-03-01 00:00:00|2026-03-02 00:00:00 → date by cells
  创建时间: 2026-03-01T09:30:00Z|2026-03-02T01:00:00Z → datetime by cells
  季度: 2026Q1|2026Q2|2026Q3 → date quarter by cells
  季度: 2026年第一季度|2026年第二季度|2026年上半年 → date quarter by cells
  季度: Q1|Q2|Q3|Q4 → text by cells
  季度: 一季度|二季度|三季度 → text by cells
  周: 2026年第28周|2026年第29周 → date week by cells
  周次: 第28周|第29周|第30周 → text by cells
  周: W28|W29 → text by cells
  月份: 1月|2月|3月 → text by cells
  月份: 2026-01|2026-02|2026-03 → date month by cells
  月份: 2026年1月|2026年2月 → date month by cells
  月份: 202601|202602|202603 → date month digits by name
  月份: 1|2|3 → integer by cells
  Month: Jan 2026|Feb 2026|Mar 2026 → date month by cells
  Month: Jan-26|Feb-26|Mar-26 → date month by cells
  Month: Jan|Feb|Mar → text by cells
  期间: 2026年上半年|2026年下半年 → date half by cells
  年度: 2024年|2025年|2026年 → date year by cells
  年份: 2024|2025|2026 → integer by cells
  是否新客: 是|否|是 → boolean by cells
  是否新客: 是|否|未知 → text by cells
  达标: √|√|× → boolean by cells
  达标: √|√|| → boolean by cells
  类型: Y|Y|Y → text by cells
  active: Y|N|Y → boolean by cells
  active: yes|no|yes → boolean by cells
  flag: true|false|TRUE → boolean by cells
  状态: 已付|未付|已付 → text by cells
  是否新客: 是|Y|否 → text by cells
  手机: 13912345678|13812345678 → text by name
  联系方式: 13912345678|13812345678|0571-88886666 → text by name
  Phone: 13912345678|13812345678|n/a → text by name
  工号: 1001|1002|1003 → text by name
  工号: 00123|00124|10001 → text by name
  身份证号: 11010119900307123X|110101199003071234 → text by name
  订单: 2026030100012|2026030100013|2026030100014 → text by cells
  曝光: 12345678901|23456789012|34567890123 → integer by cells
  订单号: ="00123"|="00124" → text by name
  房号: 1-101|1-102|2-201 → text by cells
  学员: 2021001|2021A02|2021003|2021004 → text by cells
  IP: 192.168.1.1|10.0.0.1 → text by name
  版本: 1.2.3|1.10.0|2.0 → text by name
  版本: 1.2|1.10|2.0 → text by name
  评分: 4.8|4.5|缺 → number by cells ; 缺
  评分: 4.8分|4.5分|5分 → number 分 by cells from cells
  评级: 5星|4星|3星 → text by cells
  组别: 1组|2组|3组 → text by cells
  名次: 1|2|3 → integer by cells
  ROI: 1:5.8|1:3.2|1:4 → number by cells
  比例: 3:7|4:6 → text by cells
  备注: 1|2|3 → text by name
  空: || → text by empty
  序号: 一|二|三 → text by cells
  数量: 三十五|20|十二|8 → number by cells
  金额: 壹佰元整|伍拾元整|120元 → money 元 by cells from cells
  净利润: （1,234）|5,600|(80.5) → money by name
  余额: 1,234.50-|300.00|20.00- → money by name
  Betrag: 1.234,50|987,5|12.345,67 → number by cells ; 987,5
  Betrag: 1 234,5|12 345,6|987 → number by cells
  面积: 100㎡|85.5㎡ → number m2 by cells from cells
  重量(kg): 1.2|3.4 → number kg by cells from header
  温度: 36.5℃|37℃ → number °C by cells from cells
  金额: 100港币|200港币|50港币 → money 港元 by cells from cells
  金额: $100|€50|¥30 → text by cells
  金额: RMB 100|¥50|30元 → money by cells
  数量: 123|#DIV/0!|456 → integer by cells
  数量: 1|2|3|四|五 → number by cells
  金额: 1e3|2e5 → text by cells
  值: 1.2E+05|3.4E+06 → number by cells
  渠道: 抖音|微信|小红书 → text by cells
  渠道: 抖音|N/A|微信 → text by cells
  城市: 上海|北京|3 → text by cells
  序号: 1|2|3 → integer by cells
  单价: 12.5|8 → money by name
  毛利率: 0.412|0.405|1.02 → number by cells
  百分比: 百分之四十五|百分之三十 → percent by cells
  区间: 30%-40%|40%-50% → text by cells
  完成情况: 100%|80%|已完成|60% → percent by cells ; 已完成
  单价(元/件): 12|15 → money 元/件 by cells from header
  点击率: 3.2%|2.8%|3.5|2.9%|3.3% → percent by cells
  增长: 12|-5|0 → integer by cells
  利率: 0.035|0.0425 → percent by name
  件数: 3箱|5箱|2箱 → number 箱 by cells from cells
  日期: 3/1/2026|2026-03-02|2026-03-03|2026-03-04 → date by cells ; 3/1/2026
  Paid: 1|2|3 → integer by cells
  order_id: 1001|1002 → text by name
  orderId: 1001|1002 → text by name
  uid: 1001|1002 → text by name
  手机销量: 10|20 → integer by cells
  created_date: 20260301|20260302 → date digits by name
  total_cost: 1.5|2 → money by name
  is_active: 1|0|1 → integer by cells
  click_rate: 0.1|0.2 → percent by name
  Date: 01-Mar-26|02-Mar-26 → date by cells
  入职日期: 2020.3.1|2021.12.15 → date by cells
  更新时间: 2026/3/1 0:00|2026/3/1 9:30 → datetime by cells
  电话接通数: 10|20 → integer by cells
  评论数: 1.2w|3k|800 → number by cells
  粉丝: 10w+|5.6w|1.2万 → number by cells
  点赞: 1,024|999+|2k → number by cells
  达成率: 45%|52.3%|48%|51%|49%|47%|53%|44%|46%|50%|52%|55%|58%|57%|56%|41%|42%|43%|45%|48 → percent by cells
  响应时间: 30000|31000|42000 → integer by cells
  截止日期: 46082|46083|待定 → date serial by name ; 待定
  人数: 30|25|二十|缺 → number by cells ; 缺
  收入: 12.5亿|3.2亿|8000万 → money by name
  Revenue ($m): 12.5|8.3|-1.2 → money USD ×1000000 by cells from header
  增速: 12.5%|8%|(3.2%)|— → percent by cells
  完成率: 1.24|0.98|1.05 → number by cells
  客户满意度: 4.8|4.6|未评 → number by cells ; 未评
  规格: 500ml|1L|250ml → text by cells
  折扣: 8折|9折|7.5折 → text by cells
  耗时: 38.2分钟|45|12分钟 → duration 分钟 by cells from cells
  通话时长: 00:03:25|00:12:08|0:45 → duration 分钟 by cells
  营业时间: 9:00|10:00|9:30 → text by cells
  地址: 人民路1号|解放路23号|100号 → text by cells
  合同期限: 1年|2年|3年 → number 年 by cells from cells
  工龄: 3年|5年|12年 → number 年 by cells from cells
  生日: 1990年3月1日|1985-12-05|1992.7.8 → date by cells
  有效期: 2026-03-01|2027-03-01|长期 → date by cells ; 长期
  日期: 2026-03-01 周日|2026-03-02 周一|2026-03-03 周二 → date by cells
  日期: 2026年3月1日(周日)|2026年3月2日(周一) → date by cells
  日期: 二〇二六年三月一日|二〇二六年三月二日 → date by cells
  交易时间: 2026年3月1日 上午9:30|2026年3月1日 下午3:05 → datetime by cells
  周期: 2026-W10|2026-W11|2026-W12 → date week by cells
  财季: 2026年Q1|2026年Q2 → date quarter by cells
  账期: 202601|202602 → date month digits by name
  税率: 13%|6%|免税|13% → percent by cells ; 免税
  毛利率: 41.2%|40.5%|#DIV/0!|39% → percent by cells
  邮编: 100080|200030|510000 → text by name
  车牌: 京A12345|沪B67890 → text by cells
  SKU: 1001|1002|1003A → text by name
  金额: 1,234.50|（500.00）|0 → money by name
  税额: 人民币1,200元|人民币300元 → money 元 by cells from cells
  库存: 500+|1000+|200 → number by cells
  限额: 不超过500元|不超过1000元 → money 元 by cells from cells
  距离: 3.2km|1.5km|800m → text by cells
  占比: 35%|四成|25% → percent by cells
  增长: 约3%|近5%|超8% → percent by cells
  数量: 12|12.5|13 → number by cells
  订单量: 1|2|3|4|5|6|7|8|9|一批 → number by cells
  数值: 无|无|—| → text by empty
  备注1: 2026-03-01|好|12 → text by cells
`
  .trim()
  .split('\n')
  .map((line) => {
    const [column = '', expected = ''] = line.split(' → ')
    const at = column.indexOf(':')
    return { header: column.slice(0, at).trim(), cells: column.slice(at + 1).trim(), expected }
  })

const seen = (header: string, cells: string | readonly ColumnCell[]) => seeColumn({ header, cells })
const decided = (header: string, cells: string | readonly ColumnCell[]): string =>
  decisionText(seen(header, cells).decision)

describe('a column', () => {
  it.each(columns)('$header: $cells', ({ header, cells, expected }) => {
    const { decision, misfits } = seen(header, cells)
    const unfit = misfits.length === 0 ? '' : ` ; ${misfits.join(', ')}`
    expect(`${decisionText(decision)}${unfit}`).toBe(expected)
    expect(decision.reason?.misfits).toBe(misfits.length)
  })

  it('loses nothing: a cell without a value keeps its text, unless it is blank', () => {
    for (const { header, cells } of columns) {
      const { values, raws } = seen(header, cells)
      const shown = cells.split('|').map((cell) => cell.trim())
      shown.forEach((cell, index) => {
        if (cell !== '' && values[index] === null) expect(raws[index]).toBe(cell)
      })
    }
  })
})

const day = (value: number): ColumnCell => ({ value, format: 'yyyy-mm-dd' })

describe('a column of a workbook', () => {
  it.each<[string, readonly ColumnCell[], string]>([
    ['日期', [day(46_082), day(46_083), 46_084], 'date serial by format'],
    ['日期', [day(46_082), day(46_083), '待定'], 'date by format'],
    [
      '月份',
      [46_023, 46_054, 46_082].map((value) => ({ value, format: 'yyyy"年"m"月"' })),
      'date month by format',
    ],
    ['时间', [{ value: 46_082.5, format: 'yyyy-mm-dd hh:mm' }], 'datetime by format'],
    [
      '时长',
      [
        { value: 0.05, format: '[h]:mm' },
        { value: 0.1, format: '[h]:mm' },
      ],
      'duration 分钟 by cells',
    ],
    ['开始', [{ value: 0.375, format: 'h:mm' }], 'text by cells'],
    [
      '转化率',
      [
        { value: 0.45, format: '0%' },
        { value: 0.5, format: '0.0%' },
      ],
      'percent by format',
    ],
    ['花费', [{ value: 58, format: '"¥"#,##0.00' }], 'money 元 by format from format'],
    [
      '规模',
      [
        { value: 5.8, format: '0.0"万人"' },
        { value: 6, format: '0.0"万人"' },
      ],
      'number 人 ×10000 by format from format',
    ],
    ['手机', ['13912345678', 13_812_345_678], 'text by name'],
    ['编码', ['00123', '00124'], 'text by name'],
    ['有效', [true, false], 'boolean by cells'],
    ['点击', [10, 20, { error: '#DIV/0!' }], 'integer by cells'],
    ['环比', [{ error: '#DIV/0!' }, { error: '#REF!' }], 'text by empty'],
    ['年份', [2024, 2025, 2026], 'integer by cells'],
  ])('%s %j', (header, cells, expected) => {
    expect(decided(header, cells)).toBe(expected)
  })

  it('stays exact to the last digit where digits are a name', () => {
    const { values } = seen('单号', ['202603010000123456', 1_234_567_890_123, '00012'])
    expect(values).toEqual(['202603010000123456', '1234567890123', '00012'])
  })
})

describe('the unit', () => {
  const tableUnit = { unit: '元', scale: 10_000 }
  const under = (header: string, cells: string): string =>
    decisionText(seeColumn({ header, cells, tableUnit }).decision)

  it('of the table is that of its amounts only', () => {
    expect(under('营业收入', '12.5|8.3')).toBe('money 元 ×10000 by cells from table')
    expect(under('华东', '12.5|8.3')).toBe('money 元 ×10000 by cells from table')
    expect(under('毛利率', '0.4|0.5')).toBe('percent by name')
    expect(under('新增客户数', '5200|4310')).toBe('integer by cells')
    expect(under('点击', '5200|4310')).toBe('integer by cells')
    expect(under('订单量', '5200|4310')).toBe('integer by cells')
    expect(under('年份', '2024|2025')).toBe('integer by cells')
    expect(under('成本(元)', '52|43')).toBe('money 元 by cells from header')
    expect(under('流水', '58000元|1200元')).toBe('money 元 by cells from cells')
  })

  it('of a cell that differs is taken into account, and its text is kept', () => {
    expect(seen('金额（万元）', '5.8|3万|500元|约2')).toMatchObject({
      values: [5.8, 3, 0.05, 2],
      raws: [undefined, '3万', '500元', '约2'],
    })
    expect(seen('时长', '30分钟|45分钟|20分钟|50分钟|1小时')).toMatchObject({
      values: [30, 45, 20, 50, 60],
      raws: [undefined, undefined, undefined, undefined, '1小时'],
    })
    expect(seen('停留时长(秒)', '0:01:30|90|1分30秒').values).toEqual([90, 90, 90])
  })

  it('of points counts whole points', () => {
    expect(seen('变化(百分点)', '3.2|-1').values).toEqual([3.2, -1])
    expect(seen('变化', '3.2个百分点|-1个百分点').values).toEqual([3.2, -1])
    expect(seen('变化', '15bp|-20bp').values).toEqual([15, -20])
  })
})

describe('percentages', () => {
  it('are ratios, however they are written', () => {
    expect(seen('比例', '45%|45.0 ％|百分之四十五|0.45|四成五|50%|60%').values).toEqual([
      0.45, 0.45, 0.45, 0.45, 0.45, 0.5, 0.6,
    ])
    expect(seen('达成率(%)', '45|12.5|30%').values).toEqual([0.45, 0.125, 0.3])
    expect(seen('不良率(‰)', '4.5|12').values).toEqual([0.0045, 0.012])
  })

  it('have a sign that some cells have lost, which their text tells', () => {
    const cells = '3.2%|2.8%|3.5|2.9%|3.3%'
    expect(seen('点击率', cells)).toMatchObject({
      values: [0.032, 0.028, 0.035, 0.029, 0.033],
      raws: [undefined, undefined, '3.5', undefined, undefined],
    })
    const formatted = [0.9, 1.1, 0.8, 0.95, 1.3].map((value) => ({ value, format: '0%' }))
    expect(seen('达成率', [...formatted, 1.24])).toMatchObject({ values: [0.9, 1.1, 0.8, 0.95, 1.3, 1.24] })
  })
})

describe('dates', () => {
  it('take the first day of a period and keep its name', () => {
    expect(seen('周', '2026年第28周|2026-W29')).toMatchObject({
      values: ['2026-07-06', '2026-07-13'],
      raws: ['2026年第28周', '2026-W29'],
    })
    expect(seen('日期', '2026-03-01|2026-03-02|2026-03-03|2026年3月')).toMatchObject({
      values: ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-01'],
      raws: [undefined, undefined, undefined, '2026年3月'],
    })
  })

  it('keep what a day does not tell', () => {
    expect(seen('日期', '2026-03-01|2026-03-02|2026-03-03 09:30|2026-03-04 00:00:00')).toMatchObject({
      values: ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'],
      raws: [undefined, undefined, '2026-03-03 09:30', undefined],
    })
    expect(seen('时间', '2026-03-01T09:30:00+08:00|2026-03-01 10:00:00').raws).toEqual([
      '2026-03-01T09:30:00+08:00',
      undefined,
    ])
  })

  it('are read in the one order that the column proves', () => {
    const written = fc
      .array(fc.date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }), {
        minLength: 1,
        maxLength: 20,
      })
      .map((dates) => dates.map((date) => date.toISOString().slice(0, 10)))
    fc.assert(
      fc.property(written, fc.boolean(), (days, dayFirst) => {
        const cells = days.map((iso) => {
          const [year, month, date] = iso.split('-').map(Number)
          return dayFirst ? `${date}/${month}/${year}` : `${month}/${date}/${year}`
        })
        const { decision, values } = seen('日期', cells.join('|'))
        const isProven = days.some((iso) => Number(iso.slice(8)) > 12)
        const isEither = days.some((iso) => Number(iso.slice(8)) <= 12 && iso.slice(5, 7) !== iso.slice(8))
        if (isProven) expect(values).toEqual(days)
        else if (isEither) {
          const votes = days.filter((iso) => iso.slice(5, 7) === iso.slice(8)).length
          expect(decision.type).toBe(votes * 2 >= days.length ? 'date' : 'text')
          expect(decision.dayForm).toBeUndefined()
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('the user', () => {
  const chosen = (type: ColumnType, header: string, cells: string) =>
    seeColumn({ header, cells, chosen: type })

  it('has the last word on the type, and the rest follows', () => {
    expect(chosen('date', '批', '20260301|20260302').values).toEqual(['2026-03-01', '2026-03-02'])
    expect(chosen('date', '数', '46082|46083').values).toEqual(['2026-03-01', '2026-03-02'])
    expect(chosen('text', '点击', '10|20').values).toEqual(['10', '20'])
    expect(chosen('number', '手机', '13912345678|-').values).toEqual([13_912_345_678, null])
    expect(chosen('duration', '开始', '9:30|10:00').values).toEqual([570, 600])
    expect(chosen('money', '规模', '5.8万元|3万元')).toMatchObject({ values: [58_000, 30_000] })
    expect(decisionText(chosen('percent', '值', '0.5|0.25').decision)).toBe('percent by user')
    expect(chosen('integer', '名', '甲|2').misfits).toEqual(['甲'])
  })
})

describe('one odd cell', () => {
  it('never makes another type', () => {
    const kinds: readonly (readonly [string, readonly string[]])[] = [
      ['点击', ['12', '1,300', '45']],
      ['花费', ['¥12.5', '¥1,300.00', '¥45']],
      ['达成率', ['45%', '52.3%', '108%']],
      ['日期', ['2026-03-01', '2026年3月2日', '2026/3/3']],
      ['周', ['2026年第9周', '2026年第10周', '2026-W11']],
      ['时长', ['38.2分钟', '40分钟', '12分钟']],
      ['是否新客', ['是', '否', '是']],
      ['渠道', ['抖音', '微信', '小红书']],
    ]
    const odd = fc.constantFrom(
      '007',
      'A03',
      '待定',
      '缺',
      '#N/A',
      '—',
      '',
      '见备注',
      '约5',
      '2026-03-01',
      '3/4/2026',
      '45%',
      '三',
      '5.8万',
      '是',
      'N/A',
    )
    fc.assert(
      fc.property(fc.constantFrom(...kinds), odd, fc.nat(29), ([header, cells], cell, at) => {
        const column = Array.from({ length: 30 }, (_, index) => cells[index % cells.length] ?? '')
        const { type } = seen(header, column.join('|')).decision
        const changed = seen(header, column.with(at, cell).join('|')).decision.type
        // Whole numbers among which there is one that is not quite are numbers.
        expect(changed === 'number' ? 'integer' : changed).toBe(type)
      }),
      { numRuns: 500 },
    )
  })
})
