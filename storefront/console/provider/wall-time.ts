/** The instant a wall clock of a zone shows a date and time, for a form; the server checks what it means. */
export function instantOn(date: string, wallTime: string, zone: string): string {
  const guess = Date.parse(`${date}T${wallTime}:00Z`)
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(guess)
  const ahead = Date.parse(`${shown.replace(' ', 'T')}Z`) - guess
  return new Date(guess - ahead).toISOString()
}
