import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import { ALLERGEN_NAMES } from '../../kernel/allergens'
import type { Text } from '../../kernel/text'
import type { BoxLabel } from '../domain/box-labels'
import type { Sample } from '../safety/keep-sample'

/** Points a millimetre. */
const MM = 72 / 25.4

/** Month/day and the time, on the kitchen's wall. */
const clock = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('zh-CN', {
    timeZone: zone,
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)

const both = ({ zh, en }: Text): string => (zh === en ? zh : `${zh} ${en}`)
const named = (codes: readonly string[]): string => codes.map((code) => ALLERGEN_NAMES[code]?.zh ?? code).join('、')

/** Pages of 60 × 40 mm. */
export const sheetOf = (pages: readonly Content[]): TDocumentDefinitions => ({
  pageSize: { width: 60 * MM, height: 40 * MM },
  pageMargins: [2.5 * MM, 2 * MM, 2.5 * MM, 1 * MM],
  defaultStyle: { font: 'Sans', fontSize: 6.5, lineHeight: 1.05 },
  content: pages.map((page, i) => ({ stack: [page], ...(i > 0 ? { pageBreak: 'before' as const } : {}) })),
})

/** What must be on a box: where it goes, whose it is, what is in it that hurts, until when it is good. */
export function boxPage(label: BoxLabel, qr: string, zone: string): Content {
  const { run, stop, place, floor, number, initial, box, boxes, contains, mayContain, assessed, eatBy } = label
  const round = run === null ? '自取 Pick-up' : `${run}-${stop ?? '?'}`
  const warnings = assessed
    ? `含 Contains: ${contains.length > 0 ? named(contains) : '—'}`
    : `过敏原未评估 Not assessed${contains.length > 0 ? `；含 ${named(contains)}` : ''}`
  return {
    columns: [
      {
        width: '*',
        stack: [
          { text: [{ text: round, fontSize: 15, bold: true }, `  ${initial}`], lineHeight: 0.95 },
          { text: both(place), fontSize: 6.5 },
          { text: both(floor), bold: true },
          { text: `${number}  ${box}/${boxes}`, fontSize: 11, bold: true },
          { text: warnings, bold: true },
          ...(mayContain.length > 0 ? [{ text: `可能含 May contain: ${named(mayContain)}` }] : []),
          { text: `请于 ${clock(eatBy, zone)} 前食用 Eat by`, bold: true },
        ],
      },
      { width: 42, svg: qr, fit: [42, 42] },
    ],
    columnGap: 3,
  }
}

/** The label of a retained sample: what, which meal, how much, since when, until when, where. */
export const sampleLines = (sample: Sample, qr: string, zone: string): Content => ({
  columns: [
    {
      width: '*',
      stack: [
        { text: '留样 Retained sample', fontSize: 10, bold: true },
        { text: both(sample.name), bold: true, fontSize: 8 },
        `${sample.serviceDate} ${sample.period}  ${sample.grams} g`,
        `取样 Taken ${clock(new Date(sample.takenAt), zone)}`,
        { text: `保存至 Keep until ${clock(new Date(sample.keepUntil), zone)}`, bold: true },
        sample.place,
      ],
    },
    { width: 42, svg: qr, fit: [42, 42] },
  ],
})
