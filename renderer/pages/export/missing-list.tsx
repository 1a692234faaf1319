// What is still missing, each with the way to its place.

import type { ReactElement, ReactNode } from 'react'
import type { FigureState } from '../../../shared/model/goal.ts'
import { houseStyles } from '../../../shared/model/house-style.ts'
import type { Fact, Project } from '../../../shared/model/project.ts'
import type { Block, Inline } from '../../../shared/model/report.ts'
import { inlineText, numberReport } from '../../../shared/report/index.ts'
import { exportWords } from '../../../shared/text/export.ts'
import { factWords } from '../../../shared/text/facts.ts'
import { Icon } from '../../components/icon.tsx'
import { Note } from '../../components/note.tsx'
import { addressOf, type ProjectPage } from '../../view.ts'
import { useWords } from '../../words.ts'
import type { Missing } from './missing.ts'

export interface MissingListProps {
  project: Project
  missing: Missing
  blocks: readonly Block[]
  figures: readonly FigureState[]
  onFact: (fact: Fact) => void
}

export function MissingList({ project, missing, blocks, figures, onFact }: MissingListProps): ReactElement {
  const words = useWords(exportWords)
  const labels = useWords(factWords)
  const { facts, prompts, figures: valueless } = missing
  const nothing = facts.length + prompts.length + valueless.length === 0
  const context = {
    figures: new Map(figures.map((figure) => [figure.id, figure])),
    numbers: numberReport(blocks, houseStyles[project.style]),
    facts: project.facts,
    language: project.language,
  }
  const textOf = (content: readonly Inline[]): string =>
    content.map((inline) => inlineText(inline, context)).join('')
  const placeOf = (page: ProjectPage, place: string): string =>
    addressOf({ screen: 'project', project: project.id, page, place })

  return (
    <section className="export-part" aria-labelledby="export-missing">
      <h2 id="export-missing">{words.missing}</h2>
      {nothing ? (
        <Note tone="good" icon="check">
          {words.nothingMissing}
        </Note>
      ) : (
        <>
          <p className="export-note">{words.missingNote}</p>
          <ul className="missing">
            {facts.length > 0 && (
              <Group title={words.emptyFacts(facts.length)}>
                <p className="missing-facts">
                  {facts.map((fact) => (
                    <button key={fact} type="button" className="link" onClick={() => onFact(fact)}>
                      {labels[fact]}
                    </button>
                  ))}
                </p>
              </Group>
            )}
            {prompts.length > 0 && (
              <Group title={words.emptyPrompts(prompts.length)}>
                <ul>
                  {prompts.map(({ block, prompt, under }) => (
                    <li key={block} className="missing-prompt" lang={project.language}>
                      <a href={placeOf('report', block)}>{under.length > 0 ? textOf(under) : prompt}</a>
                      {under.length > 0 && <span title={prompt}>{prompt}</span>}
                    </li>
                  ))}
                </ul>
              </Group>
            )}
            {valueless.length > 0 && (
              <Group title={words.valueless(valueless.length)}>
                <ul>
                  {valueless.map(({ figure, name }) => (
                    <li key={figure} lang={project.language}>
                      <a href={placeOf('figures', figure)}>{name}</a>
                    </li>
                  ))}
                </ul>
              </Group>
            )}
          </ul>
        </>
      )}
    </section>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <li className="missing-group">
      <Icon name="note" />
      <div>
        <h3>{title}</h3>
        {children}
      </div>
    </li>
  )
}
