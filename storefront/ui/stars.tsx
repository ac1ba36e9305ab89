import { Star } from 'lucide-react'

const SCORES = [1, 2, 3, 4, 5] as const

/** One to five stars, by touch or arrow keys; 0 says that nothing was chosen yet. */
export function Stars({
  label,
  name,
  value,
  say,
  onChange,
}: {
  readonly label: string
  readonly name: string
  readonly value: number
  /** What a score is called, for those who listen. */
  readonly say: (score: number) => string
  readonly onChange: (score: number) => void
}) {
  return (
    <fieldset className="flex flex-wrap items-center justify-between gap-x-4">
      <legend className="float-left min-w-0 flex-1 py-2">{label}</legend>
      <span className="flex">
        {SCORES.map((score) => (
          <label
            key={score}
            className="grid size-target cursor-pointer place-items-center rounded-control has-focus-visible:outline-2 has-focus-visible:outline-ring"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={value === score}
              aria-label={say(score)}
              onChange={() => onChange(score)}
            />
            <Star size={26} aria-hidden className={score <= value ? 'fill-quantity text-warn-600' : 'text-ink-2'} />
          </label>
        ))}
      </span>
    </fieldset>
  )
}
