import type { Claim } from './claim.ts'
import type { Passage } from './find-claims.ts'
import { WHOSE_WHOLE } from './scope-words.ts'

const OWN = new RegExp(WHOSE_WHOLE, 'g')
const NAMED =
  /(?<=^|[,;。:、(\s]|其中|以及?)(?![全我本各某])[\u4e00-\u9fff]{2,6}?(?:街道|开发区|[区镇乡县](?![域内级直委政])|中学|小学|幼儿园|学校|教育局)/g

/** Kinds of places and schools, which are nobody's name. */
const KIND = new RegExp(
  `^(?:个别|少数|部分|相关|有关|多数|不少|一些|其中|中等|普通|职业|完全|初级|高级|公办|民办|普惠|农村|乡村|城区|县城|各级|所有|面对|联系|县级|市级|包括|现有|新建|另有|以及|义务|特殊|九年|中心|乡镇|村级|小学|初中|高中|[一二两三四五六七八九十]+所|.*(?:其中|领导|职业|普通|教育[学中小]|${WHOSE_WHOLE}|[各某][县市区镇乡校]|有(?:小学|中学|幼儿园|学校)))`,
)

/** The place or school that a paragraph names last before a number; empty for the whole, undefined where it names none. */
export function ownerOf(passage: Passage, claim: Claim): string | undefined {
  const former = known.get(claim)
  if (former !== undefined) return former.owner
  const owner = ownerBefore(passage, claim)
  known.set(claim, { owner })
  return owner
}

const known = new WeakMap<Claim, { readonly owner: string | undefined }>()

function ownerBefore({ text }: Passage, { token }: Claim): string | undefined {
  const before = text.slice(0, token.start)
  const named = [...before.matchAll(NAMED)].findLast(([name]) => !KIND.test(name))
  const own = [...before.matchAll(OWN)].at(-1)
  if (named === undefined) return own === undefined ? undefined : ''
  return own !== undefined && own.index > named.index ? '' : named[0]
}
