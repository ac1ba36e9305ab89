import { cva, type VariantProps } from 'class-variance-authority'
import type { ReactNode } from 'react'

const look = cva('inline-flex items-center gap-1 rounded-[6px] px-1.5 py-0.5 text-caption leading-snug', {
  variants: {
    kind: {
      neutral: 'bg-line/60 text-ink',
      brand: 'bg-brand-50 text-brand-800',
      warn: 'bg-warn-50 text-warn',
      danger: 'bg-danger-50 text-danger',
      info: 'bg-info-50 text-info',
    },
  },
  defaultVariants: { kind: 'neutral' },
})

/** A word or two about something. The colour never says it alone. */
export function Tag({
  kind,
  icon,
  children,
}: VariantProps<typeof look> & { readonly icon?: ReactNode; readonly children: ReactNode }) {
  return (
    <span className={look({ kind })}>
      {icon}
      {children}
    </span>
  )
}

/** How many wait behind a link or button; nothing at zero. */
export function Badge({ count, label }: { readonly count: number; readonly label: string }) {
  if (count === 0) return null
  return (
    <span className="figures inline-grid min-w-5 place-items-center rounded-full bg-danger-50 px-1.5 text-caption font-semibold text-danger">
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  )
}
