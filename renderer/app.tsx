// The window: bar, notices, and the page of the view. Pages of a project are loaded when first shown, or soon after the
// first screen stands.

import {
  type ComponentType,
  lazy,
  type MouseEvent,
  type ReactElement,
  Suspense,
  useEffect,
  useState,
} from 'react'
import type { Project } from '../shared/model/project.ts'
import { shellWords } from '../shared/text/screens.ts'
import { Button } from './components/button.tsx'
import { ErrorBoundary } from './components/error-boundary.tsx'
import { ErrorNote } from './components/error-note.tsx'
import { Loading } from './components/loading.tsx'
import { TopBar } from './components/top-bar.tsx'
import { Notices } from './notices.tsx'
import { askForNewProject, openProject } from './opening.ts'
import { Overlays } from './overlays.tsx'
import { HomePage } from './pages/home/home-page.tsx'
import { useAppInfo, useProject } from './queries.ts'
import { useSaveState } from './save-state.ts'
import { chooseSettings, languageOf, useSettings } from './settings.ts'
import { shortcutOf } from './shortcuts.ts'
import {
  addressOf,
  type PageProps,
  type ProjectPage,
  projectPages,
  show,
  useView,
  type View,
} from './view.ts'
import { LanguageProvider, useWords } from './words.ts'

const loaders: Readonly<Record<ProjectPage, () => Promise<{ default: ComponentType<PageProps> }>>> = {
  data: async () => ({ default: (await import('./pages/data/data-page.tsx')).DataPage }),
  figures: async () => ({ default: (await import('./pages/figures/figures-page.tsx')).FiguresPage }),
  charts: async () => ({ default: (await import('./pages/charts/charts-page.tsx')).ChartsPage }),
  report: async () => ({ default: (await import('./pages/report/report-page.tsx')).ReportPage }),
  export: async () => ({ default: (await import('./pages/export/export-page.tsx')).ExportPage }),
}

const pages: Readonly<Record<ProjectPage, ComponentType<PageProps>>> = {
  data: lazy(loaders.data),
  figures: lazy(loaders.figures),
  charts: lazy(loaders.charts),
  report: lazy(loaders.report),
  export: lazy(loaders.export),
}

/** When the first screen stands and has been looked at: sooner, the other pages would compete with it. */
const prefetchAfterMs = 1500

function prefetchPages(): void {
  for (const load of Object.values(loaders)) void load().catch(() => undefined)
}

export function App(): ReactElement {
  const language = useSettings(languageOf)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(() => {
    const timer = setTimeout(prefetchPages, prefetchAfterMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <LanguageProvider value={language}>
      <Shell />
    </LanguageProvider>
  )
}

function Shell(): ReactElement {
  const words = useWords(shellWords)
  const view = useView()
  const theme = useSettings((settings) => settings.theme)
  const language = useSettings(languageOf)
  const saveState = useSaveState((shown) => shown.state)
  const info = useAppInfo().data
  const desktop = info?.host === 'desktop'
  const [listing, setListing] = useState(false)
  const shown = useProject(view.screen === 'project' ? view.project : null)
  const project = view.screen === 'project' ? shown.data : undefined
  const page = view.screen === 'project' ? view.page : undefined

  useEffect(() => {
    document.title = [project?.name, page && words.pages[page], words.product].filter(Boolean).join(' · ')
  }, [project?.name, page, words])

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const shortcut = shortcutOf(event, desktop)
      if (shortcut === undefined || document.querySelector('dialog[open]')) return
      if (shortcut === 'create') askForNewProject()
      else if (shortcut === 'open') void openProject(info?.dialogs ?? false)
      else if (shortcut === 'shortcuts') setListing(true)
      else if (view.screen === 'project') {
        const target = projectPages[shortcut.page]
        if (target) show({ screen: 'project', project: view.project, page: target })
      } else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [desktop, info?.dialogs, view])

  return (
    <div className="shell">
      <a className="skip visually-hidden" href="#main" onClick={skipToMain}>
        {words.skip}
      </a>
      <TopBar
        homeHref={addressOf({ screen: 'home' })}
        project={
          view.screen === 'project' && !shown.error
            ? { name: project?.name ?? '', steps: stepsOf(view) }
            : undefined
        }
        saveState={view.screen === 'home' ? null : saveState}
        theme={theme}
        onTheme={(chosen) => void chooseSettings({ theme: chosen })}
        onLanguage={() => void chooseSettings({ language: language === 'en' ? 'zh-CN' : 'en' })}
        onShortcuts={() => setListing(true)}
      />
      <Notices project={project} />
      <main id="main" tabIndex={-1}>
        <ErrorBoundary
          key={view.screen === 'home' ? 'home' : `${view.project} ${view.page}`}
          title={words.brokenTitle}
          actions={
            <>
              <Button onClick={() => location.reload()}>{words.reloadPage}</Button>
              <Button onClick={() => show({ screen: 'home' })}>{words.backHome}</Button>
            </>
          }
        >
          {view.screen === 'home' ? (
            <HomePage />
          ) : (
            <ProjectPageOf view={view} project={project} error={shown.error} />
          )}
        </ErrorBoundary>
      </main>
      <Overlays desktop={desktop} listing={listing} onListed={() => setListing(false)} />
    </div>
  )
}

interface ProjectPageOfProps {
  view: Extract<View, { screen: 'project' }>
  project: Project | undefined
  error: Error | null
}

function ProjectPageOf({ view, project, error }: ProjectPageOfProps): ReactElement {
  const words = useWords(shellWords)
  if (error && !project) {
    return (
      <div className="page-message">
        <h1>{words.openFailed}</h1>
        <ErrorNote error={error}>
          <Button onClick={() => show({ screen: 'home' })}>{words.backHome}</Button>
        </ErrorNote>
      </div>
    )
  }
  const Page = pages[view.page]
  if (!project) return <Loading />
  return (
    <Suspense fallback={<Loading />}>
      <Page project={project} place={view.place} />
    </Suspense>
  )
}

const stepsOf = (view: Extract<View, { screen: 'project' }>) =>
  projectPages.map((page) => ({
    id: page,
    href: addressOf({ screen: 'project', project: view.project, page }),
    current: page === view.page,
  }))

/** The fragment names the view, so the link moves the focus by itself. */
function skipToMain(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
