import type { Claim } from './claim.ts'
import type { Passage } from './find-claims.ts'

const OWN = /[全我本][县市区旗州镇乡校园]/g
const NAMED =
  /(?<=^|[,;。:、(\s]|其中|以及?)(?![全我本各某])[\u4e00-\u9fff]{2,6}?(?:街道|开发区|[区镇乡县](?![域内级直委政])|中学|小学|幼儿园|学校|教育局)/g

/** The place or school that a paragraph names last before a number; empty for the whole, undefined where it names none. */
export function ownerOf({ text }: Passage, { token }: Claim): string | undefined {
  const before = text.slice(0, token.start)
  const named = [...before.matchAll(NAMED)].at(-1)
  const own = [...before.matchAll(OWN)].at(-1)
  if (named === undefined) return own === undefined ? undefined : ''
  return own !== undefined && own.index > named.index ? '' : named[0]
}
