// The review between giving files and importing them: the files at the left, the chosen one's first rows in the middle,
// what was found there and why at the right. Nothing is in the project until the button is pressed.
// Over 300 lines because the keys, the answers of the engine and what is shown of them meet here.

import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react'
import { useQueries, useQuery } from '@tanstack/react-query'
import { RecapError } from '../../../../shared/errors.ts'
import type { Preview, Recipe } from '../../../../shared/model/source.ts'
import type { FoundTable } from '../../../../shared/model/table.ts'
import { reviewWords } from '../../../../shared/text/import-review.ts'
import { problemText } from '../../../../shared/text/problems.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { Loading } from '../../../components/loading.tsx'
import { pickFiles, spreadsheetEndings } from '../../../pick-files.ts'
import { lastPreview, previewQuery } from '../../../queries.ts'
import { toast } from '../../../toasts.ts'
import { useLanguage, useWords } from '../../../words.ts'
import { FileList, type FileState, readinessOf, tableCount } from './file-list.tsx'
import './import-review.css'
import { type Jump, PreviewGrid } from './preview-grid.tsx'
import {
  changeColumn,
  changeHeader,
  changeRange,
  changeRow,
  followedRecipe,
  isLeftOut,
  type ReviewTable,
  tablesOf,
  withDelimiter,
  withEncoding,
  withNewTable,
  withoutTable,
  withSheet,
  withTable,
} from './recipe-edits.ts'
import {
  cancelReview,
  chooseFile,
  decide,
  importReviewed,
  redoDecision,
  type ReviewFile,
  send,
  undoDecision,
  useReview,
} from './review.ts'
import { cellOf } from './sheet-view.ts'
import { SheetTabs } from './sheet-tabs.tsx'
import { TablePanel } from './table-panel.tsx'
import { TextOptions } from './text-options.tsx'

export interface ImportReviewProps {
  /** Names of sources that are there. */
  existing: ReadonlySet<string>
  onAdd: (files: readonly File[]) => void
}

export function ImportReview({ existing, onAdd }: ImportReviewProps): ReactElement | null {
  const words = useWords(reviewWords)
  const review = useReview((state) => state.review)
  const states = usePreviews(review?.files ?? [])
  const primary = useRef<HTMLButtonElement>(null)
  const chosen = states.find(({ file }) => file.id === review?.chosen) ?? states[0]
  const wanted = states.filter((state) => !['refused', 'empty'].includes(readinessOf(state)))

  const cancel = (): void => {
    const restore = cancelReview()
    toast({ text: words.cancelled, tone: 'note', action: { label: words.restore, run: restore } })
  }
  const start = (): void => {
    const asking = wanted.find((state) => readinessOf(state) === 'asking')
    if (asking) {
      chooseFile(asking.file.id)
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-encoding]')?.focus())
      return
    }
    if (wanted.length === 0) return
    const ids = new Set(wanted.map(({ file }) => file.id))
    importReviewed(({ id }) => ids.has(id))
  }
  useKeys({ chosen: chosen?.file.id, onCancel: cancel, onStart: start })
  useEffect(() => primary.current?.focus(), [])

  if (!chosen) return null
  const { file } = chosen
  return (
    <section className="review" aria-label={words.title}>
      <header className="review-head">
        <h1>{words.title}</h1>
        <p>
          {words.summary(
            states.length,
            states.reduce((sum, state) => sum + tableCount(state), 0),
          )}
        </p>
        <IconButton
          icon="undo"
          label={words.undo}
          disabled={file.past.length === 0}
          onClick={() => undoDecision(file.id)}
        />
        <IconButton
          icon="forward"
          label={words.redo}
          disabled={file.future.length === 0}
          onClick={() => redoDecision(file.id)}
        />
        <Button onClick={cancel}>{words.cancel}</Button>
        <Button
          ref={primary}
          kind="primary"
          title={words.keys}
          disabled={wanted.length === 0}
          onClick={start}
        >
          {words.import(wanted.length)}
        </Button>
      </header>
      <FileList
        states={states}
        chosen={file.id}
        existing={existing}
        onAdd={() => void pickFiles({ accept: spreadsheetEndings, multiple: true }).then(onAdd)}
      />
      <FileReview key={file.id} state={chosen} />
    </section>
  )
}

/** The table as it was found before anything was changed, if it has the same header. */
const guessedTable = (
  guess: Preview | undefined,
  sheet: string,
  { asked }: ReviewTable,
): FoundTable | undefined =>
  guess?.sheets
    .find(({ name }) => name === sheet)
    ?.tables.find(({ headerRows }) => headerRows.join() === asked.headerRows.join())

