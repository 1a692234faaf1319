// The way from a number to the rows it was taken from: whoever has asked for them leaves here what the data screen is to
// show. Filters shown so are the table view's own, to be looked at and taken away there.

import { create } from 'zustand'
import type { CallOutput } from '../shared/contract.ts'
import type { FigureState } from '../shared/model/goal.ts'
import type { ProjectId } from '../shared/model/ids.ts'
import { client } from './api.ts'
import { show } from './view.ts'

export type FigureRows = NonNullable<CallOutput<'figures.rows'>['rows']>

export interface ShownRows extends FigureRows {
  project: ProjectId
  figure: Pick<FigureState, 'id' | 'name'>
  /** Grows, so that the same rows can be asked for again. */
  count: number
}

export const useShownRows = create<{ shown: ShownRows | null }>(() => ({ shown: null }))

/**
 * Opens the data screen at the rows of a figure. False when they are no longer there.
 * Throws what the call throws.
 */
export async function showRows(
  project: ProjectId,
  figure: Pick<FigureState, 'id' | 'name'>,
): Promise<boolean> {
  const { rows } = await client.call('figures.rows', { project, figure: figure.id })
  if (!rows) return false
  const count = (useShownRows.getState().shown?.count ?? 0) + 1
  useShownRows.setState({ shown: { ...rows, project, figure, count } })
  show({ screen: 'project', project, page: 'data', place: rows.table })
  return true
}
