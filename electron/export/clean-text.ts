// Text as XML can hold it. It removes what no XML 1.0 document may contain; it never judges what is left.

/** Outside `Char` of XML 1.0 (https://www.w3.org/TR/xml/#charsets), and halves of surrogate pairs on their own. */
const illegal =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** The text without illegal characters. Every kind of line end becomes `\n`, a tab becomes a space. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|\u0085|\u2028|\u2029/g, '\n')
    .replace(illegal, '')
    .replaceAll('\t', ' ')

/** The text on one line, without spaces at its ends. */
export const oneLine = (text: string): string =>
  cleanText(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim()
