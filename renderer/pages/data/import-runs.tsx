// The files on their way in: how far each is, a way to stop it, and why one did not come through.

import type { ReactElement } from 'react'
import type { Language } from '../../../shared/model/language.ts'
import type { ProjectId } from '../../../shared/model/ids.ts'
import { type DataWords, dataWords } from '../../../shared/text/data.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Progress } from '../../components/progress.tsx'
import { cancelImport, dismissImport, type ImportRun, useImports } from '../../imports.ts'
import { useLanguage, useWords } from '../../words.ts'
import { formatBytes } from './format-bytes.ts'

export function ImportRuns({ project }: { project: ProjectId }): ReactElement {
  const words = useWords(dataWords)
  const all = useImports(({ runs }) => runs)
  const runs = all.filter((run) => run.project === project && run.state.step !== 'done')
  return (
    <ul className="import-runs" aria-live="polite">
      {runs.map((run) => (
        <li key={run.job}>
          {run.state.step === 'failed' ? (
            <ErrorNote error={run.state.error} about={run.file}>
              <Button size="small" onClick={() => dismissImport(run.job)}>
                {words.dismiss}
              </Button>
            </ErrorNote>
          ) : (
            <Running run={run} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Running({ run: { job, file, size, state } }: { run: ImportRun }): ReactElement | null {
  const words = useWords(dataWords)
  const language = useLanguage()
  if (state.step === 'done' || state.step === 'failed') return null
  const share = state.step !== 'waiting' && state.total ? state.done / state.total : undefined
  return (
    <div className="import-run">
      <p className="import-run-file" title={file}>
        {file}
      </p>
      <IconButton icon="close" label={words.cancelFile(file)} onClick={() => cancelImport(job)} />
      <Progress
        label={words.stepOf(words.steps[state.step], file)}
        share={state.step === 'waiting' ? 0 : share}
      />
      <p className="import-run-step">
        <span>{stepWords(state, words, language)}</span>
        <span>{formatBytes(size, language)}</span>
      </p>
    </div>
  )
}

/** Two digits are enough of a speed: 137,420 → 140,000. */
const rounded = (rate: number): number => Number(rate.toPrecision(2))

type Underway = Exclude<ImportRun['state'], { step: 'done' } | { step: 'failed' }>

function stepWords(state: Underway, words: DataWords, language: Language): string {
  const step = words.steps[state.step]
  if (state.step === 'waiting') return step
  const { done, total, rows, rate } = state
  return [
    step,
    total ? `${Math.floor((done / total) * 100)}%` : undefined,
    rows ? words.rowsSoFar(rows.toLocaleString(language)) : undefined,
    rate ? words.rowsPerSecond(rounded(rate).toLocaleString(language)) : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ')
}
