import {
  COUNTY,
  checkAt,
  type FormulaNotes,
  findGrain,
  type PackPlan,
  planPack,
  validateTemplate,
} from '../evaluation/index.ts'
import {
  type Form,
  formulasOf,
  type Outline,
  type Pack,
  type PackPath,
  type PackProblem,
  type PackSource,
  parseTemplate,
} from '../packs/index.ts'
import { validateSmall } from './validate-small.ts'
import { fullNameWord, WORD_NAMES } from './word-names.ts'

const templateKeys = new Set([
  'text',
  'lead',
  'lead_all',
  'item',
  'end',
  'none',
  'unknown',
  'kept',
  'single',
  'many',
  'title',
  'addressee',
  'signer',
  'date',
  'file',
])
const truthKeys = new Set(['where', 'when', 'shade'])
const valueKeys = new Set(['value', 'order_by', 'below', 'total', 'parts'])
/** Keys with a list of formulas. */
const listKeys = new Set(['values', 'counts'])
/** Keys whose content is evaluated at each subject of `over`, not where the block stands. */
const repeatedKeys = new Set([
  'where',
  'order_by',
  'row',
  'item',
  'below',
  'counts',
  'sums',
  'totals',
  'rates',
  'bounds',
])

interface Walk {
  readonly plan: PackPlan
  readonly notes: FormulaNotes
  /** Words that need no formula. */
  readonly words: ReadonlySet<string>
}

/** Formulas and places of official forms and report outlines: each must make sense at the subject where it stands. */
export function validateDocuments(pack: Pack, source: PackSource): PackProblem[] {
  const words = new Set([...WORD_NAMES, ...pack.indicators.map(({ id }) => fullNameWord(id))])
  const walk: Walk = { plan: planPack(pack), notes: { problems: [], source }, words }
  for (const section of ['forms', 'reports'] as const) {
    for (const [index, document] of (pack[section] ?? []).entries())
      visit(walk, document, [section, index], grainOf(walk, document))
  }
  for (const [index, outline] of (pack.reports ?? []).entries()) {
    checkEach(walk, outline, ['reports', index])
    validateSmall({ pack, notes: walk.notes, words }, outline, ['reports', index])
  }
  return walk.notes.problems
}

const grainOf = (walk: Walk, document: Form | Outline): string =>
  ('each' in document ? grainNamed(walk, document.each) : undefined) ?? COUNTY

/** A report of which there are many must say in its file name whose it is. */
function checkEach({ plan, notes }: Walk, { each, file }: Outline, path: PackPath): void {
  if (each === undefined) return
  if (findGrain(plan.pack, each) === undefined)
    notes.problems.push({
      code: 'unknown_grain',
      message: `没有“${each}”这一粒度，不知道要给谁各写一份`,
      ...notes.source.place([...path, 'each']),
      suggestion: '写 grains 里声明过的粒度，如 township',
    })
  if (!formulasOf(parseTemplate(file)).includes('对象名称'))
    notes.problems.push({
      code: 'same_file_for_all',
      message: '每个对象一份的报告都用同一个文件名，会互相覆盖',
      ...notes.source.place([...path, 'file']),
      suggestion: '在文件名里写上 {对象名称}',
    })
}

function visit(walk: Walk, node: unknown, path: PackPath, grain: string): void {
  if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) visit(walk, item, [...path, index], grain)
    return
  }
  if (!isObject(node)) return
  const entries: readonly (readonly [string, unknown])[] = Object.entries(node)
  const keys = new Map(entries)
  const at = keys.get('at')
  const here = grainNamed(walk, isObject(at) && 'grain' in at ? at.grain : undefined) ?? grain
  const over = grainNamed(walk, keys.get('over'))
  const from = keys.get('from')
  // Where the counts of a rate stand, and the total of all subjects.
  const elsewhere = new Map([
    ['counts', grainNamed(walk, isObject(from) && 'grain' in from ? from.grain : undefined)],
    ['total', keys.has('parts') ? COUNTY : undefined],
  ])
  for (const [key, value] of entries) {
    const place = elsewhere.get(key) ?? (over !== undefined && repeatedKeys.has(key) ? over : here)
    if (typeof value === 'string') visitText(walk, key, value, [...path, key], place)
    else if (key === 'kept' && Array.isArray(value)) visitWays(walk, value, [...path, key], place)
    else if (key === 'of') visitTemplates(walk, value, [...path, key], place)
    else if (listKeys.has(key) && Array.isArray(value)) visitFormulas(walk, value, [...path, key], place)
    else visit(walk, value, [...path, key], place)
  }
}

/** Several ways of saying one thing. */
function visitWays(walk: Walk, ways: readonly unknown[], path: PackPath, grain: string): void {
  for (const [index, way] of ways.entries())
    if (typeof way === 'string') visitText(walk, 'kept', way, [...path, index], grain)
}

/** Templates under ids of indicators. */
function visitTemplates(walk: Walk, templates: unknown, path: PackPath, grain: string): void {
  if (!isObject(templates)) return
  for (const [id, text] of Object.entries(templates)) {
    if (typeof text === 'string') visitText(walk, 'text', text, [...path, id], grain)
  }
}

function visitText(walk: Walk, key: string, text: string, path: PackPath, grain: string): void {
  if (templateKeys.has(key)) validateTemplate(walk.plan, walk.notes, path, text, grain, walk.words)
  else if (truthKeys.has(key))
    checkAt(walk.notes, path, text, walk.plan.scope(grain), { type: 'truth', zeroDenominator: 'not_applicable' })
  else if (valueKeys.has(key)) visitFormulas(walk, [text], path, grain)
}

function visitFormulas(walk: Walk, formulas: readonly unknown[], path: PackPath, grain: string): void {
  for (const [index, formula] of formulas.entries()) {
    const at = formulas.length > 1 ? [...path, index] : path
    if (typeof formula === 'string' && !walk.words.has(formula))
      checkAt(walk.notes, at, formula, walk.plan.scope(grain), { zeroDenominator: 'not_applicable' })
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function grainNamed(walk: Walk, id: unknown): string | undefined {
  return typeof id === 'string' && findGrain(walk.plan.pack, id) !== undefined ? id : undefined
}
