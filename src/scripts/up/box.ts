/** Somebody of the demo city whom a visitor can be. */
export interface Account {
  /** Such as "resident". */
  readonly role: string
  readonly email: string
  readonly password: string
}

export interface Welcome {
  /** Where web answers, without a slash at the end. */
  readonly url: string
  readonly accounts: readonly Account[]
  readonly folder: string
  readonly seconds: number
}

const FACES = [
  ['Shop', '/'],
  ['Kitchen', '/kitchen'],
  ['Courier', '/courier'],
  ['Console', '/console'],
  ['API', '/docs'],
] as const

/** The closing box of a start: where to look and whom to be. */
export function box({ url, accounts, folder, seconds }: Welcome): string {
  const faces = FACES.map(([name, path]) => `${name.padEnd(9)}${url}${path}`)
  const password = accounts[0]?.password
  const one = accounts.every((account) => account.password === password)
  const width = Math.max(...accounts.map(({ role }) => role.length), 7) + 2
  const people = accounts.map(
    (account) => `${account.role.padEnd(width)}${account.email}${one ? '' : `   ${account.password}`}`,
  )
  return frame([
    `Linli 邻里 is open, after ${seconds.toFixed(1)} s`,
    '',
    ...faces,
    ...(people.length ? ['', one ? `Demo accounts, password ${password}` : 'Demo accounts', ...people] : []),
    '',
    `Data and logs: ${folder}   ·   Ctrl-C ends everything`,
  ])
}

function frame(lines: readonly string[]): string {
  const inner = Math.max(...lines.map(columns))
  const bar = '─'.repeat(inner + 4)
  const body = lines.map((line) => `│  ${line}${' '.repeat(inner - columns(line))}  │`)
  return [`╭${bar}╮`, ...body, `╰${bar}╯`].join('\n')
}

/** How wide a terminal shows it: Chinese characters take two columns. */
const columns = (text: string): number => text.length + (text.match(/[\u2e80-\u9fff\uff00-\uff60]/g)?.length ?? 0)
