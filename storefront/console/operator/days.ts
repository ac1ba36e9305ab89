/** Whether it names a day of the calendar: 30 February does not. */
export function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** A calendar day so many days later, or earlier. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** An address of the console with the day that is being looked at. */
export function withDate(path: string, date: string | undefined, more: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams({ ...(date ? { date } : {}), ...more })
  return search.size > 0 ? `${path}?${search.toString()}` : path
}
