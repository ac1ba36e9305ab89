import { createContext, useContext, useEffect } from 'react'
import { useTranslation } from 'react-i18next'

/** Where the server reads the title of the page it has rendered. */
export const TitleContext = createContext<{ title: string } | undefined>(undefined)

/** Names the page in the browser's tab and for search engines. */
export function usePageTitle(title: string): void {
  const { t } = useTranslation('shop')
  const server = useContext(TitleContext)
  const whole = title ? `${title} · ${t('brand')}` : t('brand')
  if (server) server.title = whole
  useEffect(() => {
    document.title = whole
  }, [whole])
}
