import { parseArgs } from 'node:util'
import { openStripeStandIn } from '../test/support/stripe-stand-in/open'

/**
 * A Stripe account on this machine, to develop against:
 * `node --import tsx examples/stripe-stand-in.ts --port 4242 --hook http://localhost:4000/hooks/stripe`.
 * It prints the variables Linli needs. Stripe's own form cannot be shown without Stripe; pay with
 * `curl -X POST URL/v1/payment_intents/ID/confirm -u KEY: -d payment_method=pm_card_visa`.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '4242' }, hook: { type: 'string' } },
  })
  const stripe = await openStripeStandIn({ port: Number(values.port), url: values.hook })
  const variables = Object.entries(stripe.environment(stripe.url)).map(([name, value]) => `${name}=${value}\n`)
  process.stdout.write(`${variables.join('')}Wallets decide at ${stripe.url}/authorise/INTENT/pay and /fail\n`)
}

void main()
