import { ChevronDown, CircleAlert } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'

const CONTROL =
  'block w-full min-h-target rounded-control border border-control bg-surface px-3 py-1 text-body text-ink placeholder:text-ink-2 aria-invalid:border-danger read-only:bg-canvas disabled:cursor-not-allowed disabled:border-line disabled:bg-canvas disabled:text-ink-2'

interface FieldFrame {
  readonly label: string
  /** One line that helps before an error happens. */
  readonly hint?: string | undefined
  /** What is wrong and how to put it right. */
  readonly error?: string | undefined
  /** Keeps the label for screen readers only, where the surroundings already say it. */
  readonly hideLabel?: boolean
}

interface ControlProps {
  readonly id: string
  readonly 'aria-invalid': true | undefined
  readonly 'aria-describedby': string | undefined
}

/** A label, its control, a hint and an error, tied together for screen readers. */
function Frame({
  label,
  hint,
  error,
  hideLabel = false,
  children,
}: FieldFrame & { readonly children: (control: ControlProps) => ReactNode }) {
  const id = useId()
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'mb-1 block text-secondary font-medium'}>
        {label}
      </label>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': told || undefined })}
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-caption text-ink-2">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1.5 flex items-start gap-1 text-secondary text-danger">
          <CircleAlert size={16} aria-hidden className="mt-0.5 shrink-0" />
          {error}
        </p>
      )}
    </div>
  )
}

/** One line of text to type. */
export function TextField({ label, hint, error, hideLabel, ...input }: FieldFrame & ComponentProps<'input'>) {
  return (
    <Frame label={label} hint={hint} error={error} hideLabel={hideLabel ?? false}>
      {(control) => <input {...input} {...control} className={CONTROL} />}
    </Frame>
  )
}

/** Several lines of text to type. */
export function TextArea({ label, hint, error, hideLabel, ...area }: FieldFrame & ComponentProps<'textarea'>) {
  return (
    <Frame label={label} hint={hint} error={error} hideLabel={hideLabel ?? false}>
      {(control) => <textarea rows={3} {...area} {...control} className={`${CONTROL} py-2`} />}
    </Frame>
  )
}

/** One of many, with the phone's own picker. Children are `<option>`s. */
export function Select({ label, hint, error, hideLabel, children, ...select }: FieldFrame & ComponentProps<'select'>) {
  return (
    <Frame label={label} hint={hint} error={error} hideLabel={hideLabel ?? false}>
      {(control) => (
        <span className="relative block">
          <select {...select} {...control} className={`${CONTROL} appearance-none pr-9`}>
            {children}
          </select>
          <ChevronDown
            size={18}
            aria-hidden
            className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2"
          />
        </span>
      )}
    </Frame>
  )
}
