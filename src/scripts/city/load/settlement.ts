import { setRules } from '../../../funding/settlement/set-rules'
import type { App } from '../../../platform/app'

/** A kitchen run by a partner, and a canteen whose firm was taken over: what each keeps of a meal. Returns the new rules. */
export const loadSettlement = (app: App): Promise<number> =>
  setRules(app, [
    {
      siteId: 'site_k1',
      from: '2026-01-01',
      operatorId: 'op_suiqiao',
      partyId: 'pty_heyuan',
      partyName: { zh: '禾苑厨房合作社', en: 'Heyuan Kitchen Cooperative' },
      shareBps: 6_200,
    },
    {
      siteId: 'site_c2',
      from: '2026-01-01',
      operatorId: 'op_suiqiao',
      partyId: 'pty_laoguan',
      partyName: { zh: '老馆食堂（并入）', en: 'Laoguan Canteens (taken over)' },
      shareBps: 5_500,
      perPortionMinor: 60,
    },
  ])
