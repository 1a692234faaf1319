// Surveys: a table of answers with how many gave them (选项, 人数, 占比), one question or several, and how many
// questionnaires were sent and were valid, wherever the project's tables say so.

import type { ComparisonOf } from '../../model/comparison.ts'
import type { Figure } from '../../model/figure.ts'
import { FigureId } from '../../model/ids.ts'
import { stableId } from '../../model/stable-id.ts'
import type { Language } from '../../model/language.ts'
import type { Column, TableProfile, TableRow } from '../../model/table.ts'
import { figureWords } from '../../text/figures.ts'
import { suggestionWords } from '../../text/suggestions.ts'
import { isTotal } from '../lexicon.ts'
import { cellFigure, longestName, readRow } from '../row-number.ts'
import {
  comparisonId,
  isWhole,
  numberColumns,
  type Offer,
  placeOf,
  readCell,
  textColumns,
  textIn,
} from './offer.ts'

const mostAnswers = 50
const mostQuestions = 20

const isOptionHeader = (name: string): boolean =>
  /选项|答案|回答|选择项|反馈项|\b(answers?|options?|responses?|choices?)\b/i.test(name)
const isQuestionHeader = (name: string): boolean =>
  /题目|问题|题干|题号|\b(questions?)\b/i.test(name) && !isOptionHeader(name)
const isCountHeader = (name: string): boolean =>
  /人数|人次|份数|票数|频数|次数|小计|数量|选择数|\b(count|votes?|respondents?|responses?|people|n|number)\b/i.test(
    name,
  )
const isRateHeader = (name: string): boolean =>
  /占比|比例|百分比|比率|选择率|\b(share|percent(age)?|rate|proportion)\b|%/i.test(name)
const isSent = (name: string): boolean =>
  /发放|下发|投放问卷|发出/.test(name) || /\b(sent|distributed|invited)\b/i.test(name)
const isValid = (name: string): boolean =>
  /有效(问卷|份数|样本|回收|填写|数)|回收有效|有效$/.test(name) ||
  /\bvalid\b|\bcompleted (responses|surveys)\b/i.test(name)
const isMultiple = (name: string): boolean => /多选|可多选|\bmultiple|select all\b/i.test(name)

interface Answer {
  name: string
  figure: Figure
  value: number
}

export function offersOfSurveys(
  profile: TableProfile,
  profiles: readonly TableProfile[],
  language: Language,
): Offer[] {
  if (!isWhole(profile)) return []
  const [option] = textColumns(profile, isOptionHeader)
  if (!option || !isOptionHeader(option.name)) return []
  const numbers = numberColumns(profile)
  const rate = numbers.find(({ type, name }) => type === 'percent' || isRateHeader(name))
  const count = numbers.find((column) => column !== rate && isCountHeader(column.name))
  const told = [count, rate].filter((column) => column !== undefined)
  const by = rate ?? count
  if (!by) return []
  const question = textColumns(profile, isQuestionHeader).find(({ name }) => isQuestionHeader(name))
  const sent = outsideFigure(profiles, isSent, language)
  const valid = outsideFigure(profiles, isValid, language)
  const groups = questionsOf(profile, question).slice(0, mostQuestions)
  const surveys = groups.flatMap(({ asked, rows }) => {
    const [answers, others] = [by, told.find((column) => column !== by)].map((column) =>
      column ? answersOf(profile, option, column, asked, rows, language) : [],
    )
    if (!answers || answers.length < 2) return []
    const comparison = surveyOf(asked, answers, sent, valid, profile)
    // Where everybody gave one answer, those who gave them add up to all.
    const additive = (figure: Figure): boolean => !comparison.multiple && figure.kind === 'count'
    return [
      {
        figures: [...answers, ...(others ?? [])].map(({ figure }) => ({
          ...figure,
          additive: additive(figure),
        })),
        comparison,
      },
    ]
  })
  if (surveys.length === 0) return []
  const words = suggestionWords[language].survey
  const about = [option.name, told.map(({ name }) => name), surveys.length] as const
  return [
    {
      reason: 'survey-answers',
      key: [option.id],
      name: words.name(...about),
      why: words.why(...about),
      figures: [
        ...[sent, valid].flatMap((found) => (found ? [found.figure] : [])),
        ...surveys.flatMap(({ figures }) => figures),
      ],
      comparisons: surveys.map(({ comparison }) =>
        comparison.name === '' ? { ...comparison, name: words.name(...about) } : comparison,
      ),
    },
  ]
}

