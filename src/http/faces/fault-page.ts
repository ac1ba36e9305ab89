import { messageOf } from '../errors'
import type { Locale } from '../../kernel/text'

const WORDS = {
  'zh-CN': { title: '页面暂时打不开', id: '请求编号', again: '重试' },
  en: { title: 'This page cannot be shown now', id: 'Request id', again: 'Try again' },
} as const

/** The page for a failure of ours: it needs no script, no style file and no other part of us to work. */
export function faultPage(locale: Locale, requestId: string): string {
  const { title, id, again } = WORDS[locale]
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>body{margin:0;display:grid;min-height:100vh;place-items:center;background:#f5f7f6;color:#16201c;font:16px/1.55 system-ui,sans-serif}
main{max-width:24rem;padding:1rem;text-align:center}h1{font-size:1.25rem}a{display:inline-block;padding:.6rem 1rem;border:1px solid #76837d;border-radius:8px;background:#fff;color:#16201c;font-weight:600;text-decoration:none}
p{color:#4b5a54}code{user-select:all}</style></head>
<body><main><h1>${title}</h1><p>${messageOf('internal', locale)}</p><p><a href="">${again}</a></p>
<p>${id} <code>${requestId}</code></p></main></body></html>`
}
