// What was pasted, as files to import. Cells copied from a spreadsheet program come as text with tabs, beside a picture
// of themselves that nobody wants.

/** `name` is what pasted cells are called as a file. Empty when nothing on the clipboard is a table. */
export function pastedFiles(clipboard: DataTransfer, name: string): File[] {
  const text = clipboard.getData('text/plain')
  if (text.includes('\t')) return [new File([text], name, { type: 'text/tab-separated-values' })]
  return [...clipboard.files].filter((file) => !file.type.startsWith('image/'))
}