/** Rows by question; a question that stands only in its first row goes on. */
function questionsOf(
  profile: TableProfile,
  question: Column | undefined,
): { asked: string; rows: TableRow[] }[] {
  const groups: { asked: string; rows: TableRow[] }[] = []
  for (const row of profile.head) {
    const asked = question ? textIn(profile, row, question) : ''
    const last = groups.at(-1)
    if (last && (asked === '' || asked === last.asked)) last.rows.push(row)
    else groups.push({ asked, rows: [row] })
  }
  return groups
}

function answersOf(
  profile: TableProfile,
  option: Column,
  column: Column,
  asked: string,
  rows: readonly TableRow[],
  language: Language,
): Answer[] {
  const { table } = profile
  const seen = new Set<string>()
  return rows.slice(0, mostAnswers).flatMap((row) => {
    const key = textIn(profile, row, option)
    if (key === '' || seen.has(key) || isTotal(key) || isSent(key) || isValid(key)) return []
    const name = figureWords[language].names.part(column.name, key)
    const shared = readCell(profile, row, column, name, language)
    const number = shared.numbers[0]
    if (!number || number.value < 0) return []
    seen.add(key)
    const id = FigureId.parse(stableId('f', table.id, 'answer', column.id, asked, key))
    const figure = cellFigure(table, row, column, shared, { id, name, key, number })
    return [{ name: key.slice(0, longestName), figure, value: number.value }]
  })
}

/** More than this of all answered: several answers were allowed, not only rounded. */
const fullShare = 1.02

function surveyOf(
  asked: string,
  answers: readonly Answer[],
  sent: Outside | undefined,
  valid: Outside | undefined,
  { table }: TableProfile,
): ComparisonOf<'survey'> {
  const sum = answers.reduce((total, { value }) => total + value, 0)
  const isRate = answers.every(({ figure }) => figure.kind === 'rate')
  const whole = isRate ? fullShare : (valid?.value ?? Infinity) * fullShare
  return {
    id: comparisonId('survey', ...answers.map(({ figure }) => figure.id)),
    kind: 'survey',
    name: asked.slice(0, longestName),
    sent: sent?.figure.id ?? null,
    valid: valid?.figure.id ?? null,
    answers: answers.map(({ name, figure }) => ({ name, figure: figure.id })),
    multiple: sum > whole || isMultiple(asked) || isMultiple(table.name),
  }
}

interface Outside {
  figure: Figure
  value: number
}

/** The first cell of a small table whose row, or whose column, is called so. */
function outsideFigure(
  profiles: readonly TableProfile[],
  fits: (name: string) => boolean,
  language: Language,
): Outside | undefined {
  for (const profile of profiles) {
    const found = isWhole(profile) ? besideName(profile, fits, language) : undefined
    if (found) return found
  }
  return undefined
}

function besideName(
  profile: TableProfile,
  fits: (name: string) => boolean,
  language: Language,
): Outside | undefined {
  const columns = numberColumns(profile).filter(({ type }) => type !== 'percent')
  const [label] = textColumns(profile)
  for (const row of profile.head) {
    const key = label ? textIn(profile, row, label) : ''
    const named = fits(key.slice(0, longestName))
      ? columns
      : columns.filter(({ name }) => fits(name) && profile.head.length === 1)
    for (const column of named) {
      const name = fits(key) ? key : column.name
      const shared = readRow(profile.table, row, [placeOf(profile, column)], name, undefined, language)
      const number = shared.numbers[0]
      if (!number || !(number.value > 0)) continue
      const id = FigureId.parse(stableId('f', profile.table.id, 'cell', column.id, name))
      const figure = cellFigure(profile.table, row, column, shared, {
        id,
        name,
        key,
        number,
      })
      return { figure, value: number.value }
    }
  }
  return undefined
}
