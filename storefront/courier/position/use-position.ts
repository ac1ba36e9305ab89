import { useEffect, useState } from 'react'
import { reportPosition } from '../../api/courier'

const KEPT = 'linli:courier:shares-position'
/** Often enough for an ETA, seldom enough for a battery. */
const EVERY_MS = 30_000

/**
 * Tells the server where this phone is while a run is under way, when the courier has agreed to it; off until then. What
 * finds no network is not kept: an old place helps nobody.
 */
export function usePosition(runId: string): { readonly shares: boolean; readonly share: (on: boolean) => void } {
  const [shares, setShares] = useState(() => localStorage.getItem(KEPT) === 'yes')
  useEffect(() => {
    if (!shares || !('geolocation' in navigator)) return
    let toldAt = 0
    const watch = navigator.geolocation.watchPosition(
      ({ coords: { latitude: lat, longitude: lon }, timestamp }) => {
        if (timestamp - toldAt < EVERY_MS) return
        toldAt = timestamp
        const body = { lat, lon, at: new Date(timestamp).toISOString() }
        void reportPosition({ params: { runId }, body }).catch(() => undefined)
      },
      // no leave, or no satellites: predictions go on from what is handed over
      () => undefined,
      { enableHighAccuracy: true, maximumAge: EVERY_MS },
    )
    return () => navigator.geolocation.clearWatch(watch)
  }, [runId, shares])
  const share = (on: boolean) => {
    localStorage.setItem(KEPT, on ? 'yes' : 'no')
    setShares(on)
  }
  return { shares, share }
}
