import { type ReactNode, useEffect, useRef, useState } from 'react'

/** So far below the window something begins to load, so that it is mostly there when it comes into sight. */
const AHEAD = '200px'

/** Draws what is heavy only once it comes near the window; until then the fallback holds its place. */
export function WhenSeen({ fallback, children }: { readonly fallback: ReactNode; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (seen || !place.current) return
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
      },
      { rootMargin: AHEAD },
    )
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [seen])
  return seen ? (
    children
  ) : (
    <div ref={place} className="absolute inset-0">
      {fallback}
    </div>
  )
}
