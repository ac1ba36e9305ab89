import { Link } from '../../address/link'

/** The pages of one part, as small links beside each other. */
export function SubPages({
  label,
  pages,
}: {
  readonly label: string
  readonly pages: readonly { readonly to: string; readonly label: string }[]
}) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1">
      {pages.map((page) => (
        <Link
          key={page.to}
          to={page.to}
          className="flex min-h-8 items-center rounded-full border border-control bg-surface px-3 whitespace-nowrap hover:bg-brand-50 aria-[current=page]:border-brand-600 aria-[current=page]:bg-brand-50 aria-[current=page]:font-semibold aria-[current=page]:text-brand-800"
        >
          {page.label}
        </Link>
      ))}
    </nav>
  )
}
