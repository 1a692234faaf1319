// Tables as people keep them, one shape each, as separated text: what is suggested from them is kept beside this file.
// The data is made up.

import type { Language } from '../../../shared/model/language.ts'

export interface SuggestionCase {
  language: Language
  /** The month that the fiscal year begins with; January where none is given. */
  yearStart?: number
  /** File name → its text. */
  files: Readonly<Record<string, string>>
}

export const suggestionCases: Readonly<Record<string, SuggestionCase>> = {
  'goals in words, with rates instead of targets': {
    language: 'zh-CN',
    files: {
      '目标.csv': `指标,目标,实际,完成率,负责人,来源,季度
新增用户,,6.3万,126%,张三,年度计划,2026年第三季度
获客成本,26元/人以内,22.8元/人,,李四,,
7日留存率,不低于42%,45.6%,,,,
付费用户,,9430,117.9%,,,
流失率,降至12%以下,9.4%,,,,
客单价,60-400元,138元,,,,
客诉响应时长,控制在2小时以内,2.5小时,,王五,,
`,
    },
  },
  'targets whose results are in another table': {
    language: 'zh-CN',
    files: {
      '目标.csv': `指标,单位,目标值,责任人
累计注册,人,不低于800,张三
点击率,%,≥5%,李四
获客成本,元/人,30元/人以内,王五
品牌知名度,,80,赵六
`,
      '渠道.csv': `渠道,曝光,点击,注册,费用(元),点击率
短视频,52000,2600,420,9660,5.00%
公众号,31000,2170,310,5890,7.00%
校园,12000,960,180,2700,8.00%
搜索,27000,810,90,3150,3.00%
`,
    },
  },
  'quarters by department': {
    language: 'zh-CN',
    files: {
      '季报.csv': `季度,部门,营收(万元)
2025Q1,华东,121
2025Q1,华南,82
2025Q2,华东,133
2025Q2,华南,91
2025Q3,华东,152
2025Q3,华南,96
2025Q4,华东,171
2025Q4,华南,99
2026Q1,华东,163
2026Q1,华南,124
`,
    },
  },
  'quarters of a fiscal year that begins in April': {
    language: 'zh-CN',
    yearStart: 4,
    files: {
      '月报.csv': `月份,营收(万元)
${Array.from({ length: 30 }, (_, month) => `${2024 + Math.floor((month + 3) / 12)}年${((month + 3) % 12) + 1}月,${100 + month}`).join('\n')}
`,
    },
  },
  'months without a year': {
    language: 'zh-CN',
    files: {
      '月报.csv': `月份,新增用户,活跃用户,付费转化率
1月,1210,5040,3.1%
2月,1130,5210,3.3%
3月,1540,5630,3.5%
4月,1720,6020,3.4%
`,
    },
  },
  'years as numbers': {
    language: 'zh-CN',
    files: {
      '年度.csv': `年份,用户数,营收(亿元),毛利率
2022,12100,1.2,31%
2023,15300,1.5,33%
2024,21200,2.1,35%
2025,26400,2.9,36%
`,
    },
  },
  'before and after, each row in its own unit': {
    language: 'zh-CN',
    files: {
      '优化.csv': `指标,优化前,优化后
注册转化率,17%,23%
付费步骤,6步,4步
使用时长(分钟),33,41
响应时长,33分钟,21分钟
日均访问,1.3万,1.6万
`,
    },
  },
  'last year and this year by channel': {
    language: 'zh-CN',
    files: {
      '同比.csv': `渠道,去年(人),今年(人)
短视频,1230,1540
公众号,810,930
校园,320,610
`,
    },
  },
  'a survey, and how many were sent': {
    language: 'zh-CN',
    files: {
      '问卷.csv': `选项,人数,占比
价格偏高,574,67.5%
功能难找,425,50.0%
没有时间,289,34.0%
`,
      '发放情况.csv': `项目,数量
发放问卷,1100份
有效问卷,850份
`,
    },
  },
  'an experiment': {
    language: 'zh-CN',
    files: {
      '实验.csv': `组别,曝光人数,点击人数,点击率
对照组,9800,1150,11.7%
实验组,9900,1640,16.6%
`,
    },
  },
  'a funnel with a step in each row': {
    language: 'zh-CN',
    files: {
      '漏斗.csv': `环节,人数,转化率
曝光,98000,
点击,7800,8.0%
注册,1180,15.1%
首单,290,24.6%
`,
    },
  },
  'segments and their rates': {
    language: 'zh-CN',
    files: {
      '分层.csv': `用户分层,占比,打开率,付费转化率
新用户,31%,20.5%,1.1%
活跃用户,44%,35.2%,5.2%
沉睡用户,25%,5.4%,0.2%
`,
    },
  },
  'tasks with their days': {
    language: 'zh-CN',
    files: {
      '排期.csv': `任务,负责人,起止时间,进度
需求调研,张三,2026年3月2日至3月13日,100%
方案设计,李四,2026年3月11日至3月24日,60%
上线,王五,2026年3月25日至4月3日,0%
`,
    },
  },
  'goals in English': {
    language: 'en',
    files: {
      'okr.csv': `KPI,Target,Actual,Owner,Due date,Last year actual
New users,at least 52k,59k,Zoe,2026-12-31,41k
CAC,under 31 CNY,28.4 CNY,Li,2026-12-31,33 CNY
CTR,between 3% and 5%,3.7%,,2026-06-30,3.1%
`,
    },
  },
  'weeks in English': {
    language: 'en',
    files: {
      'weekly.csv': `Week,Channel,Visits,Sign-ups,Orders,Revenue (CNY)
2026-W02,Search,1040,103,11,540
2026-W02,Social,2010,151,13,720
2026-W03,Search,1120,121,15,830
2026-W03,Social,2130,156,16,910
2026-W06,Search,1130,127,17,840
2026-W06,Social,2140,166,19,950
2026-W10,Search,1150,124,15,820
2026-W10,Social,2180,158,17,930
`,
    },
  },
  'a survey and an experiment in English': {
    language: 'en',
    files: {
      'survey.csv': `Answer,Votes,Share
Too expensive,132,66.0%
Hard to use,48,24.0%
Other,20,10.0%
`,
      'experiment.csv': `Group,Users,Conversions
Control,5100,410
Variant B,5050,486
Variant C,4980,395
`,
    },
  },
  'a survey by counts, one answer each': {
    language: 'zh-CN',
    files: {
      '问卷.csv': `题目,选项,人数
您从哪里得知本活动？,朋友推荐,240
,短视频,160
,海报,100
您愿意再次参加吗？,愿意,410
,不愿意,90
`,
    },
  },
  'cohorts by month': {
    language: 'zh-CN',
    files: {
      '留存.csv': `注册月份,新增用户,次月,第2个月,第3个月
2026年1月,2000,820,560,430
2026年2月,2600,1170,780,
2026年3月,2300,990,,
`,
    },
  },
  'cohorts by their rates': {
    language: 'zh-CN',
    files: {
      '留存率.csv': `批次,新增用户,次日留存率,7日留存率,30日留存率
校园批次,1200,46%,31%,18%
短视频批次,3400,38%,22%,11%
搜索批次,900,41%,27%,15%
`,
    },
  },
  'cohorts in English': {
    language: 'en',
    files: {
      'cohorts.csv': `Cohort,Week 0,Week 1,Week 2,Week 3
Spring intake,410,205,160,121
Summer intake,520,286,210,
Autumn intake,380,171,,
`,
    },
  },
  'people, prices and notes': {
    language: 'zh-CN',
    files: {
      '名单.csv': `姓名,学号,电话,年龄,入学年份,备注
张三,20260001,13800000001,21,2023,班长
李四,20260002,13800000002,22,2022,
王五,20260003,13800000003,20,2024,
`,
      '价目.csv': `产品,规格,单价(元),库存
A,大,12.5,80
B,小,9.9,120
`,
    },
  },
}
