import type { Claim } from './claim.ts'
import type { Passage } from './find-claims.ts'

export type Stage =
  | 'preschool'
  | 'primary'
  | 'junior'
  | 'nine_year'
  | 'compulsory'
  | 'senior'
  | 'vocational'
  | 'special'
  | 'higher'

const STAGES: readonly (readonly [Stage, RegExp])[] = [
  ['preschool', /幼儿园|学前|在园/g],
  ['nine_year', /九年一贯/g],
  ['compulsory', /义务教育|(?<!其)中小学/g],
  ['junior', /初中(?!毕业生?升)|初级中学/g],
  ['primary', /(?<!(?<!其)中)小学(?!毕业生?升|升)|完小/g],
  ['senior', /高中|高级中学/g],
  ['vocational', /中职|职业|职教|技工/g],
  ['special', /特殊教育|特教|特校/g],
  ['higher', /高校|高等(?:学校|教育)/g],
]

/** The stage of education that was named last before a number, in its sentence or else in its paragraph. */
export function stageOf({ text, sentences }: Passage, { token, sentence }: Claim): Stage | undefined {
  const start = sentences[sentence]?.start ?? 0
  return lastStage(text.slice(start, token.start)) ?? lastStage(text.slice(0, start))
}

/** The stage that the words right before a number name. */
export const ownStage = ({ near }: Pick<Claim, 'near'>): Stage | undefined => lastStage(near)

function lastStage(text: string): Stage | undefined {
  let best: { stage: Stage | undefined; at: number } = { stage: undefined, at: -1 }
  for (const [stage, pattern] of STAGES) {
    const at = [...text.matchAll(pattern)].at(-1)?.index ?? -1
    if (at > best.at) best = { stage, at }
  }
  return best.stage
}
