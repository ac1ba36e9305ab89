/** What the server asks of the shop's built render, and what it gets. Both sides hold to this. */

/** One visit to render, with what the browser would know by itself. */
export interface Visit {
  /** The address, absolute. */
  readonly url: string
  readonly locale: 'zh-CN' | 'en'
  readonly cookies: string
  /** Calls our own API as this visitor. */
  readonly api: (path: string, init?: RequestInit) => Promise<Response>
}

export type Rendered =
  | {
      readonly kind: 'page'
      readonly status: number
      readonly title: string
      readonly html: string
      /** What the browser needs to go on from here, as JSON; null where it starts anew. */
      readonly state: string | null
    }
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string }

export type Render = (visit: Visit) => Promise<Rendered>
