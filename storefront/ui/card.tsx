import type { ReactNode } from 'react'

/** A group of things that belong together, with a line around it. */
export function Card({
  as: As = 'div',
  className = '',
  children,
}: {
  readonly as?: 'div' | 'section' | 'article' | 'li'
  readonly className?: string
  readonly children: ReactNode
}) {
  return <As className={`rounded-card border border-line bg-surface p-4 ${className}`}>{children}</As>
}

/** One figure and what it is; a link to the rows behind it. */
export function NumberCard({
  label,
  value,
  unit,
  note,
  href,
}: {
  readonly label: string
  readonly value: string
  readonly unit?: string
  /** A comparison or target. */
  readonly note?: string
  readonly href: string
}) {
  return (
    <a
      href={href}
      className="block rounded-card border border-line bg-surface p-4 text-ink transition-colors duration-100 hover:border-control active:bg-brand-50"
    >
      <span className="block truncate text-secondary text-ink-2" title={label}>
        {label}
      </span>
      <span className="figures block text-headline font-bold wrap-anywhere">
        {value}
        {unit && <span className="ml-1 text-secondary font-medium text-ink-2">{unit}</span>}
      </span>
      {note && <span className="block text-secondary text-ink-2">{note}</span>}
    </a>
  )
}
