// The way on from the data: drafts the report. A report that is there is not written over without asking.

import { type ReactElement, useState } from 'react'
import type { Project } from '../../../shared/model/project.ts'
import { dataWords } from '../../../shared/text/data.ts'
import { shellWords } from '../../../shared/text/screens.ts'
import { client } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { useReport } from '../../queries.ts'
import { toast } from '../../toasts.ts'
import { show } from '../../view.ts'
import { useWords } from '../../words.ts'

export function DraftButton({ project, disabled }: { project: Project; disabled: boolean }): ReactElement {
  const words = useWords(dataWords)
  const { close } = useWords(shellWords)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const report = useReport(project.id).data
  const exists = (report?.blocks.length ?? 0) > 0
  const seeReport = (): void => show({ screen: 'project', project: project.id, page: 'report' })

  async function draft(): Promise<void> {
    setAsking(false)
    setBusy(true)
    try {
      const { figures, charts } = await client.call('report.draft', { project: project.id })
      toast({ text: words.drafted(figures.length, charts.length), tone: 'done' })
      seeReport()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  const label = busy ? words.drafting : words.draft
  return (
    <>
      {exists && !project.readOnly && (
        <Button icon="redo" disabled={disabled || busy} onClick={() => setAsking(true)}>
          {busy ? words.drafting : words.redraft}
        </Button>
      )}
      {exists ? (
        <Button kind="primary" icon="arrow" onClick={seeReport}>
          {words.seeReport}
        </Button>
      ) : (
        !project.readOnly && (
          <Button
            kind="primary"
            icon="arrow"
            disabled={disabled || busy || !report}
            onClick={() => void draft()}
          >
            {label}
          </Button>
        )
      )}
      {asking && (
        <Dialog
          title={words.redraftTitle}
          closeLabel={close}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{words.redraftKeep}</Button>
              <Button kind="danger" onClick={() => void draft()}>
                {words.redraft}
              </Button>
            </>
          }
        >
          <p>{words.redraftText}</p>
        </Dialog>
      )}
      {failure !== null && (
        <Dialog title={words.draftFailed} closeLabel={close} onClose={() => setFailure(null)}>
          <ErrorNote error={failure} />
        </Dialog>
      )}
    </>
  )
}
