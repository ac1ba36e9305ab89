import type { KeyOf } from '../i18n/texts'
import {
  CalendarCheck,
  CalendarDays,
  HandCoins,
  Handshake,
  BookOpen,
  Building2,
  LayoutGrid,
  type LucideIcon,
  MapPinned,
  PackageCheck,
  Receipt,
  Scale,
  Star,
  Store,
  Truck,
  UtensilsCrossed,
} from 'lucide-react'
import { lazy } from 'react'
import type { Page } from '../address/pages'
import { CATERING_PAGE, COMPANY_PAGE } from './company/page'
import { DISPATCH_PAGES } from './dispatch/pages'
import { DENSITY_PAGE } from './operator/density/page'
import { MENUS_PAGE } from './operator/menus/page'
import { RECIPES_PAGE } from './operator/recipes/page'
import { SATISFACTION_PAGE } from './operator/satisfaction/page'
import { SETTLEMENT_PAGE } from './operator/settlement/page'
import { PROCUREMENT_PAGES } from './procurement/pages'
import { PROVIDER_PAGE } from './provider/page'
import { SUBSIDIES_PAGE } from './subsidies/page'
import { SUPPLIER_PAGES } from './supplier/pages'

export interface Area {
  /** Who sees it. */
  readonly roles: readonly string[]
  readonly icon: LucideIcon
  readonly label: KeyOf<'console'>
  /** The first page is where the side bar leads; the others lie below it. */
  readonly pages: readonly Page[]
}

/** The parts of the console in the order of the side bar. A part stands here once; its pages load when they are opened. */
export const AREAS: readonly Area[] = [
  {
    roles: ['operator'],
    icon: LayoutGrid,
    label: 'areas.overview',
    pages: [{ path: '/console', Component: lazy(() => import('./operator/today-page')) }],
  },
  {
    roles: ['operator'],
    icon: Receipt,
    label: 'areas.orders',
    pages: [{ path: '/console/orders', Component: lazy(() => import('./operator/orders-page')) }],
  },
  {
    roles: ['dispatcher', 'operator'],
    icon: Truck,
    label: 'areas.dispatch',
    pages: DISPATCH_PAGES,
  },
  {
    roles: ['operator'],
    icon: MapPinned,
    label: 'areas.density',
    pages: [DENSITY_PAGE],
  },
  {
    roles: ['operator'],
    icon: Star,
    label: 'areas.satisfaction',
    pages: [SATISFACTION_PAGE],
  },
  {
    roles: ['operator'],
    icon: CalendarDays,
    label: 'areas.menus',
    pages: [MENUS_PAGE],
  },
  {
    roles: ['operator'],
    icon: BookOpen,
    label: 'areas.recipes',
    pages: [RECIPES_PAGE],
  },
  {
    roles: ['procurement', 'operator'],
    icon: PackageCheck,
    label: 'areas.procurement',
    pages: PROCUREMENT_PAGES,
  },
  {
    roles: ['operator'],
    icon: Scale,
    label: 'areas.statement',
    pages: [{ path: '/console/statement', Component: lazy(() => import('./operator/statement-page')) }],
  },
  {
    roles: ['operator'],
    icon: Handshake,
    label: 'areas.settlement',
    pages: [SETTLEMENT_PAGE],
  },
  {
    roles: ['operator'],
    icon: HandCoins,
    label: 'areas.subsidies',
    pages: [SUBSIDIES_PAGE],
  },
  {
    roles: ['provider', 'operator'],
    icon: CalendarCheck,
    label: 'areas.provider',
    pages: [PROVIDER_PAGE],
  },
  {
    roles: ['operator'],
    icon: UtensilsCrossed,
    label: 'areas.catering',
    pages: [CATERING_PAGE],
  },
  {
    roles: ['company_admin'],
    icon: Building2,
    label: 'areas.company',
    pages: [COMPANY_PAGE],
  },
  {
    roles: ['supplier'],
    icon: Store,
    label: 'areas.supplier',
    pages: SUPPLIER_PAGES,
  },
]
