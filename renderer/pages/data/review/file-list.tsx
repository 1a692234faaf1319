// The files under review: how far each is, what it would replace, and the way to leave one out.

import type { ReactElement } from 'react'
import { RecapError } from '../../../../shared/errors.ts'
import type { Language } from '../../../../shared/model/language.ts'
import type { Preview } from '../../../../shared/model/source.ts'
import { errorText } from '../../../../shared/text/errors.ts'
import { encodingName, formatNames } from '../../../../shared/text/formats.ts'
import { reviewWords, type ReviewWords } from '../../../../shared/text/import-review.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { Icon, type IconName } from '../../../components/icon.tsx'
import { Progress } from '../../../components/progress.tsx'
import { useLanguage, useWords } from '../../../words.ts'
import { formatBytes } from '../format-bytes.ts'
import { followedRecipe, tablesOf } from './recipe-edits.ts'
import { chooseFile, leaveFileOut, type ReviewFile } from './review.ts'

/** A file and what the engine says of it so far. */
export interface FileState {
  file: ReviewFile
  preview: Preview | undefined
  error: unknown
  /** A newer answer is on its way. */
  busy: boolean
}

/** `refused` cannot be imported; `asking` needs a word from the user; `empty` would bring nothing. */
export type Readiness = 'sending' | 'reading' | 'ready' | 'asking' | 'empty' | 'refused'

export function readinessOf({ file, preview, error }: FileState): Readiness {
  if (file.upload.state === 'failed') return 'refused'
  if (file.upload.state === 'sending') return 'sending'
  if (error && !preview) return 'refused'
  if (!preview) return 'reading'
  if (preview.encoding && !preview.encoding.sure && file.recipe?.encoding === undefined) return 'asking'
  if (error) return 'refused'
  return tableCount({ file, preview }) === 0 ? 'empty' : 'ready'
}

export const tableCount = ({ file, preview }: Pick<FileState, 'file' | 'preview'>): number =>
  (preview?.sheets ?? []).reduce(
    (sum, sheet) => sum + tablesOf(preview && followedRecipe(file.recipe, preview), sheet).length,
    0,
  )

export interface FileListProps {
  states: readonly FileState[]
  chosen: string
  /** Names of sources that are there. */
  existing: ReadonlySet<string>
  onAdd: () => void
}

export function FileList({ states, chosen, existing, onAdd }: FileListProps): ReactElement {
  const words = useWords(reviewWords)
  const language = useLanguage()
  return (
    <section className="review-files" aria-label={words.files}>
      <ul>
        {states.map((state) => {
          const { file, upload } = state.file
          const readiness = readinessOf(state)
          return (
            <li
              key={state.file.id}
              className={state.file.id === chosen ? 'review-file review-file-chosen' : 'review-file'}
            >
              <button
                type="button"
                className="review-file-button"
                aria-current={state.file.id === chosen}
                onClick={() => chooseFile(state.file.id)}
              >
                <span className="review-file-name" title={file.name}>
                  {file.name}
                </span>
                <span className="review-file-size">
                  {[formatBytes(file.size, language), kindOf(state.preview, language)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <span className={`review-file-state review-file-${readiness}`}>
                  <Icon name={stateIcons[readiness]} size={14} />
                  {stateWords(state, readiness, words, language)}
                </span>
                {existing.has(file.name) && <span className="review-file-note">{words.replaces}</span>}
              </button>
              {upload.state === 'sending' && <Progress label={file.name} share={upload.share} />}
              <IconButton
                icon="close"
                label={words.leaveFileOut(file.name)}
                onClick={() => leaveFileOut(state.file.id)}
              />
            </li>
          )
        })}
      </ul>
      <Button size="small" kind="quiet" icon="plus" onClick={onAdd}>
        {words.addFiles}
      </Button>
    </section>
  )
}

const stateIcons: Readonly<Record<Readiness, IconName>> = {
  sending: 'upload',
  reading: 'clock',
  ready: 'check',
  asking: 'alert',
  empty: 'alert',
  refused: 'alert',
}

function stateWords(state: FileState, readiness: Readiness, words: ReviewWords, language: Language): string {
  const { upload } = state.file
  switch (readiness) {
    case 'sending':
      return words.receiving(upload.state === 'sending' ? Math.floor(upload.share * 100) : 100)
    case 'reading':
      return words.reading
    case 'ready':
      return words.ready(tableCount(state))
    case 'asking':
      return words.askEncoding
    case 'empty':
      return words.noTables
    case 'refused': {
      const error = upload.state === 'failed' ? upload.error : state.error
      return error instanceof RecapError
        ? errorText(language, error.code, error.detail).what
        : words.unreadable
    }
  }
}

const kindOf = (preview: Preview | undefined, language: Language): string | undefined =>
  preview &&
  [formatNames[language][preview.format], preview.encoding && encodingName(preview.encoding.used)]
    .filter(Boolean)
    .join(' · ')
