// What was pasted, as files to import. Cells copied from a spreadsheet program or a web page come as a table in HTML, as
// text with tabs, and as a picture of themselves that nobody wants.

/** `name` is what pasted cells are called as a file, without ending. Empty when nothing on the clipboard is a table. */
export function pastedFiles(clipboard: DataTransfer, name: string): File[] {
  const html = clipboard.getData('text/html')
  // The page that it was copied from says how numbers and merged cells are meant; plain text does not.
  if (/<table[\s>]/i.test(html)) return [new File([html], `${name}.html`, { type: 'text/html' })]
  const text = clipboard.getData('text/plain')
  if (text.includes('\t')) return [new File([text], `${name}.txt`, { type: 'text/tab-separated-values' })]
  return [...clipboard.files].filter((file) => !file.type.startsWith('image/'))
}
