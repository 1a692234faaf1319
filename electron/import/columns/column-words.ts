// What the name of a column says of its cells: an identifier, a day, money, a share, a count. It recognises words in
// Chinese and English; it sees no cells, and a column's cells have the last word wherever they can tell.

import { isRateName } from '../tables/total-words.ts'

/** order_id and orderId as order id, so that the words below are words in them too. */
export const inWords = (name: string): string =>
  name
    .replaceAll('_', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .trim()

export const isNoteName = (name: string): boolean =>
  /^(备注|说明|注释|remarks?|notes?|comments?)$/i.test(name)

/** 手机号, 订单编号, but not 手机销量. */
export const isIdName = (name: string): boolean =>
  !/(数|量|额|率|费|价|(?<!批)次|时长|count|amount|rate|total|qty|quantity|sales)$/i.test(name) &&
  /编号|编码|代码|号码|工号|学号|[账帐]号|卡号|单号|流水号|款号|货号|批号|批次|票号|车牌|门牌|房号|手机|电话|联系方式|身份证|证件|证号|税号|邮编|条码|序列号|(?<![a-z])ID$|\b(user|order|open|union|customer|product|item|member|u|uu|p|g)id$|\b(id|code|phone|mobile|tel|zip|postcode|postal code|sku|asin|isbn|serial|invoice|tracking)( ?(no\.?|number|id))?$|\b(order|account|card|employee|student|customer|member) ?(no\.?|number|id)$/i.test(
    name,
  )

/** 1.10 is no 1.1. */
export const isVersionName = (name: string): boolean =>
  /版本号?$|型号$|^IP(地址)?$|\b(version|model|ip( address)?)$/i.test(name)

/** Names that ask how many or how long, so that 3组 is three of them. */
export const isAmountName = (name: string): boolean =>
  /数|量|时长|时间|周期|耗时|期限|年限|工期|龄$|number|count|duration|time/i.test(name)

/** Names under which a limit is a number to be met. */
export const isGoalName = (name: string): boolean =>
  /目标|指标|计划|预算|标准|阈值|要求|上限|下限|限额|任务|预期|\b(targets?|goals?|plan(ned)?|budget|quota|threshold|limits?|standard|objective)\b/i.test(
    name,
  )

export const isDayName = (name: string): boolean =>
  /日期|时间|日$|^(dt|ds|day|date|pt)$|\b(date|day|time)$/i.test(name) && !/时长|耗时|duration/i.test(name)

/** Names that promise a date and nothing that is counted, as 响应时间 does not. */
export const isDateName = (name: string): boolean =>
  /日期|生日|(创建|更新|修改|开始|结束|截止|下单|支付|付款|注册|登录|发布|提交|成交|发货|签收|入职|离职)(时间|日)$|^(day|dt|ds)$|\bdate$/i.test(
    name,
  )

export const isMonthName = (name: string): boolean =>
  isDayName(name) || /月|期间|账期|\b(month|period|ym)$/i.test(name)

export const isSpanName = (name: string): boolean =>
  /时长|耗时|用时|停留|duration|time (spent|on|per)|elapsed|length/i.test(name)

/** Rates that are ratios when they are below 1; 汇率 and 频率 are none. */
export const isShareName = (name: string): boolean =>
  /(率|占比|比例|比重|百分比|\b(rate|share|percent|percentage|pct))$/i.test(name) &&
  !/(汇率|频率|功率|速率|倍率|斜率|分辨率|市盈率|市净率|赔率|心率|exchange rate|frame rate|heart rate)$/i.test(
    name,
  )

/** Names of what is no amount, whatever it is counted in. */
export const isNoAmount = (name: string): boolean =>
  /人数|户数|数量|次数|件数|天数|个数|序号|编号|年份?$|年度$|月份?$|名次|排名|\b(count|number|no|year|month|rank|qty|quantity)\b/i.test(
    name,
  )

/** Names of what is counted, so that the unit of money over its table is not its own. */
export const isCountName = (name: string): boolean =>
  /(数|量|人|户|次|单|家|人次|用户|客户|会员|粉丝)$|点击|曝光|展现|展示|浏览|播放|访问|下载|注册|订单|线索|评分|得分|满意度|\b(clicks?|impressions?|views?|visits?|users?|orders?|leads?|downloads?|units?|items?|headcount|score|rating)$/i.test(
    name,
  )

/** Names of measures, whose numbers may have any number of digits. */
export const isMeasureName = (name: string): boolean =>
  isAmountName(name) ||
  /额|值|收|入|费|价|款|本|资产|负债|流量|曝光|展现|展示|点击|浏览|播放|访问|阅读|impressions?|views?|clicks?|\b(value|total|sum|volume|bytes|size|amount|balance|assets?)\b/i.test(
    name,
  )

export const isMoneyName = (name: string): boolean =>
  (!isRateName(name) || isPriceName(name)) &&
  /(金额|成本|费用?|花费|消耗|支出|收入|营收|销售额|交易额|成交额|总额|差额|余额|利润|毛利|净利|预算|货款|价款|应收|应付|实收|实付|单价|售价|均价|报价|价格|原价|现价|客单价|工资|薪资|薪酬|奖金|补贴|佣金|提成|租金|房租|押金|运费|税额|税金|GMV)$|\b(costs?|spend|revenue|sales|amount|budget|profit|expenses?|price|fees?|salary|wages?|bonus|commission|subsidy|rent|tax|balance|payments?|income|gmv)$/i.test(
    name,
  )

/** Prices are money although they are not added up. */
const isPriceName = (name: string): boolean =>
  /(价|价格|客单价)$|\bprice$/i.test(name) && !/率|占比|比例|比重|指数|排名/.test(name)
