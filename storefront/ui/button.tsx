import { cva, type VariantProps } from 'class-variance-authority'
import { LoaderCircle } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'

/** How something to press looks; for links that lead on as a button would. */
export const buttonLook = cva(
  'inline-flex items-center justify-center gap-2 text-center font-semibold transition-colors duration-100 select-none aria-disabled:cursor-not-allowed disabled:cursor-not-allowed',
  {
    variants: {
      kind: {
        primary:
          'bg-brand-600 text-white hover:bg-press-1 active:bg-press-2 aria-disabled:bg-line aria-disabled:text-ink-2 disabled:bg-line disabled:text-ink-2',
        secondary:
          'border border-control bg-surface text-ink hover:bg-brand-50 active:bg-brand-100 aria-disabled:border-line aria-disabled:bg-canvas aria-disabled:text-ink-2 disabled:border-line disabled:bg-canvas disabled:text-ink-2',
        quiet:
          'text-brand-700 hover:bg-brand-50 active:bg-brand-100 aria-disabled:text-ink-2 aria-disabled:hover:bg-transparent disabled:text-ink-2 disabled:hover:bg-transparent',
        danger:
          'border border-danger bg-surface text-danger hover:bg-danger-50 active:bg-danger-50 aria-disabled:border-line aria-disabled:text-ink-2 disabled:border-line disabled:text-ink-2',
      },
      size: {
        normal: 'min-h-target rounded-control px-4 py-1',
        large: 'min-h-[max(56px,var(--spacing-target))] rounded-card px-5 py-2',
        small: 'min-h-[max(32px,calc(var(--spacing-target)-12px))] rounded-control px-3 py-0.5 text-secondary',
      },
      wide: { true: 'w-full' },
    },
    defaultVariants: { kind: 'primary', size: 'normal' },
  },
)

export interface ButtonProps
  extends Omit<ComponentProps<'button'>, 'disabled'>,
    Omit<VariantProps<typeof buttonLook>, 'wide'> {
  readonly wide?: boolean
  /** The action is under way: it cannot be pressed again and says so. */
  readonly busy?: boolean
  /** Why it cannot be pressed now, shown below it. It stays reachable by keyboard. */
  readonly disabledBecause?: string | undefined
  readonly icon?: ReactNode
}

/** Something to press. One `primary` a screen. */
export function Button({
  kind,
  size,
  wide = false,
  busy = false,
  disabledBecause,
  icon,
  children,
  className,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const off = busy || disabledBecause !== undefined
  const button = (
    <button
      {...rest}
      type={off ? 'button' : type}
      className={buttonLook({ kind, size, wide, className })}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      aria-describedby={disabledBecause ? reasonId : rest['aria-describedby']}
      onClick={off ? undefined : onClick}
    >
      {busy ? <LoaderCircle size={18} aria-hidden className="animate-spin" /> : icon}
      {children}
    </button>
  )
  if (!disabledBecause) return button
  return (
    <span className={wide ? 'block w-full' : 'inline-block'}>
      {button}
      <span id={reasonId} className="mt-1 block text-caption text-ink-2">
        {disabledBecause}
      </span>
    </span>
  )
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** What it does, for those who do not see the icon. */
  readonly label: string
  readonly kind?: 'primary' | 'secondary' | 'quiet'
  readonly children: ReactNode
}

const ICON_LOOKS = {
  primary: 'bg-brand-600 text-white hover:bg-press-1 active:bg-press-2',
  secondary: 'border border-control bg-surface text-ink hover:bg-brand-50 active:bg-brand-100',
  quiet: 'text-ink-2 hover:bg-brand-50 active:bg-brand-100',
}

/** A round button with an icon alone. */
export function IconButton({ label, kind = 'quiet', className = '', children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={`grid size-target shrink-0 place-items-center rounded-full transition-colors duration-100 disabled:cursor-not-allowed disabled:border-line disabled:bg-line disabled:text-ink-2 ${ICON_LOOKS[kind]} ${className}`}
    >
      {children}
    </button>
  )
}
