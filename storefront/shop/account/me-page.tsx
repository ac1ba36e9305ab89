import { Link } from 'react-router'
import { useTranslation } from '../../i18n/use-translation'
import { logOut } from '../../api/session'
import { LOCALES } from '../../i18n/locale'
import { useLocale } from '../../i18n/use-locale'
import { Button, buttonLook } from '../../ui/button'
import { Card } from '../../ui/card'
import { Segmented, Switch } from '../../ui/choice'
import { useMode } from '../../ui/use-mode'
import { useShop } from '../frame'
import { usePageTitle } from '../page-title'
import { Relatives } from './relatives'
import { roleName } from './role-name'

const NAMES = { 'zh-CN': '简体中文', en: 'English' } as const

/** Who is logged in, and how the pages look and speak. */
export function MePage() {
  const { t } = useTranslation('shop')
  const { locale, change } = useLocale()
  const { me } = useShop()
  usePageTitle(t('me.title'))
  const leave = async () => {
    await logOut().catch(() => undefined)
    window.location.assign('/me')
  }
  return (
    <div className="mx-auto max-w-160 space-y-3 px-4">
      <h1 className="pt-5 text-headline font-bold">{t('me.title')}</h1>
      <Card as="section">
        {me ? (
          <>
            <h2 className="text-title font-semibold">{me.name}</h2>
            <p className="text-ink-2">
              {me.guest
                ? t('me.guest')
                : [...new Set(me.roles.map(({ role }) => roleName(t, role)))].join(t('dish.comma'))}
            </p>
            <p className="mt-3 flex flex-wrap gap-2">
              {me.home !== '/' && (
                <a href={me.home} className={buttonLook({ kind: 'primary' })}>
                  {t('me.work')}
                </a>
              )}
              {me.roles.some(({ role }) => role === 'employee') && (
                <a href="/requests" className={buttonLook({ kind: 'secondary' })}>
                  {t('ask.title')}
                </a>
              )}
              {me.guest && (
                <a href="/login?next=/me" className={buttonLook({ kind: 'secondary' })}>
                  {t('me.logIn')}
                </a>
              )}
              <Button kind="quiet" onClick={() => void leave()}>
                {t('me.logOut')}
              </Button>
            </p>
          </>
        ) : (
          <>
            <h2 className="text-title font-semibold">{t('me.nobody')}</h2>
            <p className="text-ink-2">{t('me.nobodyText')}</p>
            <a href="/login?next=/me" className={buttonLook({ kind: 'primary', className: 'mt-3' })}>
              {t('me.logIn')}
            </a>
          </>
        )}
      </Card>
      <Card as="section" className="space-y-4">
        <h2 className="text-title font-semibold">{t('me.display')}</h2>
        <Segmented
          label={t('me.language')}
          options={LOCALES.map((value) => ({ value, label: NAMES[value] }))}
          value={locale}
          onChange={(next) => void change(next)}
        />
        <SeniorSwitch />
      </Card>
      <Card as="section">
        <h2 className="text-title font-semibold">{t('allergens.title')}</h2>
        <p className="text-ink-2">{t('allergens.text')}</p>
        <Link to="/me/allergens" className={buttonLook({ kind: 'secondary', className: 'mt-3' })}>
          {t('allergens.open')}
        </Link>
      </Card>
      {me && (
        <Card as="section">
          <h2 className="text-title font-semibold">{t('plans.title')}</h2>
          <p className="text-ink-2">{t('plans.text')}</p>
          <Link to="/plans" className={buttonLook({ kind: 'secondary', className: 'mt-3' })}>
            {t('plans.open')}
          </Link>
        </Card>
      )}
      {me && (
        <Card as="section">
          <h2 className="text-title font-semibold">{t('purse.title')}</h2>
          <p className="text-ink-2">{t('purse.text')}</p>
          <Link to="/me/purse" className={buttonLook({ kind: 'secondary', className: 'mt-3' })}>
            {t('purse.open')}
          </Link>
        </Card>
      )}
      {me && <Relatives />}
      <Card as="section">
        <h2 className="text-title font-semibold">{t('me.help')}</h2>
        <p className="text-ink-2">{t('me.helpText')}</p>
      </Card>
    </div>
  )
}

/** Larger type and targets, on every page of this browser. */
function SeniorSwitch() {
  const { t } = useTranslation('shop')
  const [mode, change] = useMode()
  return (
    <Switch
      label={t('me.senior')}
      hint={t('me.seniorHint')}
      checked={mode === 'senior'}
      onChange={(on) => change(on ? 'senior' : 'normal')}
    />
  )
}
