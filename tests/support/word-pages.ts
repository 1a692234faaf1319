// docx's own model of how Word lays out pages: a second opinion on the page numbers that we estimate. It follows Word in
// hundreds of details and is too slow for a long report, which is why the product does without it.

import { patchDocument } from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import { readContents } from './docx.ts'

/** The pages of the contents' entries as that model has them. */
export async function readWordPages(file: Uint8Array): Promise<number[]> {
  const laid = await patchDocument({
    outputType: 'uint8array',
    data: file,
    patches: {},
    pageNumbers: estimatePageNumbersWith({ guess: true }),
  })
  return readContents(laid).map((entry) => entry.page)
}
