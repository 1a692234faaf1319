// One file that was given: its tables to choose from, what reading it noticed, and the way to take it out again.

import { type ReactElement, useEffect, useRef, useState } from 'react'
import type { CallOutput } from '../../../shared/contract.ts'
import type { TableId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Problem } from '../../../shared/model/source.ts'
import { dataWords } from '../../../shared/text/data.ts'
import { encodingName, formatNames } from '../../../shared/text/formats.ts'
import { reviewWords } from '../../../shared/text/import-review.ts'
import { problemText } from '../../../shared/text/problems.ts'
import { shellWords } from '../../../shared/text/screens.ts'
import { client } from '../../api.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Icon } from '../../components/icon.tsx'
import { givenFile, useImports } from '../../imports.ts'
import { pickFiles, spreadsheetEndings } from '../../pick-files.ts'
import { useFigures } from '../../queries.ts'
import { toast } from '../../toasts.ts'
import { localeOf, useLanguage, useWords } from '../../words.ts'
import { formatBytes } from './format-bytes.ts'
import { reviewFiles } from './review/review.ts'

type SourceState = CallOutput<'sources.list'>['sources'][number]

const shortTime = {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const

export interface SourceCardProps {
  project: Project
  source: SourceState
  chosen: TableId | null
  onChoose: (table: TableId) => void
  onProblem: (problem: Problem) => void
}

export function SourceCard({ project, source, chosen, onChoose, onProblem }: SourceCardProps): ReactElement {
  const words = useWords(dataWords)
  const language = useLanguage()
  const [removing, setRemoving] = useState(false)
  const imported = useImports(({ runs }) => {
    const run = runs.findLast(({ state }) => state.step === 'done' && state.imported.source.id === source.id)
    return run?.state.step === 'done' ? run.state.imported : null
  })
  const card = useRef<HTMLElement>(null)
  const isNewAndShown = imported !== null && source.tables.some(({ id }) => id === chosen)
  useEffect(() => {
    if (isNewAndShown)
      card.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' })
  }, [isNewAndShown])
  const [asking, setAsking] = useState(false)
  const review = useWords(reviewWords)
  const adjust = (): void => {
    const given = givenFile(source.id)
    if (given) reviewFiles(project.id, [{ ...given, base: source.recipe }])
    else setAsking(true)
  }
  const when = new Date(source.importedAt)
  return (
    <article ref={card} className="source" aria-label={source.name}>
      <header className="source-head">
        <Icon name="sheet" />
        <h2 title={source.name}>{source.name}</h2>
        {!project.readOnly && (
          <IconButton icon="bin" label={words.removeFile(source.name)} onClick={() => setRemoving(true)} />
        )}
      </header>
      <p className="source-facts">
        {formatBytes(source.size, language)} · {formatNames[language][source.format]}
        {source.encoding && <> · {encodingName(source.encoding)}</>}
        <br />
        <time dateTime={source.importedAt} title={words.importedAt(when.toLocaleString(localeOf(language)))}>
          {when.toLocaleString(localeOf(language), shortTime)}
        </time>
      </p>
      {imported && (
        <p className={`source-tag${imported.replaced ? ' source-tag-replaced' : ''}`}>
          <Icon name={imported.replaced ? 'redo' : 'check'} size={14} />
          {imported.replaced ? words.replacedTag : words.newTag}
        </p>
      )}
      {source.tables.length === 0 && <p className="source-none">{words.noTables}</p>}
      <ul className="source-tables" aria-label={words.tablesOf(source.name)}>
        {source.tables.map((table) => (
          <li key={table.id}>
            <button
              type="button"
              className="source-table"
              aria-current={table.id === chosen}
              onClick={() => onChoose(table.id)}
            >
              <span className="source-table-name" title={table.name}>
                {table.name}
              </span>
              <span className="source-table-size">
                {words.rows(table.rowCount.toLocaleString(language))} · {words.columns(table.columns.length)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {source.problems.length > 0 && (
        <details className="source-problems">
          <summary>{words.problems(source.problems.length)}</summary>
          <ul>
            {source.problems.map((problem, index) => (
              <li key={index}>
                {problem.row === undefined || source.tables.length === 0 ? (
                  problemText(language, problem)
                ) : (
                  <button type="button" onClick={() => onProblem(problem)}>
                    {problemText(language, problem)}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {!project.readOnly && (
        <div className="source-actions">
          <Button
            size="small"
            kind="quiet"
            icon="pen"
            aria-label={review.adjustFile(source.name)}
            onClick={adjust}
          >
            {review.adjust}
          </Button>
        </div>
      )}
      {asking && <GiveAgain project={project} source={source} onClose={() => setAsking(false)} />}
      {removing && <RemoveSource project={project} source={source} onClose={() => setRemoving(false)} />}
    </article>
  )
}

interface GiveAgainProps {
  project: Project
  source: SourceState
  onClose: () => void
}

/** The file of an earlier session: only its owner has it. */
function GiveAgain({ project, source, onClose }: GiveAgainProps): ReactElement {
  const words = useWords(reviewWords)
  const { close, cancel } = useWords(shellWords)
  const choose = async (): Promise<void> => {
    const [file] = await pickFiles({ accept: spreadsheetEndings, multiple: false })
    if (!file) return
    onClose()
    // What it is called by now does not matter: it takes the place of the source by the source's name.
    const named = new File([file], source.name, { type: file.type })
    reviewFiles(project.id, [{ file: named, base: source.recipe }])
  }
  return (
    <Dialog
      title={words.giveAgain(source.name)}
      closeLabel={close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button kind="primary" onClick={() => void choose()}>
            {words.chooseFile}
          </Button>
        </>
      }
    >
      <p>{words.giveAgainText}</p>
    </Dialog>
  )
}

interface RemoveSourceProps {
  project: Project
  source: SourceState
  onClose: () => void
}

function RemoveSource({ project, source, onClose }: RemoveSourceProps): ReactElement {
  const words = useWords(dataWords)
  const { close, cancel } = useWords(shellWords)
  const [failure, setFailure] = useState<unknown>(null)
  const tables = new Set(source.tables.map((table) => table.id))
  const figures = useFigures(project.id).data ?? []
  const standing = figures.filter(({ origin }) => 'table' in origin && tables.has(origin.table))

  async function remove(): Promise<void> {
    try {
      await client.call('sources.remove', { project: project.id, source: source.id })
      toast({ text: words.removed(source.name), tone: 'done' })
      onClose()
    } catch (error) {
      setFailure(error)
    }
  }

  return (
    <Dialog
      title={words.removeTitle(source.name)}
      closeLabel={close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button kind="danger" onClick={() => void remove()}>
            {words.remove}
          </Button>
        </>
      }
    >
      <p>{words.removeText(standing.length)}</p>
      {failure !== null && <ErrorNote error={failure} />}
    </Dialog>
  )
}
