// What the facts of a project are called, on its screens, in its report and on its cover, and in which order they stand.

import type { Language } from '../model/language.ts'
import type { Fact } from '../model/project.ts'

/** As printed on the cover, under the title. */
export const coverFacts = [
  'name',
  'post',
  'organisation',
  'department',
  'mentor',
  'period',
  'date',
] as const satisfies readonly Fact[]

/** As they are asked for. */
export const factOrder = ['title', ...coverFacts] as const

export const factWords: Readonly<Record<Language, Readonly<Record<Fact, string>>>> = {
  'zh-CN': {
    title: '报告标题',
    name: '姓名',
    post: '实习岗位',
    organisation: '实习单位',
    department: '所在部门',
    mentor: '实习导师',
    period: '实习时间',
    date: '日期',
  },
  en: {
    title: 'Title',
    name: 'Name',
    post: 'Position',
    organisation: 'Organisation',
    department: 'Department',
    mentor: 'Mentor',
    period: 'Period',
    date: 'Date',
  },
}

/** Before a fact on the cover. Chinese labels of two characters are drawn out to the width of four. */
export function coverLabel(fact: Fact, language: Language): string {
  const label = factWords[language][fact]
  return language === 'en' ? `${label}:` : `${label.length === 2 ? [...label].join('\u3000\u3000') : label}：`
}
