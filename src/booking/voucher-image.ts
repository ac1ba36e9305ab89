import bwip from 'bwip-js'

/** A voucher's code as a QR code, as SVG. */
export const voucherImage = (code: string): string => bwip.toSVG({ bcid: 'qrcode', text: code })
