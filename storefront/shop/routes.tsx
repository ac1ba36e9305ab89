import type { RouteObject } from 'react-router'
import { AllergensPage } from './account/allergens-page'
import { LoginPage, loadLogin } from './account/login-page'
import { MePage } from './account/me-page'
import { CompanyPage } from './company/company-page'
import { loadCompanies } from './company/load-companies'
import { ErrorPage } from './error-page'
import { loadShop, ShopFrame } from './frame'
import { HomePage } from './home/home-page'
import { loadHome } from './home/load-home'
import { NotFoundPage } from './not-found-page'
import { loadOrder, OrderPage } from './orders/order-page'
import { loadOrders, OrdersPage } from './orders/orders-page'
import { loadPayment, PayPage } from './pay/pay-page'
import { loadPlaces, PlacePage } from './place/place-page'

/** Every page of the shop. The frame's data stays as it was loaded: logging in and out load the page anew. */
export const routes: RouteObject[] = [
  {
    id: 'shop',
    path: '/',
    loader: loadShop,
    shouldRevalidate: () => false,
    Component: ShopFrame,
    ErrorBoundary: ErrorPage,
    children: [
      {
        // what goes wrong on a page leaves the frame standing
        ErrorBoundary: ErrorPage,
        children: [
          { index: true, loader: loadHome, Component: HomePage },
          { path: 'plans', lazy: () => import('./plans/plans-page') },
          { path: 'week', lazy: () => import('./week/week-page') },
          { path: 'place', loader: loadPlaces, Component: PlacePage },
          { path: 'services', lazy: () => import('./bookings/services-page') },
          { path: 'services/:offeringId', lazy: () => import('./bookings/offering-page') },
          { path: 'bookings', lazy: () => import('./bookings/bookings-page') },
          { path: 'bookings/:bookingId', lazy: () => import('./bookings/booking-page') },
          { path: 'orders', loader: loadOrders, Component: OrdersPage },
          { path: 'orders/:orderId', loader: loadOrder, Component: OrderPage },
          { path: 'pay/:intentId', loader: loadPayment, Component: PayPage },
          { path: 'me', Component: MePage },
          { path: 'me/allergens', Component: AllergensPage },
          { path: 'me/purse', lazy: () => import('./purse/purse-page') },
          { path: 'company', loader: loadCompanies, shouldRevalidate: () => false, Component: CompanyPage },
          { path: 'join', lazy: () => import('./employer/join-page') },
          { path: 'requests', lazy: () => import('./employer/requests-page') },
          { path: 'login', loader: loadLogin, Component: LoginPage },
          { path: 'dev/ui', lazy: () => import('../gallery/gallery-page') },
          { path: '*', loader: NotFoundPage.load, Component: NotFoundPage },
        ],
      },
    ],
  },
]
