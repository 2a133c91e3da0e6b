import { readXlsx } from 'hucre/xlsx'
import type { InventoryEntry } from '../../src/platform/http/route-inventory.ts'
import { headersOf } from './open-world.ts'
import type { At, RouteSample, Sample } from './route-samples.ts'
import type { RouteWorld, Target } from './route-world.ts'
import type { SeedPerson } from './world-plan.ts'

export interface Answer {
  readonly status: number
  readonly body: string
  /** Everything that left the program: headers, body, and what was logged meanwhile. */
  readonly all: string
}

export interface Question {
  readonly entry: Pick<InventoryEntry, 'method' | 'url'>
  readonly person: SeedPerson
  readonly sample: Sample
  /** Headers besides, or instead of, those of the person. */
  readonly headers?: Readonly<Record<string, string | undefined>>
}

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'] as const

/** Sends one request as the person's browser would. */
export async function askRoute({ app, takeLog }: RouteWorld, question: Question): Promise<Answer> {
  const { entry, person, sample } = question
  takeLog()
  const method = methods.find((known) => known === entry.method)
  if (method === undefined) throw new Error(`a method that nobody knows: ${entry.method}`)
  const type = sample.file === undefined ? {} : { 'content-type': 'application/octet-stream' }
  const headers = Object.fromEntries(
    Object.entries({ ...headersOf(person), ...type, ...question.headers }).filter(([, value]) => value !== undefined),
  )
  const payload = sample.file === undefined ? sample.body : Buffer.from(sample.file)
  const url = urlOf(entry.url, sample)
  const answer = await app.inject({ method, url, headers, ...(payload !== undefined && { payload }) })
  const body = await textOf(answer.rawPayload, String(answer.headers['content-type']))
  return { status: answer.statusCode, body, all: `${JSON.stringify(answer.headers)}\n${body}\n${takeLog()}` }
}

function urlOf(url: string, { params = {}, query = {} }: Sample): string {
  const path = url.replaceAll(/:([a-z_]+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)]))
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`
}

/** What stands in a workbook is read as a person would read it. */
async function textOf(bytes: Buffer, type: string): Promise<string> {
  if (!type.includes('spreadsheetml')) return bytes.toString('utf8')
  const { sheets } = await readXlsx(bytes)
  return JSON.stringify(sheets.map(({ rows }) => rows))
}

export type SlotKind = 'place' | 'near' | 'far'

/** The kinds of the places in a sample at which ids stand, in order. */
export function slotsOf(sample: RouteSample, home: Target): readonly SlotKind[] {
  const kinds: SlotKind[] = []
  sample.make((kind = 'place') => {
    kinds.push(kind)
    return home
  })
  return kinds
}

/** The sample with `other` at the places of these numbers, and home everywhere else. */
export function sampleWith(sample: RouteSample, home: Target, other: Target, places: readonly number[]): Sample {
  let at = 0
  const choose: At = () => (places.includes(at++) ? other : home)
  return sample.make(choose)
}

/** An answer without the ids that were asked for, so that answers about different ids can be compared. */
export function withoutIds({ status, body }: Answer, target: Target): string {
  const values = Object.values(target)
    .map(String)
    .toSorted((one, other) => other.length - one.length)
  const plain = values.reduce(
    (text, value) => text.replaceAll(new RegExp(`(?<![0-9A-Za-z])${value}(?![0-9A-Za-z])`, 'g'), '‹id›'),
    body.replaceAll(encodeURIComponent(target.unitName), '‹id›'),
  )
  return `${status} ${plain}`
}
