import { Camera, CameraOff } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from '../i18n/use-translation'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { openReader } from './open-reader'

/** Between two looks at the picture: quick enough for a hand that does not wait, slow enough for a cheap phone. */
const LOOK_MS = 180
/** The same code is told again only after it was out of sight for this long. */
const FORGET_MS = 2_500

type State = 'starting' | 'looking' | 'none'

/** Reads codes with the camera, one after the other; what the camera cannot read is typed below it. */
export function Scanner({ label, onCode }: { readonly label: string; readonly onCode: (code: string) => void }) {
  const { t } = useTranslation('ui')
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<State>('starting')
  const [typed, setTyped] = useState('')
  const tell = useRef(onCode)
  useEffect(() => {
    tell.current = onCode
  })

  useEffect(() => {
    const leaving = new AbortController()
    const look = video.current && lookThrough(video.current, leaving.signal, (code) => tell.current(code), setState)
    look?.catch(() => {
      if (!leaving.signal.aborted) setState('none')
    })
    return () => leaving.abort()
  }, [])

  const enter = (event: FormEvent) => {
    event.preventDefault()
    const code = typed.trim()
    if (code === '') return
    setTyped('')
    onCode(code)
  }
  const Icon = state === 'none' ? CameraOff : Camera
  return (
    <div>
      <div className="relative overflow-hidden rounded-card bg-black text-white">
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a mirror of what lies before the phone */}
        <video
          ref={video}
          muted
          playsInline
          aria-label={t('scan.camera')}
          className={`aspect-[4/3] w-full object-cover ${state === 'none' ? 'hidden' : ''}`}
        />
        {state === 'looking' && (
          <span aria-hidden className="absolute inset-[18%] rounded-card border-3 border-white/80" />
        )}
        {state !== 'looking' && (
          <p className="flex items-center justify-center gap-2 px-4 py-6 text-center text-secondary">
            <Icon size={20} aria-hidden className="shrink-0" />
            {t(state === 'none' ? 'scan.noCamera' : 'scan.starting')}
          </p>
        )}
      </div>
      <form onSubmit={enter} className="mt-3 flex items-end gap-2">
        <div className="flex-1">
          <TextField
            label={label}
            value={typed}
            autoComplete="off"
            autoCapitalize="characters"
            enterKeyHint="done"
            onChange={({ target }) => setTyped(target.value)}
          />
        </div>
        <Button type="submit" kind="secondary">
          {t('scan.enter')}
        </Button>
      </form>
    </div>
  )
}

/** Opens the camera at the back and looks for codes until the signal. Rejects where there is no camera or no leave. */
async function lookThrough(
  video: HTMLVideoElement,
  leaving: AbortSignal,
  onCode: (code: string) => void,
  onState: (state: State) => void,
): Promise<void> {
  const camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  const close = () => camera.getTracks().forEach((track) => track.stop())
  if (leaving.aborted) return close()
  leaving.addEventListener('abort', close)
  video.srcObject = camera
  const [read] = await Promise.all([openReader(), video.play()])
  onState('looking')
  let last = { code: '', at: 0 }
  while (!leaving.aborted) {
    const code = await read(video)
    const now = performance.now()
    if (code !== undefined && !leaving.aborted) {
      if (code !== last.code || now - last.at > FORGET_MS) onCode(code)
      last = { code, at: now }
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}
