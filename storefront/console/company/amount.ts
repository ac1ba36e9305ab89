/** What somebody typed as yuan, in minor units. */
export const minorOf = (text: string): number => Math.round(Number(text) * 100)

/** Minor units as they are typed. */
export const yuanOf = (minor: number): string => (minor / 100).toFixed(2)
