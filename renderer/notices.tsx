// What the whole window has to say above its page: connection lost, read only, a project on its way.

import type { ReactElement } from 'react'
import type { Project } from '../shared/model/project.ts'
import { shellWords } from '../shared/text/screens.ts'
import { client, downloadFile, useConnection } from './api.ts'
import { Button } from './components/button.tsx'
import { Icon } from './components/icon.tsx'
import { Progress } from './components/progress.tsx'
import { useOpening } from './opening.ts'
import { toast } from './toasts.ts'
import { useWords } from './words.ts'

export function Notices({ project }: { project: Project | undefined }): ReactElement {
  const words = useWords(shellWords)
  const connection = useConnection()
  const busy = useOpening((opening) => opening.busy)

  async function saveCopy(source: Project): Promise<void> {
    const { file, name } = await client.call('projects.copy', { project: source.id })
    await downloadFile(file, name)
    toast({ text: words.copySaved(name), tone: 'done' })
  }

  return (
    <section className="notices" aria-label={words.notices}>
      {busy && (
        <div className="opening">
          <Progress label={words.busy[busy]} />
        </div>
      )}
      <div aria-live="assertive">
        {connection !== 'open' && (
          <div className="notice">
            <Icon name="alert" />
            <p>{connection === 'lost' ? words.connectionLost : words.connectionRefused}</p>
          </div>
        )}
      </div>
      {project?.readOnly && (
        <div className="notice">
          <Icon name="lock" />
          <p>{words.readOnlyNote}</p>
          <Button size="small" onClick={() => void saveCopy(project)}>
            {words.saveCopy}
          </Button>
        </div>
      )}
    </section>
  )
}
