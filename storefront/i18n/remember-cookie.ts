const YEAR_SECONDS = 365 * 86_400

/** Remembers a choice of this browser for a year. It holds no personal data. */
export function rememberCookie(name: string, value: string): void {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}
