// What the words of a spreadsheet's headers and indicators tell, in Chinese and English.
// It only recognises words: no numbers, no figures.

import type { FigureKind } from '../model/figure.ts'
import type { Polarity } from '../model/goal.ts'
import { isClockUnit, isCurrency } from '../numbers/units.ts'

const lower = new RegExp(
  [
    '成本|费用(?!户)|支出|花费|开支|能耗|排放|坏账|亏损|损耗',
    '流失|流出|投诉|客诉|差评|举报|退款|退货|退订|退课|退费|取关|掉粉|跳出|跳失|弃购|卸载|拒收|拒单|取消',
    '耗时|(?<!使)用时|等待|排队|延迟|延期|时延|响应时|加载时|处理时|解决时|(交付|获客|转化|招聘|回款|审批|周转)周期|周转天数',
    '故障|崩溃|卡顿|错误|失败|缺陷|不良|次品|废品|返工|漏检|误判|缺货|积压|滞销|空置|逾期|超时|缺勤|迟到|离职|违规|事故|bug',
    '排名|名次',
    String.raw`\b(costs?|spend(ing)?|expenses?|cac|cpa|cpc|cpm|cpl|churn(ed)?|bounces?|complaints?|refunds?|return rate|returned|unsubscribes?|uninstalls?|abandon(ed|ment)|cancel(l?ed|l?ations?)|attrition|turnover rate|absen(ce|teeism)|emissions?)\b`,
    String.raw`\b(errors?|failures?|crash(es)?|defects?|bugs?|incidents?|rework|scrap|stockouts?|backlog|latency|delays?|downtime|overdue|late (deliver\w+|payments?|arrivals?)|waiting|wait time|response time|load time|handling time|resolution time|lead time|cycle time|delivery time|loss(es)?|rank(ing)?)\b`,
  ].join('|'),
  'i',
)

/** Words that turn a cost or a complaint into something good: 成本节约, 投诉解决率. */
const turned =
  /利润|节约|节省|降低率?$|减少|下降|降幅|压降|挽回|挽留|召回|解决率|处理率|及时率|修复率|回收|\b(saved|savings?|reductions?|recovered|recovery|resolved|resolution rate|won back|win-?back)\b/i

/** Whether more of it is better, by its name alone. Time spent using is good; time spent waiting is not. */
export const polarityOf = (name: string): Polarity =>
  lower.test(name) && !turned.test(name) ? 'lower' : 'higher'

const notAdditive = new RegExp(
  [
    '率|占比|比例|比重|份额|系数|因子|密度|指数|排名|名次|粘性|黏性|周转|人效|坪效',
    '平均|均值|[人日月周年次单笔户店客]均|均价|单价|客单|笔单|(获客|单位|用户|注册|拉新|订单|线索|点击)成本|投产比|投入产出比',
    '留存(?!人数|用户数)|日活|月活|周活|活跃用户|在线|余额|库存|存量|保有|粉丝(总?数|量)?$|会员(总?数|量)?$|评分|得分|满意度',
    '(响应|加载|等待|排队|停留|处理|解决).{0,10}(时间|时长|时效)|周期$',
    String.raw`\b(dau|wau|mau|roi|roas|nps|csat|ctr|cvr|cpc|cpa|cpm|cpl|cac|ltv|clv|arpp?u|aov|average|avg|mean|median|rates?|ratio|retention|stickiness|margin|factor|coefficient|density|share|balance|inventory|stock|active users?|online|concurrent|followers?|score|rating|index|rank(ing)?|price|per|return on)\b`,
    String.raw`\b(response|load|handling|resolution|wait|lead|cycle|delivery) time\b|\btime on\b|\bsession duration\b|\blatency\b`,
  ].join('|'),
  'i',
)

/** What is new each day may be added up, whatever it is; how much of it stays or costs may not. */
const isNew = (name: string): boolean =>
  /新增|净增|\bnew\b/i.test(name) &&
  !/率|占比|比例|成本|均|留存|\b(rates?|ratio|share|per|retention|average|cost)\b/i.test(name)

/** Whether values of days or of parts may be added up. */
export const isAdditive = (name: string): boolean => isNew(name) || !notAdditive.test(name)

