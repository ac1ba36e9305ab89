import type { ReactNode } from 'react'

/** One part in its states, each with a caption. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="border-t border-line py-6">
      <h2 className="mb-4 text-title font-semibold">{title}</h2>
      <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">{children}</div>
    </section>
  )
}

/** One state; `wide` takes the whole row. */
export function State({
  name,
  wide = false,
  children,
}: {
  readonly name: string
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  return (
    <div className={`min-w-0 ${wide ? 'sm:col-span-2 lg:col-span-3' : ''}`}>
      <p className="mb-2 text-caption text-ink-2">{name}</p>
      {children}
    </div>
  )
}
