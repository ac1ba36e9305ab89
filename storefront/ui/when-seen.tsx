import { type ReactNode, useEffect, useRef, useState } from 'react'

/** Draws what is heavy only once its place comes into sight; until then the fallback holds it. */
export function WhenSeen({ fallback, children }: { readonly fallback: ReactNode; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (seen || !place.current) return
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
    })
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