/** While another recipe is tried the last answer stays. */
function usePreviews(files: readonly ReviewFile[]): FileState[] {
  const results = useQueries({
    queries: files.map(({ upload, recipe }) =>
      previewQuery(upload.state === 'there' ? upload.ref : undefined, recipe),
    ),
  })
  return files.map((file, index) => {
    const result = results[index]
    return {
      file,
      preview: result?.data ?? (file.upload.state === 'there' ? lastPreview(file.upload.ref) : undefined),
      error: result?.error ?? null,
      busy: result?.isFetching ?? false,
    }
  })
}

interface Keys {
  chosen: string | undefined
  onCancel: () => void
  onStart: () => void
}

function useKeys({ chosen, onCancel, onStart }: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      const target = event.target instanceof HTMLElement ? event.target : document.body
      const control = event.ctrlKey || event.metaKey
      const key = event.key.toLowerCase()
      if (event.key === 'Escape') onCancel()
      else if (event.key === 'Enter' && (control || !target.closest('button, input, select, a'))) onStart()
      else if (control && key === 'z' && chosen !== undefined && !target.matches('input')) {
        if (event.shiftKey) redoDecision(chosen)
        else undoDecision(chosen)
      } else if (control && key === 'y' && chosen !== undefined && !target.matches('input'))
        redoDecision(chosen)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}

/** The engine may have put away what it was sent, or be away itself. */
const isPassing = (error: unknown): boolean =>
  error instanceof RecapError && (error.code === 'file-missing' || error.code === 'connection-lost')

