// The size of a file as file managers write it.

import type { Language } from '../../../shared/model/language.ts'

/** 1536 → 1.5 KB; steps of 1024, as Windows counts. */
export function formatBytes(bytes: number, language: Language): string {
  const units = ['B', 'KB', 'MB', 'GB'] as const
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1)
  const value = (bytes / 1024 ** step).toLocaleString(language, { maximumFractionDigits: step === 0 ? 0 : 1 })
  return `${value} ${units[step] ?? ''}`
}
