// One comparison: its sentence to be copied, its warnings, and the numbers that follow, each to be kept as a figure.

import { type ReactElement, useState } from 'react'
import type { Derived, MeasuredComparison } from '../../../shared/model/comparison.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { comparisonsPageWords } from '../../../shared/text/comparisons-page.ts'
import { comparisonWords } from '../../../shared/text/comparisons.ts'
import { client } from '../../api.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Icon } from '../../components/icon.tsx'
import { toast } from '../../toasts.ts'
import { useWords } from '../../words.ts'
import { ComparisonWarnings } from './comparison-warnings.tsx'
import { showFigure } from './segments.ts'

/** Of the numbers that follow, until all are asked for. */
const derivedShown = 8

export interface ComparisonCardProps {
  project: Project
  figures: readonly FigureState[]
  measured: MeasuredComparison
  current: boolean
  onEdit: () => void
}

export function ComparisonCard(props: ComparisonCardProps): ReactElement {
  const { project, figures, measured, current, onEdit } = props
  const { comparison, derived, sentence, warnings } = measured
  const words = useWords(comparisonsPageWords)
  const { kinds } = useWords(comparisonWords)
  const [failure, setFailure] = useState<unknown>(null)
  const [isWhole, setIsWhole] = useState(derived.length <= derivedShown)

  /** It may have come by another way, under the same name and worth the same. */
  const keptAs = ({ figure, value: worth }: Derived): FigureId | undefined =>
    figures.find(({ id, name, value }) => id === figure.id || (name === figure.name && value === worth))?.id

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(sentence)
      toast({ text: words.copied, tone: 'done' })
    } catch {
      toast({ text: words.notCopied, tone: 'bad' })
    }
  }

  async function attempt(
    work: () => Promise<unknown>,
    text: string,
    undo: () => Promise<unknown>,
  ): Promise<void> {
    try {
      await work()
      setFailure(null)
      toast({ text, tone: 'done', action: { label: words.undo, run: () => void undo().catch(setFailure) } })
    } catch (error) {
      setFailure(error)
    }
  }

  const keep = ({ figure }: Derived): Promise<void> =>
    attempt(
      () => client.call('figures.save', { project: project.id, figure }),
      words.kept(figure.name),
      () => client.call('figures.remove', { project: project.id, figure: figure.id }),
    )
  const remove = (): Promise<void> =>
    attempt(
      () => client.call('comparisons.remove', { project: project.id, comparison: comparison.id }),
      words.removed(comparison.name),
      () => client.call('comparisons.save', { project: project.id, comparison }),
    )

  return (
    <article
      className="comparison"
      aria-label={comparison.name}
      {...(current ? { 'aria-current': true } : {})}
    >
      <header>
        <h2>{comparison.name}</h2>
        <span className="comparison-kind">{kinds[comparison.kind]}</span>
        <span className="figures-gap" />
        {sentence !== '' && (
          <Button size="small" icon="copy" onClick={() => void copy()}>
            {words.copySentence}
          </Button>
        )}
        {!project.readOnly && (
          <>
            <IconButton icon="pen" label={words.editNamed(comparison.name)} onClick={onEdit} />
            <IconButton icon="bin" label={words.removeNamed(comparison.name)} onClick={() => void remove()} />
          </>
        )}
      </header>
      {failure !== null && <ErrorNote error={failure} />}
      <p className={sentence === '' ? 'figures-hint' : 'comparison-sentence'}>
        {sentence || words.noSentence}
      </p>
      <ComparisonWarnings warnings={warnings} />
      {derived.length > 0 && (
        <ul className="derived" aria-label={words.derivedOf(comparison.name)}>
          {(isWhole ? derived : derived.slice(0, derivedShown)).map((one) => {
            const kept = keptAs(one)
            return (
              <li key={one.figure.id}>
                <span>{one.figure.name}</span>
                <strong className={one.value === null ? 'is-missing' : ''}>{one.text}</strong>
                {kept ? (
                  <button type="button" className="link" onClick={() => showFigure(project.id, kept)}>
                    <Icon name="check" size={12} /> {words.alreadyKept}
                  </button>
                ) : (
                  !project.readOnly &&
                  one.value !== null && (
                    <Button
                      size="small"
                      kind="quiet"
                      icon="plus"
                      aria-label={words.keepNamed(one.figure.name)}
                      onClick={() => void keep(one)}
                    >
                      {words.keep}
                    </Button>
                  )
                )}
              </li>
            )
          })}
        </ul>
      )}
      {!isWhole && (
        <div>
          <Button size="small" kind="quiet" icon="down" onClick={() => setIsWhole(true)}>
            {words.showAll(derived.length)}
          </Button>
        </div>
      )}
    </article>
  )
}
