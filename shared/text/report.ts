// The words of a report's frame: names of templates, headings, labels of tables, prompts for what only the author knows.
// The sentences that speak of figures are in report-sentences.ts.

import type { Language } from '../model/language.ts'
import type { TemplateId } from '../model/project.ts'
import { inner } from './english.ts'

export interface ReportWords {
  templates: Readonly<Record<TemplateId, { name: string; description: string }>>
  /** Rows of the first table that come from the data. */
  dataPeriod: string
  dataSources: string
  sourcesBetween: string
  /** What a table is divided by, while there is none. */
  part: string
  source: (name: string) => string
  headings: {
    overview: string
    duties: string
    results: string
    goals: string
    parts: (by: string) => string
    trend: string
    cases: string
    leadingCase: (key: string, by: string, base: string) => string
    otherCase: string
    lessons: string
    shortcomings: string
    plans: string
  }
  goalTable: { caption: string; columns: readonly [string, string, string, string, string] }
  partTable: {
    caption: (by: string) => string
    share: (base: string) => string
    total: string
    withUnit: (name: string, unit: string) => string
  }
  /** Before the colon of a paragraph of a case. */
  caseParts: { background: string; goal: string; process: string; result: string }
  prompts: {
    overview: string
    duties: string
    goals: string
    parts: string
    trend: string
    trendCause: string
    background: string
    process: string
    contribution: string
    otherCase: string
    lessons: string
    shortcomings: string
    plans: string
  }
}

export const reportWords: Readonly<Record<Language, ReportWords>> = {
  'zh-CN': {
    templates: {
      internship: {
        name: '实习总结',
        description: '封面、目录、实习基本情况、工作内容、数据成果、重点案例、收获、不足与计划',
      },
    },
    dataPeriod: '数据区间',
    dataSources: '数据来源',
    sourcesBetween: '、',
    part: '渠道',
    source: (name) => `《${name}》`,
    headings: {
      overview: '实习基本情况',
      duties: '工作内容与职责',
      results: '数据成果',
      goals: '目标达成情况',
      parts: (by) => `${by}表现`,
      trend: '变化趋势',
      cases: '重点工作案例',
      leadingCase: (key, by, base) => `${key}：${base}最多的${by}`,
      otherCase: '其他案例',
      lessons: '收获与成长',
      shortcomings: '不足与反思',
      plans: '下一步计划',
    },
    goalTable: { caption: '目标达成情况', columns: ['指标', '目标', '实际', '达成情况', '结论'] },
    partTable: {
      caption: (by) => `各${by}数据汇总`,
      share: (base) => `${base}占比`,
      total: '合计',
      withUnit: (name, unit) => (unit === '' ? name : `${name}（${unit}）`),
    },
    caseParts: { background: '背景：', goal: '目标：', process: '过程：', result: '成果：' },
    prompts: {
      overview: '用两三句话介绍实习单位的主要业务，以及所在团队负责什么。',
      duties: '补充你承担的其他工作，例如社群运营、活动策划、用户调研：做什么、多久做一次、交付给谁。',
      goals:
        '导入目标表（指标、单位、目标、实际）后重新起草，这里会列出每项目标的达成情况；也可以直接写明目标和结果。',
      parts: '导入按日期和渠道（或部门、产品）记录的明细表后重新起草，这里会比较各部分的数据。',
      trend: '导入带日期的明细表后重新起草，这里会写出逐月变化、日均值和最高的一天。',
      trendCause: '说明高峰和低谷出现的原因，例如活动、节假日、素材更换或预算调整。',
      background: '背景：这项工作因何而起，当时的情况怎样；目标：要达到什么结果，用哪个指标衡量。',
      process: '按时间顺序写两三步关键动作：发现了什么、做了什么调整、怎样确认有效。',
      contribution: '个人贡献：哪些是你独立完成的，哪些由你提出或推动，对结果有多大影响。',
      otherCase:
        '再写一个你参与最深的案例，按背景、目标、过程、成果、个人贡献五部分展开，结果尽量用指标说话。',
      lessons: '写两三点收获：学会了什么方法或工具，用在哪件事上，带来了什么变化。',
      shortcomings: '结合具体事情写不足：当时怎么做的，为什么没做好，换作现在会怎么做。',
      plans: '补充你自己的计划：接下来一段时间要学什么、做成什么，用什么来检验。',
    },
  },
  en: {
    templates: {
      internship: {
        name: 'Internship report',
        description:
          'Cover, contents, the internship, duties, results in figures, a case, lessons, shortcomings and plans',
      },
    },
    dataPeriod: 'Data from',
    dataSources: 'Data sources',
    sourcesBetween: ', ',
    part: 'channel',
    source: (name) => name,
    headings: {
      overview: 'About the internship',
      duties: 'Duties',
      results: 'Results',
      goals: 'Goals',
      parts: (by) => `Results by ${inner(by)}`,
      trend: 'Development over time',
      cases: 'Case studies',
      leadingCase: (key, by, base) => `${key}: the ${inner(by)} with the most ${inner(base)}`,
      otherCase: 'Another case',
      lessons: 'What I learned',
      shortcomings: 'What fell short',
      plans: 'Next steps',
    },
    goalTable: {
      caption: 'Goals and results',
      columns: ['Metric', 'Target', 'Actual', 'Attainment', 'Verdict'],
    },
    partTable: {
      caption: (by) => `Results by ${inner(by)}`,
      share: (base) => `Share of ${inner(base)}`,
      total: 'Total',
      withUnit: (name, unit) => (unit === '' ? name : `${name} (${unit})`),
    },
    caseParts: {
      background: 'Background. ',
      goal: 'Goals. ',
      process: 'What was done. ',
      result: 'Result. ',
    },
    prompts: {
      overview:
        'In two or three sentences: what the organisation does, and what your team is responsible for.',
      duties:
        'Add the rest of your work, such as community, events or user research: what, how often, and for whom.',
      goals:
        'Import a table of goals (metric, unit, target, actual) and draft again to see every goal judged here, or state goals and results yourself.',
      parts:
        'Import a table with dates and channels (or departments, products) and draft again to compare them here.',
      trend:
        'Import a table with dates and draft again to see the months, the daily average and the best day here.',
      trendCause: 'Say why it rose and fell: campaigns, holidays, new creatives, changes of budget.',
      background:
        'Background: what gave rise to this work and how things stood. Goals: what was to be reached, and how it was measured.',
      process:
        'Two or three decisive steps in order: what you noticed, what you changed, how you knew that it worked.',
      contribution:
        'Your own part: what you did alone, what you proposed or pushed through, and how much it mattered.',
      otherCase:
        'Write about another piece of work you know best: background, goals, what was done, the result, your own part. Let figures speak for the result.',
      lessons: 'Two or three lessons: a method or a tool, where you used it, and what it changed.',
      shortcomings: 'Take one concrete case: what you did, why it fell short, and what you would do now.',
      plans: 'Add plans of your own: what you will learn or finish next, and how you will check it.',
    },
  },
}
