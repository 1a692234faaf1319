// Lets antd's controls inside it wear the program's tokens, language and the page's nonce. Only pages that show such a
// control import this: antd is loaded with them, never with the first screen.

import { ConfigProvider, type ThemeConfig, theme as themes } from 'antd'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import { type ReactElement, type ReactNode, useMemo } from 'react'
import type { Language } from '../../shared/model/language.ts'
import { token, useTheme, type Theme } from '../theme.ts'
import { useLanguage } from '../words.ts'

export function Themed({ children }: { children: ReactNode }): ReactElement {
  const shown = useTheme()
  const language = useLanguage()
  const theme = useMemo(() => themeFrom(shown), [shown])
  const locale = useMemo(() => localeFor(language), [language])
  return (
    <ConfigProvider
      theme={theme}
      locale={locale}
      csp={csp}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      // Beside their control: inside a modal dialog nothing else could be reached.
      getPopupContainer={(control) => control?.closest<HTMLElement>('dialog, main') ?? document.body}
    >
      {children}
    </ConfigProvider>
  )
}

/** The one thing of https://www.w3.org/TR/trusted-types/ that is used here; TypeScript does not know it yet. */
interface TrustedTypes {
  readonly defaultPolicy: object | null
  createPolicy(name: string, rules: { createHTML: (text: string) => string | null }): unknown
}

declare global {
  interface Window {
    trustedTypes?: TrustedTypes
  }
}

// antd writes its style sheets by way of innerHTML, which the page's policy refuses. A text without a tag cannot become
// markup: such texts pass, all others are refused as before.
if (window.trustedTypes?.defaultPolicy === null) {
  window.trustedTypes.createPolicy('default', { createHTML: (text) => (text.includes('<') ? null : text) })
}

const nonce = document.querySelector<HTMLElement>('[nonce]')?.nonce
const csp = nonce ? { nonce } : {}

/** antd computes shades in JavaScript, so it is given the tokens' values, not their names. */
function themeFrom(shown: Theme): ThemeConfig {
  return {
    algorithm: shown === 'dark' ? themes.darkAlgorithm : themes.defaultAlgorithm,
    token: {
      colorPrimary: token('--accent'),
      colorLink: token('--accent'),
      colorSuccess: token('--good'),
      colorWarning: token('--warn'),
      colorError: token('--bad'),
      colorText: token('--ink'),
      colorTextSecondary: token('--ink-soft'),
      colorTextTertiary: token('--ink-faint'),
      colorTextDisabled: token('--ink-faint'),
      colorTextPlaceholder: token('--ink-faint'),
      colorTextDescription: token('--ink-faint'),
      colorTextLightSolid: token('--on-accent'),
      colorBgContainer: token('--paper'),
      colorBgElevated: token('--paper'),
      colorBgLayout: token('--ground'),
      colorBorder: token('--edge'),
      colorBorderSecondary: token('--line'),
      colorFillAlter: token('--surface'),
      controlItemBgHover: token('--hover'),
      controlItemBgActive: token('--accent-soft'),
      fontFamily: token('--face'),
      fontSize: 13,
      borderRadius: 4,
      controlHeight: 30,
      controlHeightSM: 26,
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Table: { headerBg: token('--surface'), cellPaddingBlockSM: 5, cellPaddingInlineSM: 8 },
    },
  }
}

/** The names of days and months come from the browser: antd's own are English until dayjs is taught each language. */
function localeFor(language: Language): typeof zhCN {
  const locale = language === 'en' ? enUS : zhCN
  if (!locale.DatePicker) return locale
  const weekday = new Intl.DateTimeFormat(language, { weekday: language === 'en' ? 'short' : 'narrow' })
  const month = new Intl.DateTimeFormat(language, { month: 'short' })
  const lang = {
    ...locale.DatePicker.lang,
    // As names of the buttons these would hide the year and the month that they show.
    yearSelect: '',
    monthSelect: '',
    // 4 January 2026 is a Sunday.
    shortWeekDays: Array.from({ length: 7 }, (_, day) => weekday.format(new Date(2026, 0, 4 + day))),
    shortMonths: Array.from({ length: 12 }, (_, index) => month.format(new Date(2026, index, 1))),
  }
  return { ...locale, DatePicker: { ...locale.DatePicker, lang } }
}
