// The files under review before they are imported: each sent to the engine once, with the recipe that the user makes
// for it and the way back through its changes. Lives as long as the window; nothing is in the project yet.

import { create } from 'zustand'
import type { FileRef, ProjectId } from '../../../../shared/model/ids.ts'
import type { Recipe } from '../../../../shared/model/source.ts'
import { uploadFile } from '../../../api.ts'
import { type Given, startImports } from '../../../imports.ts'
import { isEmptyRecipe } from './recipe-edits.ts'

export interface ReviewFile {
  /** Of the review's own. */
  id: string
  file: File
  upload:
    | { state: 'sending'; share: number }
    | { state: 'there'; ref: FileRef }
    | { state: 'failed'; error: unknown }
  /** What the earlier source of this name was read with; undefined where all is guessed. */
  base: Recipe | undefined
  recipe: Recipe | undefined
  past: readonly (Recipe | undefined)[]
  future: readonly (Recipe | undefined)[]
}

interface Review {
  project: ProjectId
  files: readonly ReviewFile[]
  /** The file that is shown. */
  chosen: string
}

export const useReview = create<{ review: Review | null }>(() => ({ review: null }))

const aborts = new Map<string, AbortController>()
const sent = new Map<string, Promise<FileRef>>()

const changeReview = (change: (review: Review) => Review | null): void =>
  useReview.setState(({ review }) => ({ review: review && change(review) }))

const changeFile = (id: string, change: (file: ReviewFile) => ReviewFile): void =>
  changeReview((review) => ({
    ...review,
    files: review.files.map((file) => (file.id === id ? change(file) : file)),
  }))

/** What is given for review: a file, where it already is, and the recipe to start from. */
export interface ForReview extends Pick<Given, 'file' | 'ref'> {
  base?: Recipe | undefined
}

/** Opens the review, or adds to the one that is open. */
export function reviewFiles(project: ProjectId, wanted: readonly ForReview[]): void {
  if (wanted.length === 0) return
  const files = wanted.map(({ file, ref, base }): ReviewFile => ({
    id: crypto.randomUUID(),
    file,
    upload: ref === undefined ? { state: 'sending', share: 0 } : { state: 'there', ref },
    base,
    recipe: base,
    past: [],
    future: [],
  }))
  useReview.setState(({ review }) => {
    const before = review?.project === project ? review.files : []
    return { review: { project, files: [...before, ...files], chosen: files[0]?.id ?? '' } }
  })
  for (const added of files) if (added.upload.state === 'sending') void send(added)
}

/** Again after a failure, too. */
export async function send({ id, file }: Pick<ReviewFile, 'id' | 'file'>): Promise<void> {
  const abort = new AbortController()
  aborts.set(id, abort)
  const upload = (state: ReviewFile['upload']): void =>
    changeFile(id, (before) => ({ ...before, upload: state }))
  upload({ state: 'sending', share: 0 })
  const onProgress = (done: number, total: number): void =>
    upload({ state: 'sending', share: total === 0 ? 1 : done / total })
  const arriving = uploadFile(file, { onProgress, signal: abort.signal }).then(({ file: ref }) => ref)
  sent.set(id, arriving)
  try {
    upload({ state: 'there', ref: await arriving })
  } catch (error) {
    upload({ state: 'failed', error })
  } finally {
    aborts.delete(id)
  }
}

export const chooseFile = (id: string): void => changeReview((review) => ({ ...review, chosen: id }))

/** The last file that goes closes the review. */
export function leaveFileOut(id: string): void {
  aborts.get(id)?.abort()
  changeReview((review) => {
    const at = review.files.findIndex((file) => file.id === id)
    const files = review.files.filter((file) => file.id !== id)
    const next = files[Math.min(at, files.length - 1)]
    if (!next) return null
    return { ...review, files, chosen: review.chosen === id ? next.id : review.chosen }
  })
}

/** A step that can be taken back. */
export const decide = (id: string, recipe: Recipe | undefined): void =>
  changeFile(id, (file) => ({
    ...file,
    recipe: isEmptyRecipe(recipe) && file.base === undefined ? undefined : recipe,
    past: [...file.past, file.recipe],
    future: [],
  }))

export const undoDecision = (id: string): void =>
  changeFile(id, (file) =>
    file.past.length === 0
      ? file
      : {
          ...file,
          recipe: file.past.at(-1),
          past: file.past.slice(0, -1),
          future: [file.recipe, ...file.future],
        },
  )

export const redoDecision = (id: string): void =>
  changeFile(id, (file) =>
    file.future.length === 0
      ? file
      : {
          ...file,
          recipe: file.future[0],
          past: [...file.past, file.recipe],
          future: file.future.slice(1),
        },
  )

/** Closes it and leaves the project as it is. Returns what brings the review back. */
export function cancelReview(): () => void {
  const { review } = useReview.getState()
  useReview.setState({ review: null })
  return () => useReview.setState({ review })
}

/**
 * Closes it and imports these files of it, one after the other. A recipe goes along where the user changed something;
 * where not, the engine replays the one of the earlier source.
 */
export function importReviewed(wanted: (file: ReviewFile) => boolean): void {
  const { review } = useReview.getState()
  if (!review) return
  useReview.setState({ review: null })
  startImports(review.project, review.files.filter(wanted).map(given))
}

function given({ id, file, upload, recipe, base }: ReviewFile): Given {
  const arriving = sent.get(id)
  return {
    file,
    ...(upload.state === 'there' && { ref: upload.ref }),
    ...(upload.state === 'sending' && arriving && { arriving }),
    ...(recipe !== base && { recipe: recipe ?? {} }),
  }
}
