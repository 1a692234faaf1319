import { describe, expect, test } from 'vitest'
import {
  countedUnit,
  isAdditive,
  isAttainmentHeader,
  isCost,
  isNoMeasure,
  isStep,
  isStock,
  isTotal,
  kindOf,
  leadOf,
  polarityOf,
} from '../../../../shared/metrics/lexicon.ts'

const words = (list: string): string[] => list.trim().split(/\s*[,，\n]\s*/)

describe('which way is better', () => {
  test.each(
    words(`获客成本, 次均费用, 费用率, 流失率, 流失人数, 投诉率, 客诉数, 差评率, 退货率, 退款额, 退订率, 取关人数, 掉粉, 跳失率,
      订单取消率, 弃购率, 卸载率, 响应时长, 平均响应时间, 排队时长, 延期天数, 招聘周期, 库存周转天数, 崩溃率, bug数, 不良率, 次品率,
      返工率, 漏检率, 缺货率, 逾期率, 离职率, 搜索排名, 碳排放, CAC, CPA, Churn rate, Cancellation rate, Return rate,
      Cart abandonment, Crash rate, Downtime, Absence rate, Late deliveries, Lead time, Ranking`),
  )('%s: lower', (name) => expect(polarityOf(name)).toBe('lower'))

  test.each(
    words(`付费用户, 免费用户, 收费用户数, 续费率, 成本利润率, 留存率, 复购率, 客单价, GMV, ARPU, LTV, NPS, DAU, 粘性, 完播率, 到课率,
      流失用户召回率, 投诉解决率, 成本节约额, 预算执行率, 交付及时率, 使用时长, 停留时长, Retention, Repeat purchase rate, AOV,
      Return on investment, On-time rate, Uptime, Win-back rate, Cost savings, Paid users`),
  )('%s: higher', (name) => expect(polarityOf(name)).toBe('higher'))
})

describe('what may be added up', () => {
  test.each(
    words(`注册, 新增用户, 净增粉丝, 留存人数, 复购次数, 付费用户, GMV, 营收, 曝光量, 掉粉, 退款额, 培训时长, 投诉数, Sign-ups,
      New followers, Revenue, Orders, Downtime`),
  )('%s: yes', (name) => expect(isAdditive(name)).toBe(true))

  test.each(
    words(`DAU, MAU, 日活, 次日留存, 留存, 新增用户留存率, 新增用户成本, 粉丝数, 客单价, ARPU, ARPPU, LTV, NPS, ROI, 粘性, K因子, 市场份额,
      库存, 满意度, 平均响应时间, 首次响应时长, 人均产值, 人效, 排名, 转化周期, Retention, Day-7 retention, Gross margin, Stickiness,
      Response time, Time on site, Market share, New user retention, Average order value`),
  )('%s: no', (name) => expect(isAdditive(name)).toBe(false))
})

test('paying users are people and no cost', () => {
  expect([isCost('付费用户'), isCost('推广费用'), isCost('费用率'), isCost('Ad spend')]).toEqual([
    false,
    true,
    false,
    true,
  ])
  expect([kindOf('', '付费用户'), kindOf('', '推广费用')]).toEqual(['count', 'amount'])
  expect([leadOf('付费用户'), leadOf('推广费用')]).toEqual([3, 0])
})

test('labels that look like numbers are no measures', () => {
  const labels = [
    '序号',
    '学号',
    '电话',
    '年份',
    '月份',
    '名次',
    'ID',
    'User ID',
    'Year',
    'Phone',
    '累计注册',
  ]
  expect(labels.filter((name) => !isNoMeasure(name))).toEqual([])
  expect(['注册', '年销售额', '月活', 'Sales'].filter(isNoMeasure)).toEqual([])
})

test('what there is at a time is told from what came', () => {
  expect(
    ['用户数', '会员总量', '门店', 'Customers', '新增用户数', '用户投诉数', 'New customers'].map(isStock),
  ).toEqual([true, true, true, true, false, false, false])
})

test('what is counted has its unit', () => {
  const units = ['涨粉', '阅读量', '门店数', '培训场次', '复购次数', '文章数'].map(countedUnit)
  expect(units).toEqual(['人', '次', '家', '场', '单', '篇'])
})

test('steps, totals and rates of attainment are known by their words', () => {
  expect(['曝光', '首单用户', 'Clicks', 'Sign-ups', '成本', 'Notes'].map(isStep)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ])
  expect(['合计', '总计', 'Total', 'Grand total', '总部', 'Totally new'].map(isTotal)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ])
  expect(
    ['完成率', '达成率(%)', '预算执行率', 'Attainment', '% of target', '转化率', '完成值'].map(
      isAttainmentHeader,
    ),
  ).toEqual([true, true, true, true, true, false, false])
})

test('a header of any length is judged at once', () => {
  const began = performance.now()
  for (const unit of ['率', '费用', 'new ', '1', '排队时', 'response ', '首次', '(', ' '])
    for (const judge of [polarityOf, isAdditive, isNoMeasure, isCost, isStep, leadOf, countedUnit])
      judge(unit.repeat(10_000 / unit.length))
  expect(performance.now() - began).toBeLessThan(1000)
})
