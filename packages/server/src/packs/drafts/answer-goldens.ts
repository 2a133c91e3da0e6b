import { type AnsweredExpectation, answerGoldenTests } from '@eduduty/core/evaluation'
import type { GoldenAnswer, GoldenOutcomes, Pack } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import type { DraftKey } from './draft-row.ts'
import { readSoundDraft } from './read-sound-draft.ts'

/** Runs the worked examples of a draft. Errors: `pack.draft_not_found`, `pack.draft_wrong`. */
export async function answerGoldens({ db }: Pick<Ctx, 'db'>, key: DraftKey): Promise<GoldenOutcomes> {
  const { pack } = await readSoundDraft(db, key)
  const titles = titlesOf(pack)
  const cases = answerGoldenTests(pack).map(({ title, year, answers }) => {
    const told = answers.map((answer) => answerOf(answer, titles))
    return { title, year, met: told.every(({ met }) => met), answers: told }
  })
  return { cases }
}

function answerOf({ of, subject, compared }: AnsweredExpectation, titles: ReadonlyMap<string, string>): GoldenAnswer {
  const told = (compared ?? []).map(({ key, word, wanted, got }) => ({
    key,
    word,
    wanted,
    ...(got !== undefined && { got }),
  }))
  return {
    of,
    title: titles.get(of) ?? of,
    subject: Object.values(subject).join(' '),
    compared: told,
    ...(compared === undefined && { unknown: true }),
    met: compared !== undefined && told.every(({ wanted, got }) => wanted === got),
  }
}

function titlesOf(pack: Pack): ReadonlyMap<string, string> {
  const { elements, indicators, groups, sections, ratings, effects, verdict } = pack
  const all = [elements, indicators, groups, sections, ratings, effects].flatMap((list) => [...(list ?? [])])
  return new Map([...all.map(({ id, title }) => [id, title] as const), ['verdict', verdict?.title ?? '']])
}
