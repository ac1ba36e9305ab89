import type { ReactNode } from 'react'
import type { Site } from '../api'
import { SitePage } from '../site-page'

/** A page beside the board with one scrolled part: what it shows of a kitchen. */
export function PageFrame({
  title,
  children,
}: {
  readonly title: string
  readonly children: (site: Site, now: string) => ReactNode
}) {
  return (
    <SitePage title={(site) => `${title} · ${site}`}>
      {(site, now) => (
        <main className="min-h-0 flex-1 overflow-y-auto pb-8" tabIndex={0} aria-label={title}>
          {children(site, now)}
        </main>
      )}
    </SitePage>
  )
}
