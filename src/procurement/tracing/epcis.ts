import type { LifeEvent } from './life-of-lot'
import type { UsedLot } from './lots-of-batches'

const UNITS = { g: 'GRM', ml: 'MLT', piece: 'H87' } as const
const CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'

/** A batch that took some of the lots, with all it was cooked from. */
export interface Transformation {
  readonly batchId: string
  readonly dishId: string
  readonly siteId: string
  readonly portions: number
  readonly at: string
  readonly inputs: readonly UsedLot[]
}

export interface EpcisSource {
  /** Where ids of ours live: `https://host`. */
  readonly base: string
  readonly at: Date
  /** `+08:00`. */
  readonly offset: string
  readonly life: readonly LifeEvent[]
  readonly transformations: readonly Transformation[]
}

/** How a move is said in the Core Business Vocabulary: step, disposition and action. Corrections of the books are none. */
const STEPS: Partial<Record<LifeEvent['kind'], readonly [step: string, disposition: string, action: string]>> = {
  receipt: ['receiving', 'in_progress', 'ADD'],
  opening: ['commissioning', 'active', 'ADD'],
  waste: ['destroying', 'destroyed', 'DELETE'],
  return: ['shipping', 'returned', 'OBSERVE'],
  transfer_out: ['shipping', 'in_transit', 'OBSERVE'],
  transfer_in: ['receiving', 'in_progress', 'ADD'],
}

/** The life of lots as an EPCIS 2.0 document (GS1 EPCIS 2.0, section 10; JSON-LD). Lots are classes with a quantity, not single things. */
export function epcisDocument({ base, at, offset, life, transformations }: EpcisSource) {
  const idOf = (kind: string, id: string) => `${base}/${kind}/${encodeURIComponent(id)}`
  const quantity = (lotId: string, amount: number, unit: LifeEvent['unit']) => ({
    epcClass: idOf('lots', lotId),
    quantity: amount,
    uom: UNITS[unit],
  })
  const place = (siteId: string) => ({
    readPoint: { id: idOf('sites', siteId) },
    bizLocation: { id: idOf('sites', siteId) },
  })
  const objects = life.flatMap((event) => {
    const said = STEPS[event.kind]
    if (!said) return []
    const [bizStep, disposition, action] = said
    return {
      type: 'ObjectEvent',
      eventID: idOf('events', `${event.kind}-${event.lotId}-${event.ref}`),
      eventTime: event.at,
      eventTimeZoneOffset: offset,
      epcList: [],
      quantityList: [quantity(event.lotId, Math.abs(event.delta), event.unit)],
      action,
      bizStep,
      disposition,
      ...place(event.siteId),
      ...(event.orderNumber
        ? { bizTransactionList: [{ type: 'po', bizTransaction: idOf('orders', event.orderNumber) }] }
        : {}),
      ...(event.kind === 'receipt' && event.supplierId
        ? { sourceList: [{ type: 'possessing_party', source: idOf('suppliers', event.supplierId) }] }
        : {}),
      ...(event.temperature === null
        ? {}
        : {
            sensorElementList: [
              {
                sensorMetadata: { time: event.at },
                sensorReport: [{ type: 'Temperature', value: event.temperature / 10, uom: 'CEL' }],
              },
            ],
          }),
      ...(action === 'ADD'
        ? { ilmd: { 'cbvmda:lotNumber': event.code, 'cbvmda:itemExpirationDate': event.expiresOn } }
        : {}),
    }
  })
  const cooked = transformations.map(({ batchId, dishId, siteId, portions, at: cookedAt, inputs }) => ({
    type: 'TransformationEvent',
    eventID: idOf('events', `batch-${batchId}`),
    eventTime: cookedAt,
    eventTimeZoneOffset: offset,
    inputQuantityList: inputs.map((input) => quantity(input.lotId, input.quantity, input.unit)),
    outputQuantityList: [{ epcClass: idOf('batches', batchId), quantity: portions, uom: 'H87' }],
    transformationID: idOf('batches', batchId),
    bizStep: 'creating_class_instance',
    disposition: 'active',
    ...place(siteId),
    ilmd: { 'cbvmda:lotNumber': batchId, 'cbvmda:descriptionShort': dishId },
  }))
  const eventList = [...objects, ...cooked].sort((a, b) => (a.eventTime < b.eventTime ? -1 : 1))
  return {
    '@context': [CONTEXT],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: at.toISOString(),
    epcisBody: { eventList },
  }
}
