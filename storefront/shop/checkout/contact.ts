/** Who the food is handed to. */
export interface Contact {
  readonly name: string
  readonly phone: string
}

const KEY = 'linli.contact'

/** What was typed last time in this browser, so that nobody types it twice. */
export function rememberedContact(): Contact {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Contact>
    return { name: kept.name ?? '', phone: kept.phone ?? '' }
  } catch {
    return { name: '', phone: '' }
  }
}

export function rememberContact(contact: Contact): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(contact))
  } catch {
    // without storage it is typed again next time
  }
}

/** Spaces, dashes and brackets in a number help people, not us. */
export const plainPhone = (typed: string): string => typed.replace(/[\s\-()（）]/g, '')

/** Which of the two does not fit; the server checks the same. */
export function contactProblems({ name, phone }: Contact): { readonly name: boolean; readonly phone: boolean } {
  const written = name.trim()
  return { name: written === '' || written.length > 40, phone: !/^\+?\d{7,15}$/.test(plainPhone(phone)) }
}
