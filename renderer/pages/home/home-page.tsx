// Where everything begins: new, open, sample, recent projects, and spreadsheets dropped anywhere.

import { type ReactElement, useState } from 'react'
import { homeWords } from '../../../shared/text/screens.ts'
import { Button } from '../../components/button.tsx'
import { DropArea } from '../../components/drop-area.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Icon } from '../../components/icon.tsx'
import { Loading } from '../../components/loading.tsx'
import {
  askForNewProject,
  openDropped,
  openProject,
  openRecent,
  openSample,
  useOpening,
} from '../../opening.ts'
import { useAppInfo, useRecentProjects } from '../../queries.ts'
import { localeOf, useLanguage, useWords } from '../../words.ts'
import './home-page.css'
import { timeAgo } from './time-ago.ts'

export function HomePage(): ReactElement {
  const words = useWords(homeWords)
  const language = useLanguage()
  const busy = useOpening((opening) => opening.busy) !== null
  const info = useAppInfo().data
  return (
    <DropArea label={words.dropHere} onFiles={(files) => void openDropped(files, language)}>
      <div className="home">
        <header className="home-head">
          <h1>{words.headline}</h1>
          <p>{words.promise}</p>
          <div className="home-ways">
            <Button kind="primary" icon="plus" disabled={busy} onClick={() => askForNewProject()}>
              {words.newProject}
            </Button>
            <Button icon="folder" disabled={busy} onClick={() => void openProject(info?.dialogs ?? false)}>
              {words.openProject}
            </Button>
            <Button icon="play" disabled={busy} onClick={() => void openSample(language)}>
              {words.trySample}
            </Button>
          </div>
          <p className="home-hint">{words.dropHint}</p>
          {info?.dialogs === false && <p className="home-hint">{words.opensCopy}</p>}
        </header>
        <Recent busy={busy} />
        <section className="home-how" aria-labelledby="home-how">
          <h2 id="home-how">{words.howTitle}</h2>
          <ol>
            {words.how.map((step) => (
              <li key={step.title}>
                <h3>{step.title}</h3>
                <p>{step.text}</p>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </DropArea>
  )
}

function Recent({ busy }: { busy: boolean }): ReactElement {
  const words = useWords(homeWords)
  const language = useLanguage()
  const { data, error } = useRecentProjects()
  const [now] = useState(() => new Date())
  return (
    <section aria-labelledby="home-recent">
      <h2 id="home-recent">{words.recent}</h2>
      {error && !data && <ErrorNote error={error} />}
      {!error && !data && <Loading />}
      {data?.length === 0 && <p className="home-none">{words.noRecent}</p>}
      {data && data.length > 0 && (
        <ul className="home-recent">
          {data.map((project) => (
            <li key={project.file}>
              <button type="button" disabled={busy} onClick={() => void openRecent(project.file)}>
                <Icon name="sheet" />
                <span className="home-recent-name">{project.name}</span>
                <time
                  dateTime={project.changedAt}
                  title={new Date(project.changedAt).toLocaleString(localeOf(language))}
                >
                  {words.changed(timeAgo(project.changedAt, now, language, words.justNow))}
                </time>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
