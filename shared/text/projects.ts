// Words that come into being with a project: its name, the facts of the sample, where a figure is used.

import type { Language } from '../model/language.ts'
import type { Facts } from '../model/project.ts'

interface ProjectWords {
  untitled: string
  sample: {
    name: string
    /** Workbooks of the samples folder, in the order of their import. */
    files: readonly string[]
    facts: Facts
  }
  /** Where a figure is used: in the report, in a chart, in the formula of another figure. */
  uses: {
    report: string
    chart: (name: string) => string
    comparison: (name: string) => string
    figure: (name: string) => string
  }
  between: string
}

export const projectWords: Readonly<Record<Language, ProjectWords>> = {
  'zh-CN': {
    untitled: '未命名项目',
    sample: {
      name: '示例：用户增长实习总结',
      files: ['渠道投放日报.xlsx', '年度目标.xlsx'],
      facts: {
        title: '用户增长运营实习总结',
        name: '林晓雨',
        post: '用户增长运营实习生',
        organisation: '青禾在线教育科技有限公司',
        department: '用户增长部',
        mentor: '周启明',
        period: '',
        date: '2026年8月31日',
      },
    },
    uses: {
      report: '报告正文',
      chart: (name) => `图表“${name}”`,
      comparison: (name) => `对比“${name}”`,
      figure: (name) => `指标“${name}”`,
    },
    between: '、',
  },
  en: {
    untitled: 'Untitled project',
    sample: {
      name: 'Sample - user growth internship',
      files: ['Channel daily report.xlsx', 'Annual goals.xlsx'],
      facts: {
        title: 'User growth internship report',
        name: 'Emma Lin',
        post: 'User growth intern',
        organisation: 'Greenleaf Learning Ltd.',
        department: 'User growth',
        mentor: 'Daniel Zhou',
        period: '',
        date: '31 August 2026',
      },
    },
    uses: {
      report: 'the report',
      chart: (name) => `the chart “${name}”`,
      comparison: (name) => `the comparison “${name}”`,
      figure: (name) => `the figure “${name}”`,
    },
    between: ', ',
  },
}
