// For the health checks of containers: `node healthy.mjs URL` ends with 0 when the URL answers well within 4 s.
const [, , url = ''] = process.argv
const answer = await fetch(url, { signal: AbortSignal.timeout(4_000) }).catch(() => undefined)
process.exit(answer?.ok ? 0 : 1)
