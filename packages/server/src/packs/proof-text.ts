import type { ProvedStep } from '@eduduty/core/evaluation'

/** Name and version of a pack, as people write them. */
export const idOf = ({ pack }: { readonly pack: { readonly id: string; readonly version: string } }): string =>
  `${pack.id} ${pack.version}`

const relaxes = ({ effect }: ProvedStep): boolean => effect === '放宽' || effect === '无法判断'
/** A relaxation that nothing allows. */
export const isOpen = (proved: ProvedStep): boolean => relaxes(proved) && proved.step.authority === undefined

/** What a proof comes to, in one sentence. */
export function conclusionOf(proof: readonly ProvedStep[]): string {
  const open = proof.filter(isOpen).length
  const allowed = proof.filter(relaxes).length - open
  if (open > 0) return `有${open}处放宽或无法判断而没有写明依据（authority），这个细化包还不能用。`
  if (allowed > 0) return `除${allowed}处写明依据的放宽外，只收紧，不放宽。`
  return '只收紧，不放宽：上级标准包判为未达标的，在这个细化包里不会成为达标。'
}

/** What a step does to an entry. */
export const parts: Readonly<Record<string, string>> = {
  added: '新增',
  changed: '修改',
  dropped: '删去',
}

/** One step of a proof for a terminal. */
export function lineOf({ step, effect, because }: ProvedStep, number: number): string {
  const authority =
    step.authority === undefined ? '' : `\n      依据：${step.authority.document}${step.authority.article}`
  const reasons = because.map((reason) => `\n      ${reason}`).join('')
  const head = `${number}. 【${effect}】${parts[step.kind]} ${step.section}“${step.title}”`
  return `${head}（${step.place.file}:${step.place.line}）${reasons}${authority}\n`
}

/** One step of a proof as data. */
export function view({ step, effect, because }: ProvedStep) {
  const { kind, section, id, title, place, authority } = step
  return { effect, kind, section, id, title, file: place.file, line: place.line, because, authority }
}
