import type { Pack } from '../schema/pack.ts'
import type { Register } from '../schema/register.ts'
import { noteProblem, noteUnknown, type ProblemNotes } from './note-problem.ts'
import { validateMatchKeys, validateWords } from './validate-match-keys.ts'

type Risk = NonNullable<Pack['risks']>[number]

/** Lists of risk name registers and columns that are there, can tell children apart, and have a line that can be reached. */
export function validateRisks(pack: Pack, notes: ProblemNotes): void {
  const registers = new Map(pack.registers.map((register) => [register.id, register]))
  for (const [index, risk] of (pack.risks ?? []).entries()) {
    validateChildren(notes, index, risk, registers)
    validateSigns(notes, index, risk, registers)
    const most = risk.signs.reduce((sum, { points }) => sum + points, 0)
    if (risk.line > most)
      noteProblem(notes, ['risks', index, 'line'], {
        code: 'risk_line_unreachable',
        message: `各项全占也只有 ${most} 分，够不到 ${risk.line} 分。`,
      })
  }
}

function validateChildren(
  notes: ProblemNotes,
  index: number,
  { children }: Risk,
  registers: ReadonlyMap<string, Register>,
): void {
  for (const [at, { register: id, keys }] of children.entries()) {
    const place = ['risks', index, 'children', at]
    const register = registers.get(id)
    if (register === undefined) noteUnknown(notes, [...place, 'register'], '台账', id, registers.keys())
    else validateMatchKeys(notes, [...place, 'keys'], register, keys)
    if (keys.name === undefined || (keys.identity === undefined && keys.number === undefined))
      noteProblem(notes, [...place, 'keys'], {
        code: 'risk_without_key',
        message: '认不出几张台账里的同一个孩子：keys 里要有 name，还要有 identity 或 number。',
      })
  }
}

function validateSigns(
  notes: ProblemNotes,
  index: number,
  { children, signs }: Risk,
  registers: ReadonlyMap<string, Register>,
): void {
  const known = children.map(({ register }) => register)
  const seen = new Set<string>()
  for (const [at, sign] of signs.entries()) {
    const place = ['risks', index, 'signs', at]
    const register = registers.get(sign.register)
    if (!known.includes(sign.register)) noteUnknown(notes, [...place, 'register'], '台账', sign.register, known)
    if (register !== undefined) validateWords(notes, [...place, 'says'], sign.says, register)
    if (seen.has(sign.id))
      noteProblem(notes, [...place, 'id'], { code: 'duplicate_id', message: `“${sign.id}”写了两次。` })
    seen.add(sign.id)
  }
}
