// Sentences with figures in them: a template literal whose holes are inline pieces of a report.

import type { Inline } from '../model/report.ts'

export type Piece = string | Inline | readonly Piece[]

/**
 * The inline content of a sentence. Neighbouring plain texts become one run.
 * @example phrase`日均${base}${mention}。`
 */
export function phrase(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Inline[] {
  return contentOf(texts.flatMap((text, index) => [text, pieces[index] ?? '']))
}

/** The same from a list of pieces. */
export function contentOf(pieces: readonly Piece[]): Inline[] {
  const content: Inline[] = []
  for (const piece of pieces.flatMap((one) => flat(one))) {
    const inline: Inline = typeof piece === 'string' ? { type: 'text', text: piece } : piece
    const last = content.at(-1)
    if (inline.type === 'text' && inline.text === '') continue
    if (inline.type === 'text' && last?.type === 'text' && last.bold === inline.bold) last.text += inline.text
    else content.push({ ...inline })
  }
  return content
}

const flat = (piece: Piece): (string | Inline)[] =>
  typeof piece === 'string' || 'type' in piece ? [piece] : piece.flatMap(flat)

/** a, b and c: `between` all but the last two, `last` between those. */
export function joined(pieces: readonly Piece[], between: string, last: string = between): Piece[] {
  return pieces.flatMap((piece, index) =>
    index === 0 ? [piece] : [index === pieces.length - 1 ? last : between, piece],
  )
}
