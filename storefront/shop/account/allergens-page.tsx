import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useTranslation } from '../../i18n/use-translation'
import { Button, buttonLook } from '../../ui/button'
import { Card } from '../../ui/card'
import { Checkbox } from '../../ui/choice'
import { EmptyState, Loading, Problems } from '../../ui/states'
import { notify } from '../../ui/toast'
import { useAllergenNames } from '../allergen-names'
import { CN8, EU_ONLY } from '../allergens'
import { declare, useDeclared } from '../declared'
import { useShop } from '../frame'
import { usePageTitle } from '../page-title'

/** The page at /me/allergens: what somebody cannot eat, China's eight first. */
export function AllergensPage() {
  const { t } = useTranslation('shop')
  const { me } = useShop()
  const declared = useDeclared()
  usePageTitle(t('allergens.title'))
  return (
    <div className="mx-auto max-w-160 space-y-3 px-4">
      <Link to="/me" className="inline-flex min-h-target items-center gap-1.5 pt-3 text-brand-700 hover:underline">
        <ArrowLeft size={18} aria-hidden />
        {t('me.title')}
      </Link>
      <h1 className="text-headline font-bold">{t('allergens.title')}</h1>
      <p className="text-ink-2">{t('allergens.text')}</p>
      {!me && (
        <EmptyState
          title={t('me.nobody')}
          text={t('allergens.logInFirst')}
          action={
            <a href="/login?next=/me/allergens" className={buttonLook({ kind: 'primary' })}>
              {t('me.logIn')}
            </a>
          }
        />
      )}
      {me && !declared && <Loading />}
      {me && declared && <Declare key={declared.join()} declared={declared} />}
    </div>
  )
}

function Declare({ declared }: { readonly declared: readonly string[] }) {
  const { t } = useTranslation('shop')
  const [codes, setCodes] = useState<ReadonlySet<string>>(new Set(declared))
  const [agrees, setAgrees] = useState(declared.length > 0)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const save = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await declare([...codes], agrees)
      void notify({ text: t(codes.size > 0 ? 'allergens.saved' : 'allergens.forgotten') })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const turn = (code: string, on: boolean) => {
    const next = new Set(codes)
    if (on) next.add(code)
    else next.delete(code)
    setCodes(next)
  }
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Group title={t('allergens.cn8')} codes={CN8} chosen={codes} onTurn={turn} />
      <Group title={t('allergens.euOnly')} codes={EU_ONLY} chosen={codes} onTurn={turn} />
      {codes.size > 0 && (
        <Checkbox
          label={t('allergens.agree')}
          hint={t('allergens.agreeHint')}
          checked={agrees}
          onChange={(event) => setAgrees(event.target.checked)}
        />
      )}
      {error !== undefined && <Problems error={error} />}
      <Button
        type="submit"
        size="large"
        wide
        busy={busy}
        disabledBecause={codes.size > 0 && !agrees ? t('allergens.agreeFirst') : undefined}
      >
        {t(codes.size > 0 || declared.length === 0 ? 'allergens.save' : 'allergens.forget')}
      </Button>
    </form>
  )
}

function Group({
  title,
  codes,
  chosen,
  onTurn,
}: {
  readonly title: string
  readonly codes: readonly string[]
  readonly chosen: ReadonlySet<string>
  readonly onTurn: (code: string, on: boolean) => void
}) {
  const names = useAllergenNames()
  return (
    <Card as="section">
      <fieldset>
        <legend className="font-semibold">{title}</legend>
        <div className="mt-1 grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-4">
          {codes.map((code) => (
            <Checkbox
              key={code}
              label={names([code]).join()}
              checked={chosen.has(code)}
              onChange={(event) => onTurn(code, event.target.checked)}
            />
          ))}
        </div>
      </fieldset>
    </Card>
  )
}
