// The language of the screens, for everything that shows words. Holds no words and does not know who chose it.

import { createContext, useContext } from 'react'
import type { Language } from '../shared/model/language.ts'

const Chosen = createContext<Language>('zh-CN')
export const LanguageProvider = Chosen.Provider

export const useLanguage = (): Language => useContext(Chosen)

/** Days and times are written in the British way in English, as the reports do: 22 Nov 2026, 14:05. */
export const localeOf = (language: Language): string => (language === 'en' ? 'en-GB' : language)

/**
 * The words of one room in the language of the screens.
 * @example const words = useWords(homeWords)
 */
export function useWords<W>(room: Readonly<Record<Language, W>>): W {
  return room[useLanguage()]
}
