// The file: its name, the making of it with progress and cancel, and handing it over.

import { type ReactElement, useState } from 'react'
import { RecapError } from '../../../shared/errors.ts'
import type { FileRef, JobId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { exportWords } from '../../../shared/text/export.ts'
import { reportFileName } from '../../../shared/text/file-name.ts'
import { client, downloadFile } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Icon } from '../../components/icon.tsx'
import { Note } from '../../components/note.tsx'
import { Progress } from '../../components/progress.tsx'
import { useAppInfo } from '../../queries.ts'
import { useLanguage, useWords } from '../../words.ts'

type State =
  | { step: 'ready' }
  | { step: 'running'; job: JobId; share: number | undefined }
  | { step: 'done'; file: FileRef; name: string }
  | { step: 'failed'; error: unknown }

export function ExportFile({ project }: { project: Project }): ReactElement {
  const words = useWords(exportWords)
  const host = useAppInfo().data?.host ?? 'web'
  const [state, setState] = useState<State>({ step: 'ready' })
  const [ownName, setOwnName] = useState<string | null>(null)
  const ruled = reportFileName(project, 'docx')
  const stem = ownName ?? ruled.replace(/\.docx$/, '')
  const name = stem.trim() === '' ? ruled : `${stem.trim()}.docx`

  async function run(): Promise<void> {
    const job = crypto.randomUUID() as JobId
    setState({ step: 'running', job, share: undefined })
    const stop = client.on('job.progress', (progress) => {
      if (progress.job === job)
        setState({ step: 'running', job, share: progress.total ? progress.done / progress.total : undefined })
    })
    try {
      const { file } = await client.call('report.export', { project: project.id, format: 'docx', job })
      stop()
      await downloadFile(file, name)
      setState({ step: 'done', file, name })
    } catch (error) {
      const cancelled = error instanceof RecapError && error.code === 'job-cancelled'
      setState(cancelled ? { step: 'ready' } : { step: 'failed', error })
    } finally {
      stop()
    }
  }

  return (
    <section className="export-file" aria-labelledby="export-file">
      <h2 id="export-file">{words.file}</h2>
      <p className="export-format">
        <Icon name="sheet" />
        {words.word}
      </p>
      <div className="field">
        <label className="field-label" htmlFor="export-name">
          {words.fileName}
        </label>
        <div className="export-name">
          <input
            id="export-name"
            className="input"
            lang={project.language}
            value={stem}
            maxLength={115}
            autoComplete="off"
            aria-describedby="export-rule"
            onChange={(event) => setOwnName(event.target.value)}
          />
          <span>.docx</span>
        </div>
        <p id="export-rule" className="export-note">
          {words.fileNameRule}
          {ownName !== null && (
            <button type="button" className="link" onClick={() => setOwnName(null)}>
              {words.byRule}
            </button>
          )}
        </p>
      </div>
      {state.step === 'running' ? (
        <Running share={state.share} onCancel={() => void client.call('jobs.cancel', { job: state.job })} />
      ) : (
        <Button kind="primary" icon="download" onClick={() => void run()}>
          {state.step === 'done' ? words.exportAgain : words.export}
        </Button>
      )}
      <div aria-live="polite" className="export-outcome">
        {state.step === 'done' && (
          <Note tone="good" icon="check">
            <p className="note-what">{words.done(state.name)}</p>
            <p>{words.doneWhere[host]}</p>
            <div className="note-actions">
              <Button size="small" onClick={() => void downloadFile(state.file, state.name)}>
                {words.download}
              </Button>
            </div>
          </Note>
        )}
        {state.step === 'failed' && <ErrorNote error={state.error} />}
      </div>
    </section>
  )
}

function Running({ share, onCancel }: { share: number | undefined; onCancel: () => void }): ReactElement {
  const words = useWords(exportWords)
  const language = useLanguage()
  const percent = share === undefined ? '…' : share.toLocaleString(language, { style: 'percent' })
  return (
    <div className="export-running">
      <p>{words.writing(percent)}</p>
      <Button size="small" onClick={onCancel}>
        {words.cancel}
      </Button>
      <Progress label={words.exporting} share={share} />
    </div>
  )
}
