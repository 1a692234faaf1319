// The bar over every screen: where one is, the steps of the project in the way of the data, and the few settings.
// Shows what it is given; knows neither engine nor address.

import type { ReactElement } from 'react'
import type { Settings } from '../../shared/contract.ts'
import { shellWords } from '../../shared/text/screens.ts'
import type { SaveState } from '../save-state.ts'
import { useWords } from '../words.ts'
import './top-bar.css'
import { IconButton } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Menu } from './menu.tsx'

export interface Step {
  id: 'data' | 'figures' | 'charts' | 'report' | 'export'
  href: string
  current: boolean
}

export interface TopBarProps {
  homeHref: string
  /** Absent at home. */
  project?: { name: string; steps: readonly Step[] } | undefined
  saveState: SaveState | null
  theme: Settings['theme']
  onTheme: (theme: Settings['theme']) => void
  onLanguage: () => void
  onShortcuts: () => void
}

const themeIcons: Readonly<Record<Settings['theme'], IconName>> = {
  system: 'screen',
  light: 'sun',
  dark: 'moon',
}
const themes = ['system', 'light', 'dark'] as const

export function TopBar(props: TopBarProps): ReactElement {
  const words = useWords(shellWords)
  const { project } = props
  return (
    <header className="top-bar">
      <div className="top-bar-place">
        <a className="top-bar-home" href={props.homeHref} aria-label={`${words.product} · ${words.home}`}>
          <Mark />
          {words.product}
        </a>
        {project && (
          <>
            <Icon name="right" size={12} />
            <span className="top-bar-project" title={project.name}>
              {project.name}
            </span>
          </>
        )}
      </div>
      {project && (
        <nav aria-label={words.navigation}>
          <ol className="steps">
            {project.steps.map((step) => (
              <li key={step.id}>
                <a
                  className="step"
                  href={step.href}
                  {...(step.current ? { 'aria-current': 'page' as const } : {})}
                >
                  {words.pages[step.id]}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="top-bar-end">
        <output className={`save-state save-state-${props.saveState ?? 'none'}`}>
          {props.saveState && (
            <>
              {props.saveState === 'saved' && <Icon name="check" size={14} />}
              {props.saveState === 'failed' && <Icon name="alert" size={14} />}
              {words.saveStates[props.saveState]}
            </>
          )}
        </output>
        <button
          type="button"
          className="button button-quiet button-small"
          lang={words.otherLanguage.short === 'EN' ? 'en' : 'zh-CN'}
          aria-label={words.otherLanguage.label}
          title={words.otherLanguage.label}
          onClick={props.onLanguage}
        >
          {words.otherLanguage.short}
        </button>
        <Menu
          label={words.theme}
          icon={themeIcons[props.theme]}
          items={themes.map((theme) => ({
            id: theme,
            label: words.themes[theme],
            icon: themeIcons[theme],
            checked: theme === props.theme,
            onChoose: () => props.onTheme(theme),
          }))}
        />
        <IconButton icon="keys" label={words.shortcuts} onClick={props.onShortcuts} />
      </div>
    </header>
  )
}

/** The product's mark: a sheet whose rows turn into a rising line. */
function Mark(): ReactElement {
  return (
    <svg className="mark" width={20} height={20} viewBox="0 0 20 20" fill="none" aria-hidden="true">
      <rect x="1" y="1" width="18" height="18" rx="4" fill="currentColor" />
      <path
        d="M5 13.5l3-3 2.6 2.1L15 7"
        stroke="var(--on-accent)"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M5 6h4" stroke="var(--on-accent)" strokeWidth="1.8" strokeLinecap="round" />
    </svg>
  )
}
