/** One of several things to choose, as wide as the page. */
export const CHOICE =
  'flex min-h-16 w-full items-center gap-3 rounded-card border border-line bg-surface px-4 py-2 text-left hover:border-control active:bg-brand-50'
