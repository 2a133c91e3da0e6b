import { type MatchPerson, PairFinder, type ProposedPair, type SignReader } from '@eduduty/core/enrolment'
import type { FuzzyRule } from '@eduduty/core/packs'

const sounds: Readonly<Record<string, readonly string[]>> = {
  小: ['xiao'],
  晓: ['xiao'],
  明: ['ming'],
  铭: ['ming'],
  王: ['wang'],
  单: ['dan', 'shan'],
  善: ['shan'],
  丽: ['li'],
  妮: ['ni'],
  李: ['li'],
  龙: ['long'],
  买: ['mai'],
  提: ['ti'],
  艾: ['ai'],
  尔: ['er'],
  晴: ['qing'],
  睛: ['jing'],
  昊: ['hao'],
  𬀩: ['wei'],
}
const simple: Readonly<Record<string, string>> = { 龍: '龙', 單: '单', 麗: '丽', 買: '买' }

/** A dictionary of a few signs. */
export const reader: SignReader = {
  simplify: (sign) => simple[sign] ?? sign,
  readings: (sign) => sounds[sign] ?? [],
}

const points = (agree: number, differ: number) => ({ agree, differ })

export const rule: FuzzyRule = {
  weights: {
    identity: points(40, 30),
    name: points(30, 30),
    birth: points(20, 20),
    sex: points(4, 10),
    guardian: points(12, 6),
    address: points(8, 0),
  },
  propose: 48,
  likely: 70,
}

/** A child as two offices typed it; the number is sound, its area does not exist. */
export const child: MatchPerson = {
  key: 'left',
  identity: '997821201503120011',
  name: '王小明',
  birth: '2015-03-12',
  sex: '男',
  guardian: '王龙',
  address: '石桥镇上河村3组12号',
}

/** The day of the comparison. */
export const today = '2026-01-12'

export function propose(left: Partial<MatchPerson>, right: Partial<MatchPerson>): ProposedPair | undefined {
  const finder = new PairFinder(rule, reader, [{ ...child, ...left, key: 'left' }], { today })
  finder.offer({ ...child, ...right, key: 'right' })
  return finder.pairs()[0]
}

/** What is said of one role of a pair. */
export const saysOf = (pair: ProposedPair | undefined, role: string): string | undefined =>
  pair?.reasons.find((reason) => reason.role === role)?.says
