import { errorOf } from '../../api/problem'
import { logIn } from '../../api/session'

/** Makes an account where accounts are kept, and logs in with it. Throws `ApiError`. */
export async function register(account: { readonly email: string; readonly password: string }): Promise<void> {
  const made = await send('/auth/customer/emailpass/register', account)
  const { token }: { token: string } = await made.json()
  await send('/store/customers', { email: account.email }, { authorization: `Bearer ${token}` })
  await logIn({ body: account })
}

async function send(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
  const response = await fetch(path, init)
  if (!response.ok) throw await errorOf(response)
  return response
}
