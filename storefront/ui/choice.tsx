import { type ComponentProps, type ReactNode, useId } from 'react'

/** Yes or no, several at a time. */
export function Checkbox({
  label,
  hint,
  ...input
}: { readonly label: ReactNode; readonly hint?: string } & Omit<ComponentProps<'input'>, 'type'>) {
  const id = useId()
  return (
    <label className="flex min-h-target items-center gap-3 has-disabled:cursor-not-allowed has-disabled:text-ink-2">
      <input
        type="checkbox"
        {...input}
        aria-describedby={hint ? id : undefined}
        className="size-6 shrink-0 accent-brand-600 disabled:opacity-60"
      />
      <span>
        {label}
        {hint && (
          <span id={id} className="block text-caption text-ink-2">
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}

/** On or off, at once. */
export function Switch({
  label,
  hint,
  checked,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  const id = useId()
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      aria-labelledby={`${id}-label`}
      aria-describedby={hint ? `${id}-hint` : undefined}
      onClick={() => onChange(!checked)}
      className="flex min-h-target w-full items-center justify-between gap-4 rounded-control text-left"
    >
      <span>
        <span id={`${id}-label`} className="block">
          {label}
        </span>
        {hint && (
          <span id={`${id}-hint`} className="block text-caption text-ink-2">
            {hint}
          </span>
        )}
      </span>
      <span
        aria-hidden
        className={`flex h-8 w-13 shrink-0 items-center rounded-full border p-0.5 transition-colors duration-100 ${checked ? 'justify-end border-brand-600 bg-brand-600' : 'justify-start border-control bg-surface'}`}
      >
        <span className={`size-6 rounded-full ${checked ? 'bg-white' : 'bg-control'}`} />
      </span>
    </button>
  )
}

export interface Option<V extends string> {
  readonly value: V
  readonly label: string
  readonly disabled?: boolean
}

/** One of a few, all in sight. Arrow keys move the choice. */
export function Segmented<V extends string>({
  label,
  options,
  value,
  onChange,
}: {
  readonly label: string
  readonly options: readonly Option<V>[]
  readonly value: V
  readonly onChange: (value: V) => void
}) {
  const name = useId()
  return (
    <fieldset className="flex rounded-card bg-line/70 p-1">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-[calc(var(--spacing-target)-4px)] flex-1 items-center justify-center rounded-control px-2 text-center text-ink has-checked:bg-surface has-checked:font-semibold has-checked:outline-1 has-checked:outline-control has-disabled:cursor-not-allowed has-disabled:text-ink-2 has-disabled:line-through has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring"
        >
          <input
            type="radio"
            className="sr-only"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
