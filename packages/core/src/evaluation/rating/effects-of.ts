import type { Effect, Pack } from '../../packs/index.ts'
import { COUNTY } from '../grains.ts'

/** Effects that change the grade of a rating. */
export const effectsOf = (pack: Pack, rating: string): readonly Effect[] =>
  (pack.effects ?? []).filter((effect) => effect.rating === rating)

/** A veto that is of no rating fails the verdict itself. */
export const isVetoOfVerdict = ({ kind, rating }: Effect): boolean => kind === 'veto' && rating === undefined

/** Where an effect is asked: at the subjects of its rating, else at the county. */
export const grainOfEffect = (pack: Pack, { rating }: Effect): string =>
  pack.ratings?.find(({ id }) => id === rating)?.grain ?? COUNTY
