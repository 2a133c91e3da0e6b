import type { NumberToken } from './number-token.ts'

/** `小学、初中各2所`: a number for each of the things named before it counts as often. */
export function distributed(text: string, token: NumberToken): NumberToken {
  if (!token.unit.counted) return token
  const before = text.slice(Math.max(0, token.start - 60), token.start)
  const list = /(?:^|[,;。:()\d])([\u4e00-\u9fff、]+)各(?:有|设|建|配)?$/.exec(before)?.[1]
  const names = list?.split(/、|和|与|及/) ?? []
  const times = names.filter((name) => name.length >= 2).length
  return times < 2 || times < names.length ? token : { ...token, times }
}
