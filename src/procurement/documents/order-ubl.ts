import type { OrderDocument, Party } from './order-document'
import { element, xml } from './xml'

const UNIT_CODES = { g: 'GRM', ml: 'MLT', piece: 'H87' } as const
/** Number of packs, UN/ECE Recommendation 20. */
const PACKS = 'NMP'
const SPACES = {
  xmlns: 'urn:oasis:names:specification:ubl:schema:xsd:Order-2',
  'xmlns:cac': 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  'xmlns:cbc': 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
}

/** The order as a UBL 2.1 Order, its elements in the sequence of OASIS UBL-Order-2.1.xsd. Amounts in major units. */
export function orderAsUbl(order: OrderDocument): string {
  const amount = (name: string, minor: number) =>
    element(name, (minor / 100).toFixed(2), { currencyID: order.currency })
  const party = (name: string, { id, name: { zh } }: Party) =>
    element(name, [
      element('cac:Party', [
        element('cac:PartyIdentification', [element('cbc:ID', id)]),
        element('cac:PartyName', [element('cbc:Name', zh)]),
      ]),
    ])
  const lines = order.lines.map((line, i) => {
    const { item, name, unit, packs, packSize, packName, priceMinor } = line
    return element('cac:OrderLine', [
      element('cac:LineItem', [
        element('cbc:ID', String(i + 1)),
        element('cbc:Quantity', String(packs), { unitCode: PACKS }),
        amount('cbc:LineExtensionAmount', packs * priceMinor),
        element('cac:Price', [
          amount('cbc:PriceAmount', priceMinor),
          element('cbc:BaseQuantity', '1', { unitCode: PACKS }),
        ]),
        element('cac:Item', [
          element('cbc:Description', packName.zh, { languageID: 'zh' }),
          element('cbc:Description', packName.en, { languageID: 'en' }),
          element('cbc:PackQuantity', String(packSize), { unitCode: UNIT_CODES[unit] }),
          element('cbc:Name', name.zh),
          element('cac:BuyersItemIdentification', [element('cbc:ID', item)]),
        ]),
      ]),
    ])
  })
  return xml('Order', SPACES, [
    element('cbc:UBLVersionID', '2.1'),
    element('cbc:ID', order.number),
    element('cbc:IssueDate', order.issuedOn),
    ...(order.binding ? [] : [element('cbc:Note', 'Proposal, not an order')]),
    element('cbc:DocumentCurrencyCode', order.currency),
    element('cbc:LineCountNumeric', String(order.lines.length)),
    party('cac:BuyerCustomerParty', order.buyer),
    party('cac:SellerSupplierParty', order.supplier),
    element('cac:Delivery', [
      element('cac:DeliveryLocation', [element('cbc:ID', order.site.id), element('cbc:Name', order.site.name.zh)]),
      element('cac:RequestedDeliveryPeriod', [
        element('cbc:StartDate', order.deliverOn),
        element('cbc:EndDate', order.deliverOn),
      ]),
    ]),
    element('cac:AnticipatedMonetaryTotal', [
      amount('cbc:LineExtensionAmount', order.totalMinor),
      amount('cbc:PayableAmount', order.totalMinor),
    ]),
    ...lines,
  ])
}
