import type { Config } from '../config'
import { fapiaoGateway } from './gateway'
import { localIssuer } from './local'
import type { FapiaoIssuer } from './port'

/** The gateway when it is named, the local issuer otherwise. */
export const openFapiao = ({ EINVOICE_URL, EINVOICE_SECRET }: Config): FapiaoIssuer =>
  EINVOICE_URL && EINVOICE_SECRET ? fapiaoGateway(EINVOICE_URL, EINVOICE_SECRET) : localIssuer
