// How a text file is read: its encoding, with a sample that is decoded on the spot, and what separates its fields.

import type { ReactElement } from 'react'
import type { Preview, Recipe } from '../../../../shared/model/source.ts'
import { encodingText } from '../../../../shared/text/formats.ts'
import { reviewWords } from '../../../../shared/text/import-review.ts'
import { Button } from '../../../components/button.tsx'
import { Note } from '../../../components/note.tsx'
import { useLanguage, useWords } from '../../../words.ts'

export interface TextOptionsProps {
  preview: Preview
  recipe: Recipe | undefined
  /** Undefined goes back to the guess. */
  onEncoding: (encoding: string | undefined) => void
  onDelimiter: (delimiter: string | undefined) => void
}

/** Offered whatever the file is: the user may know better. */
const always = ['utf-8', 'gb18030', 'big5', 'shift_jis', 'euc-kr', 'utf-16le', 'windows-1252']
const delimiters = [',', ';', '\t', '|']

export function TextOptions({
  preview,
  recipe,
  onEncoding,
  onDelimiter,
}: TextOptionsProps): ReactElement | null {
  const words = useWords(reviewWords)
  const { encoding, delimiter } = preview
  const language = useLanguage()
  if (!encoding) return null
  const nameOf = (label: string): string => encodingText(language, label)
  const decided = recipe?.encoding
  const labels = [...new Set([...encoding.others, ...always, ...(decided === undefined ? [] : [decided])])]
  const separators = [...new Set([...delimiters, ...(delimiter === undefined ? [] : [delimiter])])]
  const unsure = !encoding.sure && decided === undefined
  return (
    <div className="text-options">
      <label>
        <span className="field-label">{words.encoding}</span>
        <select
          className="input"
          data-encoding
          value={decided ?? ''}
          onChange={({ target }) => onEncoding(target.value === '' ? undefined : target.value)}
        >
          <option value="">{words.automatic(nameOf(encoding.used))}</option>
          {labels.map((label) => (
            <option key={label} value={label}>
              {nameOf(label)}
            </option>
          ))}
        </select>
      </label>
      {delimiter !== undefined && (
        <label>
          <span className="field-label">{words.delimiter}</span>
          <select
            className="input"
            value={recipe?.delimiter ?? ''}
            onChange={({ target }) => onDelimiter(target.value === '' ? undefined : target.value)}
          >
            <option value="">{words.automatic(words.delimiters[delimiter] ?? delimiter)}</option>
            {separators.map((separator) => (
              <option key={separator} value={separator}>
                {words.delimiters[separator] ?? separator}
              </option>
            ))}
          </select>
        </label>
      )}
      {unsure && (
        <Note tone="warn" icon="alert">
          <p>{words.encodingUnsure}</p>
          <p className="encoding-sample" aria-label={words.encodingSample}>
            {sampleOf(preview)}
          </p>
          <Button size="small" onClick={() => onEncoding(encoding.used)}>
            {words.confirmEncoding(nameOf(encoding.used))}
          </Button>
        </Note>
      )}
    </div>
  )
}

/** Cells with something other than ASCII in them: only these tell one encoding from another. */
function sampleOf({ sheets }: Preview): string {
  const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  const telling = [...new Set(cells.filter((cell) => /[^\x00-\x7f]/.test(cell)))]
  return telling.slice(0, 8).join('　').slice(0, 120)
}
