// Reads server-sent events as a page does: https://html.spec.whatwg.org/multipage/server-sent-events.html

export interface ServerEvent {
  event: string
  data: unknown
}

/** Calls `hear` for each event until the stream ends. Resolves once the stream is open. */
export async function listen(
  url: string,
  headers: Readonly<Record<string, string>>,
  hear: (event: ServerEvent) => void,
): Promise<() => void> {
  const ending = new AbortController()
  const response = await fetch(url, { headers, signal: ending.signal })
  if (!response.ok || response.body === null) throw new Error(`no events: ${response.status}`)
  void read(response.body.pipeThrough(new TextDecoderStream()), hear).catch(() => undefined)
  return () => ending.abort()
}

async function read(text: ReadableStream<string>, hear: (event: ServerEvent) => void): Promise<void> {
  const reader = text.getReader()
  let rest = ''
  for (;;) {
    const { done, value: part } = await reader.read()
    if (done) return
    const messages = (rest + part).split('\n\n')
    rest = messages.pop() ?? ''
    for (const message of messages) {
      const event = /^event: (.+)$/m.exec(message)?.[1]
      const data = /^data: (.+)$/m.exec(message)?.[1]
      if (event !== undefined && data !== undefined) hear({ event, data: JSON.parse(data) as unknown })
    }
  }
}
