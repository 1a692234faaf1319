// What the report amounts to: characters, figures, charts, tables, and prompts still without an answer.

import { type ReactElement, useDeferredValue } from 'react'
import { useStore } from 'zustand'
import { contentsOf } from '../../../shared/model/block-contents.ts'
import type { Block } from '../../../shared/model/report.ts'
import { editorWords } from '../../../shared/text/editor.ts'
import { useLanguage, useWords } from '../../words.ts'
import { type Live, textOf } from './live.ts'

type Counts = Readonly<Record<'characters' | 'figures' | 'charts' | 'tables' | 'prompts', number>>

export function Statistics({ live }: { live: Live }): ReactElement {
  const words = useWords(editorWords)
  const language = useLanguage()
  const counts = countBlocks(useDeferredValue(useStore(live, (shown) => shown.blocks)), live)
  return (
    <section className="inspector-part statistics" aria-labelledby="statistics">
      <h2 id="statistics">{words.statistics}</h2>
      <dl>
        {(Object.keys(words.counts) as (keyof Counts)[]).map((name) => (
          <div key={name}>
            <dt>{words.counts[name]}</dt>
            <dd>{counts[name].toLocaleString(language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function countBlocks(blocks: readonly Block[], live: Live): Counts {
  const contents = blocks.flatMap(contentsOf)
  const inlines = contents.flat()
  return {
    characters: inlines.reduce((sum, inline) => sum + textOf(inline, live).replace(/\s/g, '').length, 0),
    figures: inlines.filter(({ type }) => type === 'figure').length,
    charts: blocks.filter(({ type }) => type === 'chart').length,
    tables: blocks.filter(({ type }) => type === 'table').length,
    prompts: blocks.filter(
      (block) => block.type === 'paragraph' && block.prompt !== undefined && block.content.length === 0,
    ).length,
  }
}
