/** The part of Stripe's browser library that we use. */
export interface StripeElements {
  readonly create: (kind: 'payment') => { readonly mount: (element: HTMLElement) => void; readonly unmount: () => void }
}
export interface Stripe {
  readonly elements: (options: { clientSecret: string; locale: string }) => StripeElements
  readonly confirmPayment: (options: {
    elements: StripeElements
    confirmParams: { return_url: string }
  }) => Promise<{ readonly error?: { readonly message?: string } }>
}

declare global {
  interface Window {
    Stripe?: (publishableKey: string) => Stripe
  }
}

const SOURCE = 'https://js.stripe.com/v3/'

/** Loads Stripe's library from Stripe, as its terms ask, and only when somebody pays with it. */
export function loadStripe(publishableKey: string): Promise<Stripe> {
  return new Promise((resolve, reject) => {
    const ready = () => {
      if (window.Stripe) resolve(window.Stripe(publishableKey))
      else reject(new Error('Stripe did not start'))
    }
    if (window.Stripe) return ready()
    const script = document.createElement('script')
    script.src = SOURCE
    script.addEventListener('load', ready)
    script.addEventListener('error', () => reject(new Error('Stripe cannot be reached')))
    document.head.append(script)
  })
}