/** How many there are at a time, where nothing says that they are new: not to be added up over time. */
export const isStock = (name: string): boolean =>
  /^(总|累计|注册)?(用户|会员|粉丝|客户|学员|员工|门店|商户|商家|设备)(总?数量?|总?量|规模)?$|^(total )?(users|members|customers|subscribers|employees|staff|stores|headcount)$/i.test(
    name,
  )

/** Running totals, labels that look like numbers, and numbers of rows: nothing to sum or to average. */
export const isNoMeasure = (name: string): boolean =>
  /^(序号|行号|年份?|月份?|周次|第.*周|星期.?|排名|名次)$|累计|截至|编号|编码|学号|工号|账号|电话|手机|邮编|^(id|no\.?|number|year|month|week|weekday|rank(ing)?)$|\b(id|code|phone|zip|account number|cumulative|running total|to date)\b/i.test(
    name,
  )

/** A header longer than this is a sentence, and names nothing. */
const longestName = 60

export const isPlainName = (name: string): boolean => name.length <= longestName && name.trim() !== ''

/** A row that sums up the others. */
export const isTotal = (name: string): boolean =>
  /^(总计|合计|小计|总和|共计|全部|整体|汇总)|^(grand |sub)?total\b|^overall$|^all$/i.test(name)

export const isNote = (name: string): boolean =>
  /备注|说明|注释|原因|链接|内容描述|\b(notes?|remarks?|comments?|description|reason|url|link)\b/i.test(name)

/** Columns that usually divide a total, best first in their order here. */
const dividing =
  /渠道|平台|来源|媒体|部门|团队|小组|区域|地区|城市|省份|门店|产品|品类|类别|类型|版本|校区|分层|分群|人群|层级|等级|\b(channels?|platforms?|sources?|media|departments?|teams?|groups?|regions?|areas?|cities|city|province|stores?|products?|category|type|segments?|cohorts?|tiers?|campus)\b/i
export const isDividing = (name: string): boolean => dividing.test(name)

/** How likely a measure is what the table is about: people won, then orders, then the rest. */
export function leadOf(name: string): number {
  if (isCost(name)) return 0
  if (
    /注册|拉新|新增(有效|注册)?(用户|会员|粉丝|客户)|\b(sign-?ups?|registrations?|registered|new (users?|members?|customers?|followers?))\b/i.test(
      name,
    )
  )
    return 4
  if (
    /首单|订单|下单|成交|付费|报名|线索|\b(orders?|purchases?|paid|paying|leads?|deals?|bookings?|installs?)\b/i.test(
      name,
    )
  )
    return 3
  if (/销售额|营收|收入|流水|GMV|\b(revenue|sales|income|gmv)\b/i.test(name)) return 2
  return 1
}

export const isSignUp = (name: string): boolean => leadOf(name) === 4

export const isCost = (name: string): boolean =>
  /成本|费用(?!户)|花费|消耗|支出|投放金额|预算|\b(costs?|spend(ing)?|spent|expenses?|budget)\b/i.test(
    name,
  ) && !/率|占比|\b(rates?|ratio|share)\b/i.test(name)

/** Steps that people take one after the other, as funnels name them. */
export const isStep = (name: string): boolean =>
  /曝光|展示|展现|浏览|访问|点击|进店|加购|收藏|咨询|注册|激活|下载|安装|试听|试用|报名|到店|到课|下单|首单|订单|支付|付款|付费|成交|转化|复购|线索|商机|签约|简历|初筛|面试|录用|入职|\b(impressions?|views?|visits?|visitors?|clicks?|sign-?ups?|registrations?|registered|installs?|downloads?|activat\w+|trials?|carts?|checkouts?|orders?|purchases?|paid|paying|payments?|conversions?|leads?|opportunities|deals?|applications?|interviews?|offers?|hires?)\b/i.test(
    name,
  )

export const isStepHeader = (name: string): boolean =>
  /环节|步骤|阶段|漏斗|节点|流程|^步$|\b(steps?|stages?|funnel|phases?)\b/i.test(name)

