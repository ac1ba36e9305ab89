import type { KeyOf } from '../i18n/texts'
import { LayoutGrid, type LucideIcon, PackageCheck, Receipt, Scale, Store } from 'lucide-react'
import { lazy } from 'react'
import type { Page } from '../address/pages'

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
    roles: ['procurement', 'operator'],
    icon: PackageCheck,
    label: 'areas.procurement',
    pages: [
      { path: '/console/procurement', Component: lazy(() => import('./procurement/proposals-page')) },
      { path: '/console/procurement/orders', Component: lazy(() => import('./procurement/orders-page')) },
      { path: '/console/procurement/receiving', Component: lazy(() => import('./procurement/receiving-page')) },
      { path: '/console/procurement/receiving/:orderId', Component: lazy(() => import('./procurement/receive-page')) },
      { path: '/console/procurement/stock', Component: lazy(() => import('./procurement/stock-page')) },
    ],
  },
  {
    roles: ['operator'],
    icon: Scale,
    label: 'areas.statement',
    pages: [{ path: '/console/statement', Component: lazy(() => import('./operator/statement-page')) }],
  },
  {
    roles: ['supplier'],
    icon: Store,
    label: 'areas.supplier',
    pages: [{ path: '/console/supplier', Component: lazy(() => import('./supplier/orders-page')) }],
  },
]
