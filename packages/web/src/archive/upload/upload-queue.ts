import type { UploadedFile } from '@eduduty/core/archive'

/** One chosen file on its way. */
export interface Upload {
  readonly no: number
  /** With the folders it was chosen in. */
  readonly name: string
  readonly bytes: number
  readonly state: 'waiting' | 'sending' | 'done' | 'failed'
  readonly sent: number
  /** What became of it; several where an archive was unpacked. */
  readonly files: readonly UploadedFile[]
  /** Why it did not arrive. */
  readonly why: string
}

export const MOST_AT_ONCE = 3

const fresh = { state: 'waiting', sent: 0, files: [], why: '' } as const

export const waitingUpload = (no: number, name: string, bytes: number): Upload => ({ no, name, bytes, ...fresh })

/** The list with one upload changed. */
export const changeUpload = (all: readonly Upload[], no: number, part: Partial<Upload>): readonly Upload[] =>
  all.map((one) => (one.no === no ? { ...one, ...part } : one))

/** What did not arrive waits again; what arrived stays. */
export const retryFailed = (all: readonly Upload[]): readonly Upload[] =>
  all.map((one) => (one.state === 'failed' ? { ...one, ...fresh } : one))

/** Which to send next: in their order, a few at a time. */
export function nextToSend(all: readonly Upload[]): readonly Upload[] {
  const sending = all.filter(({ state }) => state === 'sending').length
  return all.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, MOST_AT_ONCE - sending))
}

export const isUnderWay = (all: readonly Upload[]): boolean =>
  all.some(({ state }) => state === 'waiting' || state === 'sending')

/** Papers that were not there before, in their order. */
export const newPapers = (all: readonly Upload[]): readonly string[] =>
  all.flatMap(({ files }) =>
    files.flatMap(({ paper, outcome }) => (paper === undefined || outcome !== 'kept' ? [] : [paper])),
  )

export interface UploadSum {
  readonly kept: number
  readonly known: number
  readonly refused: number
  /** Did not reach the server. */
  readonly failed: number
  readonly sentBytes: number
  readonly allBytes: number
}

export function sumUploads(all: readonly Upload[]): UploadSum {
  const outcomes = all.flatMap(({ files }) => files.map(({ outcome }) => outcome))
  const count = (wanted: UploadedFile['outcome']): number => outcomes.filter((one) => one === wanted).length
  return {
    kept: count('kept'),
    known: count('known'),
    refused: count('refused'),
    failed: all.filter(({ state }) => state === 'failed').length,
    sentBytes: all.reduce((sum, { state, sent, bytes }) => sum + (state === 'done' ? bytes : sent), 0),
    allBytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

export interface Suggestion {
  readonly paper: string
  readonly need: string
  readonly title: string
  readonly because: string
  readonly file_no: string
  readonly unit_name: string
}

type Suggested = UploadedFile['suggested'][number]

/** One material, and the units that owe it. */
export interface SuggestedMaterial {
  readonly title: string
  readonly because: string
  readonly needs: readonly Suggested[]
}

/** Materials in the order of their first suggestion: each once, its units below it. */
export function suggestedMaterials(suggested: readonly Suggested[]): readonly SuggestedMaterial[] {
  const found = new Map<string, Suggested[]>()
  for (const one of suggested) {
    const name = `${one.file_no} ${one.title}`
    found.set(name, [...(found.get(name) ?? []), one])
  }
  return [...found.values()].flatMap((needs) => {
    const [first] = needs
    return first === undefined ? [] : [{ title: first.title, because: first.because, needs }]
  })
}

export const suggestionName = ({ paper, need }: Pick<Suggestion, 'paper' | 'need'>): string => `${paper} ${need}`

/** Uses that were suggested for what arrived and that nobody has accepted yet. */
export function openSuggestions(all: readonly Upload[], accepted: ReadonlySet<string>): readonly Suggestion[] {
  const suggested = all.flatMap(({ files }) =>
    files.flatMap(({ paper, suggested }) => (paper === undefined ? [] : suggested.map((one) => ({ paper, ...one })))),
  )
  const names = new Set(accepted)
  return suggested.filter((one) => {
    const name = suggestionName(one)
    const isNew = !names.has(name)
    names.add(name)
    return isNew
  })
}

/** The surest of each paper: what is taken when somebody takes all at once. Where several units owe it, somebody has to say which. */
export function surestSuggestions(some: readonly Suggestion[]): readonly Suggestion[] {
  const papers = new Set<string>()
  const first = some.filter(({ paper }) => !papers.has(paper) && papers.add(paper))
  const rivals = ({ paper, need, file_no: no }: Suggestion): boolean =>
    some.some((one) => one.paper === paper && one.need !== need && one.file_no === no)
  return first.filter((one) => !rivals(one))
}

/** One request for each paper, with all its needs. */
export function linksByPaper(some: readonly Suggestion[]): ReadonlyMap<string, readonly string[]> {
  const links = new Map<string, readonly string[]>()
  for (const { paper, need } of some) links.set(paper, [...(links.get(paper) ?? []), need])
  return links
}
