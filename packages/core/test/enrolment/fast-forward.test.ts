import { readdirSync, readFileSync } from 'node:fs'
import { daysOfSpan } from '@eduduty/core/calendar'
import { parsePack } from '@eduduty/core/packs'
import { expect, it } from 'vitest'
import { fastForward } from './fast-forward.ts'
import { plainFirings } from './plain-clock.ts'

const shipped = (pack: string) => {
  const folder = new URL(`../../../../packs/${pack}/`, import.meta.url)
  const files = readdirSync(folder).map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }))
  const { pack: found, problems } = parsePack(files)
  if (found === undefined) throw new Error(problems.map(({ message }) => message).join('\n'))
  return found
}

it('three years of 60 cases do each thing once and on its day, as counting on the fingers says: with days worked instead, pauses, an outage of thirty days and a machine ten days late', () => {
  const { casework = [], clocks = [] } = shipped('dropout-control')
  const calendars = shipped('working-days').calendars ?? []
  const years = calendars.map(({ year, rest, work }) => ({
    year,
    rest: rest.flatMap(daysOfSpan),
    work: work.flatMap(daysOfSpan),
  }))
  const [definition] = casework
  if (definition === undefined) throw new Error('the pack has no casework')
  const outcome = fastForward({ casework: definition, clocks, years, cases: 60, seed: 1 }, 60)
  expect([outcome.doubled, outcome.lost]).toEqual([0, 0])
  expect(outcome.escalated).toBeGreaterThan(60)
  const told = outcome.lives.map((life) => life.fired.map(({ key, on }) => `${key} ${on}`).toSorted())
  expect(told).toEqual(outcome.lives.map((life) => plainFirings(life, years)))
})
