// What a figure would be worth, asked of the engine while it is still being made; the last answer stands until the next.

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Figure } from '../../../shared/model/figure.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { ProjectId } from '../../../shared/model/ids.ts'
import { client } from '../../api.ts'

/** Typing is not answered letter by letter. */
const pauseMs = 150

export interface Tried {
  figure: FigureState | undefined
  error: unknown
  /** Whether an answer to what is there now is still awaited. */
  isWaiting: boolean
}

/** Null asks for nothing. */
export function useTried(project: ProjectId, figure: Figure | null): Tried {
  const asked = useSettled(figure)
  const { data, error, isFetching } = useQuery({
    queryKey: ['figure-tried', project, asked],
    queryFn: async () =>
      asked === null ? null : (await client.call('figures.try', { project, figure: asked })).figure,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 10_000,
  })
  const isBehind = JSON.stringify(asked) !== JSON.stringify(figure)
  return {
    figure: figure === null ? undefined : (data ?? undefined),
    error: figure === null ? null : error,
    isWaiting: figure !== null && (isFetching || isBehind),
  }
}

/** A value once it has stood for a moment. */
function useSettled(value: Figure | null): Figure | null {
  const [settled, setSettled] = useState(value)
  const text = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as Figure | null), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
