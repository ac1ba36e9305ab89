import { loadTexts } from '../../i18n/load-texts'

const WORKER = '/courier-worker.js'
const SCOPE = '/courier'

/** Every part of the page that comes later, in both languages. */
const loadRest = () =>
  Promise.all([
    import('../runs-page'),
    import('../run-page'),
    import('../run-to-start'),
    import('../run-under-way'),
    import('../run-map'),
    import('../run-done'),
    import('../tasks'),
    import('../stop-run-sheet'),
    import('../load/load-check'),
    import('../position/shares-position'),
    import('../acts/sends-acts'),
    import('../../scan/scanner'),
    import('../../scan/open-reader').then(({ openReader }) => openReader()),
    import('../../ui/toaster'),
    loadTexts('zh-CN', ['ui', 'courier']),
    loadTexts('en', ['ui', 'courier']),
  ])

/** Makes the page open without a network from now on: loads what it has not needed yet and has it all kept. */
export async function keepPage(): Promise<void> {
  // while somebody develops, the files change under the page
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register(WORKER, { scope: SCOPE })
  const { active } = await navigator.serviceWorker.ready
  await loadRest()
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/assets/`))
  active?.postMessage({ files: [...new Set(files)] })
}
