import { useTranslation } from '../i18n/use-translation'
import { useLocale } from '../i18n/use-locale'

/** Changes to the other language, in place; says the other language's own name. */
export function LanguageButton() {
  const { t } = useTranslation('ui')
  const { locale, change } = useLocale()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <button
      type="button"
      lang={other}
      className="min-h-target min-w-target rounded-control px-2 text-secondary text-ink-2 hover:bg-brand-50"
      onClick={() => void change(other)}
    >
      {t('language.switch')}
    </button>
  )
}