/** One file: its sheet in the middle, its tables and problems at the right. */
function FileReview({ state }: { state: FileState }): ReactElement {
  const words = useWords(reviewWords)
  const language = useLanguage()
  const { file, preview, error, busy } = state
  const [sheetName, setSheetName] = useState<string | null>(null)
  const [tableIndex, setTableIndex] = useState(0)
  const [column, setColumn] = useState<string | null>(null)
  const [jump, setJump] = useState<Jump | null>(null)
  // An answer to an earlier recipe says nothing of this one.
  const recipe = useMemo(
    () => (preview && !busy ? followedRecipe(file.recipe, preview) : file.recipe),
    [file.recipe, preview, busy],
  )
  // Kept as long as the file is shown: what was guessed tells what the user changed.
  const guess = useQuery(
    previewQuery(file.upload.state === 'there' ? file.upload.ref : undefined, file.base),
  ).data
  const panel = useRef<HTMLElement>(null)
  const put = (next: Recipe): void => decide(file.id, next)

  const sheets = preview?.sheets ?? []
  const sheet =
    sheets.find(({ name }) => name === sheetName) ??
    sheets.find(({ tables }) => tables.length > 0) ??
    sheets[0]
  const tables = useMemo(() => (sheet ? tablesOf(recipe, sheet) : []), [recipe, sheet])
  const at = Math.min(tableIndex, tables.length - 1)
  const table = tables[at]
  const problems = preview?.problems ?? []
  const odd = useMemo(() => {
    const cells = (preview?.problems ?? [])
      .filter((problem) => problem.sheet === undefined || problem.sheet === sheet?.name)
      .map((problem) => cellOf(problem, tables))
    return new Set(cells.map(({ row, column: place }) => `${row ?? ''},${place ?? ''}`))
  }, [preview, sheet, tables])

  if (file.upload.state === 'failed') {
    return (
      <div className="review-message">
        <ErrorNote error={file.upload.error} about={file.file.name}>
          <Button size="small" onClick={() => void send(file)}>
            {words.resend}
          </Button>
        </ErrorNote>
      </div>
    )
  }
  if (error && !preview) {
    return (
      <div className="review-message">
        <ErrorNote error={error} about={file.file.name}>
          {isPassing(error) && (
            <Button size="small" onClick={() => void send(file)}>
              {words.resend}
            </Button>
          )}
        </ErrorNote>
      </div>
    )
  }
  if (!preview || !sheet) {
    return (
      <div className="review-message">
        <Loading />
      </div>
    )
  }

  const leftOut = isLeftOut(recipe, sheet.name)
  const goTo = (problem: Preview['problems'][number]): void => {
    const target = sheets.find(({ name }) => name === problem.sheet) ?? sheet
    const place = cellOf(problem, tablesOf(recipe, target))
    setSheetName(target.name)
    if (place.row !== undefined)
      setJump((last) => ({ row: place.row ?? 1, column: place.column, count: (last?.count ?? 0) + 1 }))
  }
  return (
    <>
      <div className="review-sheet" aria-busy={busy}>
        {error !== null && <ErrorNote error={error} about={file.file.name} />}
        <TextOptions
          preview={preview}
          recipe={recipe}
          onEncoding={(encoding) => put(withEncoding(recipe, encoding))}
          onDelimiter={(delimiter) => put(withDelimiter(recipe, delimiter))}
        />
        {sheet.rows.length === 0 || leftOut ? (
          <div className="review-none">
            <p>{leftOut ? words.sheetLeftOut : words.emptySheet}</p>
            {leftOut && (
              <Button size="small" onClick={() => put(withSheet(recipe, sheet.name, true))}>
                {words.takeSheet(sheet.name)}
              </Button>
            )}
          </div>
        ) : (
          <PreviewGrid
            key={sheet.name}
            sheet={sheet}
            tables={tables}
            chosen={at}
            column={column}
            odd={odd}
            jump={jump}
            onTable={setTableIndex}
            onColumn={setColumn}
            onType={(letter, type) =>
              put(withTable(recipe, sheet, at, (asked) => changeColumn(asked, letter, { type })))
            }
            onRange={(index, range) =>
              put(withTable(recipe, sheet, index, (asked) => changeRange(asked, range)))
            }
            onHeader={(rows) => put(withTable(recipe, sheet, at, (asked) => changeHeader(asked, rows)))}
            onRow={(row, as) => put(withTable(recipe, sheet, at, (asked) => changeRow(asked, row, as)))}
          />
        )}
        <footer className="review-foot">
          <SheetTabs
            sheets={sheets}
            chosen={sheet.name}
            isLeftOut={(name) => isLeftOut(recipe, name)}
            onChoose={(name) => {
              setSheetName(name)
              setTableIndex(0)
              setColumn(null)
              setJump(null)
              panel.current?.scrollTo({ top: 0 })
            }}
            onTake={(name, taken) => put(withSheet(recipe, name, taken))}
          />
          {sheet.more && <p>{words.firstRows(sheet.rows.length)}</p>}
        </footer>
      </div>
      <aside ref={panel} className="review-panel" aria-label={words.tables}>
        {file.base !== undefined && (
          <div className="review-replayed">
            <p>{words.replayed}</p>
            <Button size="small" kind="quiet" icon="redo" onClick={() => decide(file.id, {})}>
              {words.startAnew}
            </Button>
          </div>
        )}
        {tables.length > 1 && (
          <ul className="panel-tables" aria-label={words.tables}>
            {tables.map(({ asked, found }, index) => (
              <li key={`${asked.range} ${index}`}>
                <button
                  type="button"
                  className="panel-table"
                  aria-current={index === at}
                  onClick={() => {
                    setTableIndex(index)
                    setColumn(null)
                  }}
                >
                  <span>{asked.name ?? found?.name ?? asked.range}</span>
                  <small>{asked.range}</small>
                </button>
              </li>
            ))}
          </ul>
        )}
        {table ? (
          <TablePanel
            key={`${sheet.name} ${at}`}
            table={table}
            guessed={guessedTable(guess, sheet.name, table)}
            sheet={sheet}
            column={column}
            onColumn={setColumn}
            onChange={(change) => put(withTable(recipe, sheet, at, change))}
            onRemove={() => put(withoutTable(recipe, sheet, at))}
          />
        ) : (
          !leftOut && <p className="panel-none">{words.noTables}</p>
        )}
        {sheet.rows.length > 0 && !leftOut && (
          <Button
            size="small"
            kind="quiet"
            icon="plus"
            onClick={() => {
              put(withNewTable(recipe, sheet))
              setTableIndex(tables.length)
            }}
          >
            {words.addTable}
          </Button>
        )}
        <h2 className="panel-title">
          {problems.length === 0 ? words.noProblems : words.problems(problems.length)}
        </h2>
        <ul className="panel-problems">
          {problems.map((problem, index) => (
            <li key={index}>
              {problem.sheet === undefined && problem.row === undefined ? (
                problemText(language, problem)
              ) : (
                <button type="button" onClick={() => goTo(problem)}>
                  {problemText(language, problem)}
                </button>
              )}
            </li>
          ))}
        </ul>
      </aside>
    </>
  )
}
