import { maskName } from '@eduduty/core/identity'

/** What every line about a case has. */
export const plain = { subject: 'case', may_accept: false, may_see: false } as const

/** Nobody is named in full where a list may be looked over somebody's shoulder. */
export const titleOf = ({ child_name: name }: { readonly child_name: string }): string =>
  `劝返个案（${maskName(name)}）`
