import type { ReactNode } from 'react'

interface VesselProps {
  readonly rim: string
  /** Drawn above the rim, around (48, 46), about 60 wide. */
  readonly children: ReactNode
}

const STEAM = 'M38 22c0-4 4-4 4-8M48 20c0-4 4-4 4-8M58 22c0-4 4-4 4-8'

const Steam = () => <path d={STEAM} fill="none" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" opacity="0.9" />

export const Bowl = ({ rim, children }: VesselProps) => (
  <>
    <Steam />
    <ellipse cx="48" cy="48" rx="35" ry="11" fill="#fff" />
    {children}
    <path d="M13 49c4 20 16 29 35 29s31-9 35-29c-6 5-19 8-35 8s-29-3-35-8Z" fill="#fff" />
    <path d="M13 49c6 5 19 8 35 8s29-3 35-8" fill="none" stroke={rim} strokeWidth="3" strokeLinecap="round" />
    <path d="M24 66c4 4 9 6 14 7" fill="none" stroke={rim} strokeWidth="2" strokeLinecap="round" opacity="0.35" />
  </>
)

export const Plate = ({ rim, children }: VesselProps) => (
  <>
    <ellipse cx="48" cy="60" rx="38" ry="18" fill="#fff" />
    <ellipse cx="48" cy="60" rx="38" ry="18" fill="none" stroke={rim} strokeWidth="2.5" />
    <ellipse cx="48" cy="58" rx="29" ry="12" fill={rim} opacity="0.1" />
    <g transform="translate(0 10)">{children}</g>
  </>
)

export const Basket = ({ rim, children }: VesselProps) => (
  <>
    <Steam />
    <ellipse cx="48" cy="54" rx="36" ry="12" fill="#f4dfb6" />
    <path d="M12 54v12c0 7 16 12 36 12s36-5 36-12V54c0 7-16 12-36 12s-36-5-36-12Z" fill="#e3bf7c" />
    <path d="M12 60c2 7 17 11 36 11s34-4 36-11" fill="none" stroke={rim} strokeWidth="1.6" opacity="0.5" />
    <ellipse cx="48" cy="54" rx="36" ry="12" fill="none" stroke={rim} strokeWidth="2.5" />
    <g transform="translate(0 6)">{children}</g>
  </>
)

export const Cup = ({ rim, children }: VesselProps) => (
  <>
    <path d="M28 32h40l-5 46a4 4 0 0 1-4 4H37a4 4 0 0 1-4-4Z" fill="#fff" />
    {children}
    <path d="M28 32h40l-5 46a4 4 0 0 1-4 4H37a4 4 0 0 1-4-4Z" fill="none" stroke={rim} strokeWidth="2.5" />
    <path d="M52 34 58 12" stroke={rim} strokeWidth="3" strokeLinecap="round" />
  </>
)
