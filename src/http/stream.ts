import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Streams } from '../platform/realtime'

const HEARTBEAT_MS = 15_000
/** A reader this far behind is cut off; it comes back with its Last-Event-ID. */
const MAX_BUFFERED_BYTES = 1_000_000

const From = z.coerce.number().int().min(0).catch(0)

/** Follows a topic as server-sent events, from `Last-Event-ID` or `?from=version`, until the reader leaves. */
export function sendStream(streams: Streams, topic: string, req: Request, res: Response): void {
  const from = From.parse(req.header('last-event-id') ?? req.query['from'] ?? 0)
  res.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  })
  res.write('retry: 1000\n\n')
  const stop = streams.watch(topic, from, ({ version, event, data }) => {
    res.write(`id: ${version}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    if (res.writableLength > MAX_BUFFERED_BYTES) res.destroy()
  })
  const heartbeat = setInterval(() => res.write('event: heartbeat\ndata: {}\n\n'), HEARTBEAT_MS)
  res.on('close', () => {
    clearInterval(heartbeat)
    stop()
  })
}
