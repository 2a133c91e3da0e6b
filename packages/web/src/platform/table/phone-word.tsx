import type { ReactNode } from 'react'

/** The heading of a column before what a cell holds, where a telephone shows no headings. */
export function PhoneWord({ word }: { word: string }): ReactNode {
  return <span className="phone-word">{word}</span>
}
