/** Nested values as Stripe reads them from a form body; lists are objects by index. */
export interface Form {
  readonly [name: string]: string | Form | undefined
}

/** `a[b][0]=c` → { a: { b: { 0: 'c' } } }. */
export function readForm(body: string): Form {
  const root: Record<string, unknown> = Object.create(null)
  for (const [name, value] of new URLSearchParams(body)) {
    const path = name.split(/[[\]]+/).filter((part) => part !== '')
    const last = path.pop()
    if (last === undefined) continue
    let at = root
    for (const part of path) {
      const inner = at[part]
      at = (at[part] = typeof inner === 'object' ? inner : Object.create(null)) as Record<string, unknown>
    }
    at[last] = value
  }
  return root as Form
}

export const textOf = (form: Form, name: string): string | undefined => {
  const value = form[name]
  return typeof value === 'string' ? value : undefined
}

export const partOf = (form: Form, name: string): Form => {
  const value = form[name]
  return typeof value === 'object' ? value : {}
}

/** The texts directly inside a part: metadata, or a list. */
export const textsOf = (form: Form): Record<string, string> =>
  Object.fromEntries(Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
