// What the document shows but does not hold: values of figures, charts, facts, numbers of headings and captions.
// When the data changes this changes, and every mention draws itself again; document and undo history stay untouched.

import { createStore, type StoreApi } from 'zustand'
import type { ChartState } from '../../../shared/model/chart.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import { type HouseStyle, houseStyles } from '../../../shared/model/house-style.ts'
import type { BlockId, ChartId, FigureId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { Fact, Facts } from '../../../shared/model/project.ts'
import type { Block, Inline } from '../../../shared/model/report.ts'
import { inlineText } from '../../../shared/report/index.ts'
import { type EditorWords, editorWords } from '../../../shared/text/editor.ts'
import { factWords } from '../../../shared/text/facts.ts'

export interface OutlineEntry {
  id: BlockId
  level: number
  number: string
  text: string
}

/** `blocks`, `numbers` and `outline` follow the document (numbering.ts); all else comes from outside. */
export interface Shown {
  figures: ReadonlyMap<FigureId, FigureState>
  charts: ReadonlyMap<ChartId, ChartState>
  facts: Facts
  /** Of the report, which may differ from the screen's. */
  language: Language
  style: HouseStyle
  /** In the language of the screen. */
  words: EditorWords
  labels: Readonly<Record<Fact, string>>
  blocks: readonly Block[]
  numbers: ReadonlyMap<BlockId, string>
  outline: readonly OutlineEntry[]
}

export type Live = StoreApi<Shown>

const noFacts: Facts = {
  title: '',
  name: '',
  post: '',
  organisation: '',
  department: '',
  mentor: '',
  period: '',
  date: '',
}

export const createLive = (given: Partial<Shown> = {}): Live =>
  createStore<Shown>(() => ({
    figures: new Map(),
    charts: new Map(),
    facts: noFacts,
    language: 'zh-CN',
    style: houseStyles.enterprise,
    words: editorWords['zh-CN'],
    labels: factWords['zh-CN'],
    blocks: [],
    numbers: new Map(),
    outline: [],
    ...given,
  }))

/** The words that a run, mention, reference or fact shows now. */
export const textOf = (inline: Inline, live: Live): string => inlineText(inline, live.getState())

/** Whether anything that a mention, a reference or a fact reads differs. */
export const wordsDiffer = (now: Shown, before: Shown): boolean =>
  now.figures !== before.figures ||
  now.facts !== before.facts ||
  now.numbers !== before.numbers ||
  now.language !== before.language
