import 'i18next'
import type console from './en/console.json'
import type courier from './en/courier.json'
import type kitchen from './en/kitchen.json'
import type shop from './en/shop.json'
import type ui from './en/ui.json'

declare module 'i18next' {
  /** Keys are checked where they are used. */
  interface CustomTypeOptions {
    defaultNS: 'ui'
    resources: {
      ui: typeof ui
      shop: typeof shop
      kitchen: typeof kitchen
      courier: typeof courier
      console: typeof console
    }
  }
}
