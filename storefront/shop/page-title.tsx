import { createContext, useContext, useEffect } from 'react'
import { useTranslation } from '../i18n/use-translation'

/** Whom the server wants to tell the title of the page it renders. */
export const TitleContext = createContext<((title: string) => void) | undefined>(undefined)

/** Names the page in the browser's tab and for search engines. */
export function usePageTitle(title: string): void {
  const { t } = useTranslation('shop')
  const tellServer = useContext(TitleContext)
  const whole = title ? `${title} · ${t('brand')}` : t('brand')
  tellServer?.(whole)
  useEffect(() => {
    document.title = whole
  }, [whole])
}
