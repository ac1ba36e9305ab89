/** What the label of a box says to a scanner: whose it is and which of how many. */
const boxCode = (groupId: string, box: number): string => `${groupId}.${box}`

/** The codes of all boxes of a fulfilment group. */
export const boxCodes = (groupId: string, boxes: number): string[] =>
  Array.from({ length: boxes }, (_, i) => boxCode(groupId, i + 1))
