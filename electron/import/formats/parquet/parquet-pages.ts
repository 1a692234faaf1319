// Checks what the headers of a column's pages claim before the library believes them: one that lies about its sizes, or
// leaves one out, would make it read for ever. It decodes no values.

import { parquetHeader } from 'hyparquet/src/column.js'

/** @throws RangeError for a header that does not fit the bytes or the number of values that the column has */
export function checkPages(bytes: ArrayBuffer, values: number): void {
  const reader = { view: new DataView(bytes), offset: 0 }
  let left = values
  // The library too takes a last single byte for padding.
  while (reader.offset < bytes.byteLength - 1) {
    const header = parquetHeader(reader)
    const size = within(header.compressed_page_size, bytes.byteLength - reader.offset, 'page size')
    within(header.uncompressed_page_size, Number.MAX_SAFE_INTEGER, 'inflated size')
    const parts = [header.data_page_header, header.dictionary_page_header, header.data_page_header_v2]
    const types: string[] = ['DATA_PAGE', 'DICTIONARY_PAGE', 'DATA_PAGE_V2']
    if (!parts[types.indexOf(header.type)]) throw new RangeError(`page of type ${header.type}`)
    if (header.dictionary_page_header) within(header.dictionary_page_header.num_values, 2 ** 31, 'entries')
    const first = header.data_page_header
    if (first) left -= within(first.num_values, left, 'values')
    const second = header.data_page_header_v2
    if (second) {
      left -= within(second.num_values, left, 'values')
      within(second.num_nulls, second.num_values, 'nulls')
      within(second.num_rows, second.num_values, 'rows')
      const levels = within(second.definition_levels_byte_length, size, 'definition levels')
      within(second.repetition_levels_byte_length, size - levels, 'repetition levels')
    }
    reader.offset += size
  }
}

function within(count: unknown, most: number, what: string): number {
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= most) return count
  throw new RangeError(`${what}: ${String(count)} of ${most}`)
}
