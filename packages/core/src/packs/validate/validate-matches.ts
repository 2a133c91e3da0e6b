import type { PackPath } from '../parse-pack.ts'
import type { Match, MatchSide } from '../schema/match.ts'
import type { Pack } from '../schema/pack.ts'
import type { Register } from '../schema/register.ts'
import { noteProblem, noteUnknown, type ProblemNotes } from './note-problem.ts'
import { findColumn, validateMatchKeys, validateWords } from './validate-match-keys.ts'

interface AtMatch {
  readonly notes: ProblemNotes
  readonly registers: ReadonlyMap<string, Register>
  readonly match: Match
  readonly path: PackPath
}

/** Comparisons name registers and columns that are there, have a key in common, and lines that can be reached. */
export function validateMatches(pack: Pack, notes: ProblemNotes): void {
  const registers = new Map(pack.registers.map((register) => [register.id, register]))
  for (const [index, match] of (pack.matches ?? []).entries()) {
    const at: AtMatch = { notes, registers, match, path: ['matches', index] }
    validateSide(at, ['left'], match.left)
    for (const [no, side] of match.right.entries()) {
      validateSide(at, ['right', no], side)
      validateExact(at, ['right', no], side)
    }
    validateFound(at)
    validateUnits(at)
    validateExempts(at)
    validateFuzzy(at)
  }
}

function validateSide({ notes, registers, path }: AtMatch, part: PackPath, side: MatchSide): void {
  const register = registers.get(side.register)
  const place = [...path, ...part]
  if (register === undefined) noteUnknown(notes, [...place, 'register'], '台账', side.register, registers.keys())
  else validateMatchKeys(notes, [...place, 'keys'], register, side.keys)
}

/** A key that is certain stands on both sides, and in the same way: sealed on both or on neither. */
function validateExact({ notes, registers, match, path }: AtMatch, part: PackPath, side: MatchSide): void {
  const common = match.exact.filter((role) => match.left.keys[role] !== undefined && side.keys[role] !== undefined)
  if (common.length === 0)
    noteProblem(notes, [...path, ...part, 'keys'], {
      code: 'match_without_key',
      message: `“${match.title}”的两边没有可以直接比的号码。`,
      suggestion: '在 exact 里写两边 keys 都有的 identity 或 number。',
    })
  for (const role of common) {
    const left = findColumn(registers.get(match.left.register), match.left.keys[role])
    const right = findColumn(registers.get(side.register), side.keys[role])
    if (left === undefined || right === undefined || left.personal === right.personal) continue
    noteProblem(notes, [...path, ...part, 'keys', role], {
      code: 'match_sealed_apart',
      message: `“${left.title}”和“${right.title}”的个人信息类别不同，存法不同，比不上。`,
      suggestion: '两列的 personal 要写成一样的。',
    })
  }
}

function validateFound({ notes, registers, match, path }: AtMatch): void {
  const found = match.finds === '右边没有左边' ? match.right : [match.left]
  for (const side of found) {
    const register = registers.get(side.register)
    if (register === undefined) continue
    validateWords(notes, [...path, 'says'], match.says, register)
    if (match.group !== undefined) validateWords(notes, [...path, 'group'], match.group, register)
    if (side.keys.name === undefined)
      noteProblem(notes, [...path], {
        code: 'match_without_name',
        message: `“${match.title}”找到的人没有姓名，没法去核实。`,
        suggestion: `在“${register.title}”的 keys 里写 name。`,
      })
  }
}

function validateUnits({ notes, match, path }: AtMatch): void {
  const { units, left, right, finds, fuzzy, ledger } = match
  if (units !== undefined && [left, ...right].some(({ keys }) => keys.unit === undefined))
    noteProblem(notes, [...path, 'units'], {
      code: 'match_without_unit',
      message: `“${match.title}”要比单位，两边的 keys 里都要写 unit。`,
    })
  if (units !== undefined && fuzzy !== undefined)
    noteProblem(notes, [...path, 'fuzzy'], {
      code: 'match_units_fuzzy',
      message: `“${match.title}”要比单位，只能比号码，不能写 fuzzy。`,
    })
  if (ledger === '双重学籍' && (units !== '不同' || finds !== '两边都有'))
    noteProblem(notes, [...path, 'ledger'], {
      code: 'match_roll_twice',
      message: '进“双重学籍”的比对要写 finds: 两边都有、units: 不同，才知道学籍在哪几所学校。',
    })
}

function validateExempts(at: AtMatch): void {
  const { notes, match, path } = at
  for (const [no, exempt] of (match.exempt ?? []).entries()) {
    const place = [...path, 'exempt', no]
    if ((exempt.when === undefined) === (exempt.in === undefined))
      noteProblem(notes, place, { code: 'exempt_unclear', message: '豁免要写 when 或 in，只能写一个。' })
    if ((exempt.counts_as === undefined) === (exempt.ledger === undefined))
      noteProblem(notes, place, {
        code: 'exempt_open',
        message: `“${exempt.says}”没有说清怎样办：写 counts_as（算什么）或 ledger（进哪本台账），只能写一个。`,
      })
    if (exempt.in === undefined) continue
    validateSide(at, ['exempt', no, 'in'], exempt.in)
    validateExact(at, ['exempt', no, 'in'], exempt.in)
  }
}

function validateFuzzy({ notes, match, path }: AtMatch): void {
  const { fuzzy, left, right } = match
  if (fuzzy === undefined) return
  const most = Object.values(fuzzy.weights).reduce((sum, { agree }) => sum + agree, 0)
  if (fuzzy.likely < fuzzy.propose)
    noteProblem(notes, [...path, 'fuzzy', 'likely'], {
      code: 'match_lines_turned',
      message: `把握大的分数线 ${fuzzy.likely} 低于请人看的分数线 ${fuzzy.propose}。`,
    })
  if (fuzzy.propose > most)
    noteProblem(notes, [...path, 'fuzzy', 'propose'], {
      code: 'match_line_unreachable',
      message: `各项全相同也只有 ${most} 分，够不到分数线 ${fuzzy.propose}。`,
    })
  for (const { keys } of [left, ...right])
    if (keys.name === undefined || (keys.birth === undefined && keys.identity === undefined)) {
      noteProblem(notes, [...path, 'fuzzy'], {
        code: 'match_too_little',
        message: '看像不像，两边的 keys 至少要有 name，还要有 birth 或 identity。',
      })
      return
    }
}
