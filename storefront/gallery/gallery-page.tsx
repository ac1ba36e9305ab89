import { useEffect, useState } from 'react'
import { useLocale } from '../i18n/use-locale'
import { usePageTitle } from '../shop/page-title'
import { Segmented } from '../ui/choice'
import { LanguageButton } from '../ui/language-button'
import { useMode } from '../ui/use-mode'
import { Controls } from './controls'
import { Dishes } from './dishes'
import { Displays } from './displays'
import { Layers } from './layers'

type Ground = 'shop' | 'console' | 'kitchen'

/** Every part in every state, in both languages, sizes and on each face's ground. What the tests look at. */
export function Component() {
  const { say } = useLocale()
  const [ground, setGround] = useState<Ground>('shop')
  const [mode, changeMode] = useMode()
  usePageTitle(say({ zh: '界面部件', en: 'Parts' }))

  useEffect(() => {
    const { dataset } = document.documentElement
    const before = dataset['face']
    dataset['face'] = ground
    return () => {
      dataset['face'] = before
    }
  }, [ground])

  return (
    <div className="px-4">
      <div className="flex items-center justify-between pt-4">
        <h1 className="text-headline font-bold">{say({ zh: '界面部件', en: 'Parts' })}</h1>
        <LanguageButton />
      </div>
      <div className="my-4 grid gap-3 sm:grid-cols-2">
        <Segmented
          label={say({ zh: '底色', en: 'Ground' })}
          value={ground}
          onChange={setGround}
          options={[
            { value: 'shop', label: say({ zh: '商店', en: 'Shop' }) },
            { value: 'console', label: say({ zh: '运营台', en: 'Desk' }) },
            { value: 'kitchen', label: say({ zh: '厨房', en: 'Kitchen' }) },
          ]}
        />
        <Segmented
          label={say({ zh: '字号', en: 'Size' })}
          value={mode}
          onChange={changeMode}
          options={[
            { value: 'normal', label: say({ zh: '标准', en: 'Normal' }) },
            { value: 'senior', label: say({ zh: '大字', en: 'Large' }) },
          ]}
        />
      </div>
      <Controls />
      <Layers />
      <Displays />
      <Dishes />
    </div>
  )
}