/** The unit that a Chinese reader expects behind a count whose column names none. */
export function countedUnit(name: string): string {
  if (/用户|人数|注册|拉新|访客|粉丝|会员|学员|客户|报名|涨粉|掉粉|UV|DAU|MAU|日活|月活/i.test(name))
    return '人'
  if (/订单|首单|下单|成交|复购|退款/.test(name)) return '单'
  if (
    /曝光|展示|展现|点击|浏览|阅读|访问|播放|下载|安装|分享|转发|互动|点赞|评论|收藏|咨询|投诉|PV/i.test(name)
  )
    return '次'
  if (/笔记|文章|作品|推文|稿件|内容/.test(name)) return '篇'
  if (/门店|商家|企业|网点/.test(name)) return '家'
  if (/场次|场数/.test(name)) return '场'
  return ''
}

/** What kind of number an indicator is, by its bare unit and its name. */
export function kindOf(unit: string, name: string): FigureKind {
  if (unit === '%' || unit === '‰') return 'rate'
  if (isCurrency(unit)) return 'amount'
  if (unit === '倍' || /^(x|times)$/i.test(unit)) return 'ratio'
  if (isClockUnit(unit) || /^(天|日|周|个月|days?|weeks?|months?)$/i.test(unit)) {
    return /天数|日数|\bdays\b/i.test(name) ? 'count' : 'duration'
  }
  if (unit === '分' && /时长|耗时|用时/.test(name)) return 'duration'
  if (/^(分|points?|pts)$/i.test(unit) || /满意度|评分|得分|NPS|\b(score|rating)\b/i.test(name))
    return 'score'
  if (/指数|\bindex\b/i.test(name)) return 'index'
  if (unit === '' && isCost(name)) return 'amount'
  return 'count'
}

/** Headers of a goal table. A rate of attainment is no target and no actual: it is computed anew. */
export const isTargetHeader = (name: string): boolean =>
  !/率|占比|差|rate|variance|gap|%/i.test(name) &&
  /(目标|计划|预算|指标值|任务)(值|数|量|额|完成[值量数]?)?$|^(计划|目标|预计)完成|\b(target|goal|plan(ned)?|budget(ed)?|objective|quota)( value)?s?$/i.test(
    name,
  )

export const isActualHeader = (name: string): boolean =>
  !/率|占比|差|rate|variance|gap|%|日期|时间|情况说明|去年|上年|往年|上期|同期|\b(last|previous|prior) (year|month|quarter|period)/i.test(
    name,
  ) &&
  /实际|实绩|完成(值|数|量|额|情况)?$|达成(值|数|量|额|情况)?$|^结果$|\b(actuals?|results?|achieved|delivered|outcome|completed|attained)( value)?$/i.test(
    name,
  )

/** What is reached of a target, in percent. 预算执行率 counts as well: it divides the same two. */
export const isAttainmentHeader = (name: string): boolean =>
  /(完成|达成|达标|实现|执行)(率|比例|比|度|进度)|\b(attainment|achievement|completion)( rate| %)?$|% (of|to|vs\.?) (target|plan|goal)|\bachieved %/i.test(
    name,
  )

export const isComparatorHeader = (name: string): boolean =>
  /^(比较符?号?|比较方式|符号|运算符|条件|要求|方向|指标方向|极性|指标性质)$|^(comparator|operator|condition|direction|polarity)$/i.test(
    name,
  )

export const isOwnerHeader = (name: string): boolean =>
  /^(负责|责任|主责|牵头|主办)(人|部门|单位|岗位)?$|^(owners?|responsible|accountable|assignee|in charge|lead)$/i.test(
    name,
  )

export const isSetByHeader = (name: string): boolean =>
  /^(目标)?(来源|依据|出处|设定依据|制定依据|考核依据|下达单位|下达文件|制定人)$|^(target )?(source|basis|set by|reference)$/i.test(
    name,
  )

export const isPeriodHeader = (name: string): boolean =>
  /^(目标|考核|统计)?(季度|月份|年份|年度|期间|周期|时间|截止|截止(日期|时间)|完成(日期|时间|时限)|时限|时期)$|^(quarter|month|year|period|deadline|due( date)?|by when)$/i.test(
    name,
  )

export const isIndicatorHeader = (name: string): boolean =>
  /指标|项目|^(名称|内容|考核项)|\b(kpis?|metrics?|indicators?|items?|measures?|name)$/i.test(name)

export const isUnitHeader = (name: string): boolean => /^(计量)?单位$|^units?( of measure)?$/i.test(name)
