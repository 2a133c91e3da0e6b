import { gridMessages } from './messages.ts'
import type { PastePlan } from './plan-paste.ts'
import { parseTsv } from './tsv.ts'

const says = gridMessages.said

/** What came of a paste: how many cells, what had no place, what takes nothing. */
export function saysOfPaste({ typed, skipped, linesBeyond, fieldsBeyond }: PastePlan): readonly string[] {
  const told = [says.pasted(typed.length)]
  if (linesBeyond + fieldsBeyond > 0) told.push(says.beyond(linesBeyond, fieldsBeyond))
  if (skipped > 0) told.push(says.skipped(skipped))
  return told
}

/** Why a text cannot go into the field that is being typed: a block would lose its tabs and breaks. */
export function whyNotIntoField(text: string): string | undefined {
  const block = parseTsv(text)
  const fields = Math.max(0, ...block.map((line) => line.length))
  return block.length <= 1 && fields <= 1 ? undefined : says.blockWhileEditing(block.length, fields)
}
