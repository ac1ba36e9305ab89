import { useEffect, useRef } from 'react'
import type { Ticket } from '../api'

const HERTZ = 880
const SECONDS = 0.25

/** A short tone when a ticket comes in. Browsers are silent until the screen was touched once. */
export function useChime(tickets: readonly Ticket[]): void {
  const audio = useRef<AudioContext>(undefined)
  const known = useRef<ReadonlySet<string>>(undefined)
  useEffect(() => {
    const wake = () => {
      audio.current ??= new AudioContext()
      void audio.current.resume()
    }
    document.addEventListener('pointerdown', wake, { once: true })
    return () => {
      document.removeEventListener('pointerdown', wake)
      void audio.current?.close()
    }
  }, [])

  useEffect(() => {
    const before = known.current
    known.current = new Set(tickets.map(({ id }) => id))
    if (before && tickets.some(({ id, status }) => status === 'open' && !before.has(id))) ring(audio.current)
  }, [tickets])
}

function ring(audio: AudioContext | undefined): void {
  if (audio?.state !== 'running') return
  const [tone, volume] = [audio.createOscillator(), audio.createGain()]
  tone.frequency.value = HERTZ
  volume.gain.setValueAtTime(0.2, audio.currentTime)
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + SECONDS)
  tone.connect(volume).connect(audio.destination)
  tone.start()
  tone.stop(audio.currentTime + SECONDS)
}
