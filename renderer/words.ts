// The language of the screens, for everything that shows words. Holds no words and does not know who chose it.

import { createContext, useContext } from 'react'
import type { Language } from '../shared/model/language.ts'

const Chosen = createContext<Language>('zh-CN')
export const LanguageProvider = Chosen.Provider

export const useLanguage = (): Language => useContext(Chosen)

/**
 * The words of one room in the language of the screens.
 * @example const words = useWords(homeWords)
 */
export function useWords<W>(room: Readonly<Record<Language, W>>): W {
  return room[useLanguage()]
}
