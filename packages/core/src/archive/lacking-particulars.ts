import type { Particulars } from './contracts.ts'

/** What has to be written about every paper; documents have a number, too. */
type Asked = Pick<Particulars, 'kind' | 'issuer' | 'document_no' | 'made_on'>

/** Which particulars a paper lacks, in words joined by 、; empty: none. */
export function lackingParticulars({ kind, issuer, document_no: no, made_on: madeOn }: Asked): string {
  return [
    kind === 'document' && no === '' ? '文号' : '',
    madeOn === undefined ? '落款日期' : '',
    kind !== 'photo' && issuer === '' ? '形成单位' : '',
  ]
    .filter((part) => part !== '')
    .join('、')
}
