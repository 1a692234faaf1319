// What a place shows while its content is on the way, if that takes long enough to be noticed.

import type { ReactElement } from 'react'
import { shellWords } from '../../shared/text/screens.ts'
import { useWords } from '../words.ts'
import './loading.css'

export function Loading(): ReactElement {
  const { loading } = useWords(shellWords)
  return (
    <output className="loading" aria-label={loading}>
      <span />
      <span />
      <span />
    </output>
  )
}
