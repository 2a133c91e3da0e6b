/** Sheets of a packet besides the form and its drop-downs. */
export const packetSheets = { checks: '审核', status: '核算', seal: '签名' } as const

/** Columns of the sheet 审核, zero-based. The id of the check stands hidden at the end. */
export const checkColumns = {
  no: 0,
  title: 1,
  severity: 2,
  verdict: 3,
  left: 4,
  right: 5,
  explanation: 6,
  id: 7,
} as const

/** Zero-based row of the first check; above it stand title, notes, the count and the headings. */
export const FIRST_CHECK_ROW = 4
/** Zero-based row of the first item of the vertical form, and its column of values. */
export const FIRST_ITEM_ROW = 3
export const VALUE_COLUMN = 'E'

/** How a check is called in a packet. */
export const checkNo = (index: number): string => `审${index + 1}`

export const quoteSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`
