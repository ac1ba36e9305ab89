import { type ReactNode, useId } from 'react'

/** A part of a page with its heading; `id` is where cards lead. */
export function Section({
  id,
  title,
  note,
  aside,
  className = '',
  children,
}: {
  readonly id: string
  readonly title: string
  readonly note?: string | undefined
  /** Controls beside the heading. */
  readonly aside?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}) {
  const heading = useId()
  return (
    <section id={id} aria-labelledby={heading} className={`min-w-0 scroll-mt-4 ${className}`}>
      <header className="mb-2 flex min-h-target flex-wrap items-center justify-between gap-2">
        <h2 id={heading} className="text-[15px] font-semibold">
          {title} {note && <span className="text-body font-normal text-ink-2">{note}</span>}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  )
}

/** That there is nothing in a section, in one line. */
export function Nothing({ children }: { readonly children: ReactNode }) {
  return <p className="rounded-card border border-line bg-surface px-4 py-6 text-center text-ink-2">{children}</p>
}
