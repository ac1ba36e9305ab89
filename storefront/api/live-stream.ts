export type StreamState = 'connecting' | 'live' | 'stale'

export interface StreamOptions {
  /** The address, with `from` for the first connection: the version of the snapshot that is shown. */
  readonly addressFrom: (version: number) => string
  readonly from: number
  /** What to do with each kind of event; `version` never repeats and never goes back. */
  readonly on: Readonly<Record<string, (data: unknown, version: number) => void>>
  readonly onState: (state: StreamState) => void
  /** For tests. */
  readonly EventSource?: typeof globalThis.EventSource
}

/** The server sends a sign of life every 15 s; after two missed ones the page is stale. */
const SILENCE_MS = 32_000
const RETRY_MS = 2_000
const HEARTBEAT = 'heartbeat'

/**
 * Follows a stream until it is closed. The browser resumes with Last-Event-ID by itself; where it gives up (the server
 * answered with an error), we open again from the last version seen.
 */
export function openStream({ addressFrom, from, on, onState, EventSource = globalThis.EventSource }: StreamOptions) {
  let version = from
  let source: EventSource | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined

  const waitForLife = () => {
    clearTimeout(silence)
    silence = setTimeout(() => {
      onState('stale')
      open()
    }, SILENCE_MS)
  }
  const heard = () => {
    onState('live')
    waitForLife()
  }
  const open = () => {
    source?.close()
    waitForLife()
    const opened = new EventSource(addressFrom(version))
    source = opened
    opened.addEventListener('open', heard)
    opened.addEventListener(HEARTBEAT, heard)
    opened.addEventListener('error', () => {
      onState('stale')
      if (opened.readyState !== EventSource.CLOSED) return
      clearTimeout(retry)
      retry = setTimeout(open, RETRY_MS)
    })
    for (const [name, handle] of Object.entries(on)) {
      opened.addEventListener(name, (event: MessageEvent<string>) => {
        heard()
        const at = Number(event.lastEventId)
        if (!(at > version)) return
        version = at
        handle(JSON.parse(event.data), at)
      })
    }
  }

  onState('connecting')
  open()
  return {
    close: () => {
      clearTimeout(silence)
      clearTimeout(retry)
      source?.close()
    },
  }
}
