// Our own address, recap://app, and who else's may be opened. Compared by parsed parts, never by how a text begins.

export const scheme = 'recap'
export const origin = 'recap://app'
export const homeAddress = `${origin}/`

/** Whether an address is a page of ours. */
export function isOurs(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === `${scheme}:` && url.host === 'app' && url.username === '' && url.port === ''
}

const LONGEST_LINK = 2000

/** The link as it may be handed to the system: https and mailto, nothing odd inside. Undefined for all else. */
export function maybeOpenable(address: string): string | undefined {
  if (address.length > LONGEST_LINK || /[\p{Cc}\s\\]/u.test(address)) return undefined
  const url = URL.parse(address)
  if (url?.protocol === 'https:' && url.username === '' && url.password === '') return url.href
  return url?.protocol === 'mailto:' ? url.href : undefined
}
