import { type ComponentType, type LazyExoticComponent, Suspense } from 'react'
import { useTranslation } from '../i18n/use-translation'
import { EmptyState, Loading } from '../ui/states'
import { match, type Params } from './match'
import { useAddress } from './use-address'

export interface Page {
  /** `/console/orders/:id` */
  readonly path: string
  readonly Component:
    | ComponentType<{ readonly params: Params }>
    | LazyExoticComponent<ComponentType<{ params: Params }>>
}

/** The first page whose path fits the address. */
export function Pages({ pages }: { readonly pages: readonly Page[] }) {
  const { path } = useAddress()
  for (const page of pages) {
    const params = match(page.path, path)
    if (!params) continue
    return (
      <Suspense fallback={<Loading />}>
        <page.Component params={params} />
      </Suspense>
    )
  }
  return <NoPage home={pages[0]?.path ?? '/'} />
}

/** What stands where no page is. */
export function NoPage({ home }: { readonly home: string }) {
  const { t } = useTranslation('ui')
  const link = (
    <a className="font-semibold text-brand-700 underline" href={home}>
      {t('notFound.home')}
    </a>
  )
  return <EmptyState title={t('notFound.title')} text={t('notFound.text')} action={link} />
}
