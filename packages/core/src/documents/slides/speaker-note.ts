import { type Assessment, parseFigureId } from '../../evaluation/index.ts'
import type { Point } from './points-of.ts'

/** So many figures of a sentence are named. */
const NAMED = 5

/** The whole sentence, with the figures that it stands on: what they are and whose. */
export function noteOf({ sentence, figures }: Omit<Point, 'shown'>, assessment: Assessment): string {
  if (figures.length === 0) return sentence
  const names = figures.slice(0, NAMED).map((figure) => figureName(figure, assessment))
  return `${sentence}【数字出处：${names.join('、')}${figures.length > NAMED ? `等${figures.length}个数` : ''}】`
}

function figureName(figure: string, { nodes, subjects, run }: Assessment): string {
  const found = parseFigureId(figure)
  const node = nodes.find(({ id }) => id === found?.node)
  const subject = subjects.find(({ id, grain }) => grain === node?.grain && id === found?.subject)
  return `${node?.title ?? figure}（${subject?.name ?? run.county.name}）`
}
