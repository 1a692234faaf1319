// Asks the user for files with the browser's own window. Needs a click or a key press to be allowed.

/** The spreadsheets that can be read, as a file window filters them. */
export const spreadsheetEndings =
  '.xlsx,.xlsm,.xltx,.xlsb,.xls,.et,.ods,.fods,.csv,.tsv,.tab,.txt,.html,.htm,.xml,.parquet'

/** Empty when the user closes the window. */
export function pickFiles(options: { accept: string; multiple: boolean }): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = options.accept
  input.multiple = options.multiple
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}
