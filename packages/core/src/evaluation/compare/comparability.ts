import type { Assessment, CoverageView, Figure, NodeView } from '../assessment.ts'
import { wordedStandard } from '../standard-words.ts'
import type { Comparability, ReasonNotComparable } from './comparison-contract.ts'

/** One of two things to compare: where a figure stands, with everything of its run that decides what it means. */
export interface Side {
  readonly run: Pick<Assessment['run'], 'pack'>
  readonly year: number
  readonly nodes: ReadonlyMap<string, NodeView>
  readonly figure: Figure | undefined
  /** Of the item, where the figure has none of its own. */
  readonly coverage?: CoverageView | undefined
}

/**
 * Whether two values of one node say the same thing, and whether their lights do. A changed standard leaves the values
 * comparable and the lights not; another formula, unit or coverage leaves neither.
 */
export function compareSides(node: string, before: Side, after: Side): Comparability {
  const blocking = [
    ...packReasons(node, before, after),
    ...formulaReasons(node, before, after),
    ...coverageReasons(before, after),
  ]
  const standard = standardReasons(before, after)
  const notes = versionNotes(before, after)
  return {
    value: blocking.length === 0,
    light: blocking.length === 0 && standard.length === 0,
    reasons: [...blocking, ...standard, ...notes],
  }
}

function packReasons(node: string, before: Side, after: Side): ReasonNotComparable[] {
  if (before.run.pack.id !== after.run.pack.id)
    return [
      {
        code: 'pack',
        text: `标准包不同：${before.year}年为“${before.run.pack.title}”，${after.year}年为“${after.run.pack.title}”`,
      },
    ]
  const absent = [before, after].filter((side) => !side.nodes.has(node)).map(({ year }) => `${year}年`)
  return absent.length === 0 ? [] : [{ code: 'absent', text: `${absent.join('、')}的标准包没有这一项` }]
}

/** Another version alone changes nothing: what it changed of this node is told by the other reasons. */
function versionNotes(before: Side, after: Side): ReasonNotComparable[] {
  const [was, now] = [before.run.pack, after.run.pack]
  if (was.id !== now.id || was.hash === now.hash) return []
  const versions = was.version === now.version ? '内容' : `版本（${was.version} → ${now.version}）`
  return [{ code: 'version', text: `标准包${versions}不同` }]
}

function formulaReasons(node: string, before: Side, after: Side): ReasonNotComparable[] {
  const [was, now] = [before.nodes.get(node), after.nodes.get(node)]
  if (was === undefined || now === undefined || before.run.pack.hash === after.run.pack.hash) return []
  const reasons: ReasonNotComparable[] = []
  if (formulaKey(was) !== formulaKey(now)) reasons.push({ code: 'formula', text: '公式改了' })
  else {
    const changed = changedInputs(was, before, after)
    if (changed.length > 0) reasons.push({ code: 'input', text: `所用的“${changed.slice(0, 3).join('”“')}”公式改了` })
  }
  if (was.unit !== now.unit || was.percent !== now.percent)
    reasons.push({ code: 'unit', text: `计量单位改了：${unitWords(was)} → ${unitWords(now)}` })
  if (was.grain !== now.grain) reasons.push({ code: 'grain', text: '评价对象改了' })
  return reasons
}

const unitWords = (node: NodeView): string => (node.percent === true ? '%' : (node.unit ?? '无单位'))

const formulaKey = ({ formula }: NodeView): string =>
  Object.keys(formula)
    .toSorted()
    .map((stage) => `${stage}=${formula[stage]}`)
    .join('\n')

/** Titles of the nodes below a node, however deep, whose own formula is another one. */
function changedInputs(node: NodeView, before: Side, after: Side): string[] {
  const byTitle = new Map([...before.nodes.values()].map((one) => [one.title, one]))
  const seen = new Set<string>([node.id])
  const open = [node]
  const changed: string[] = []
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const word of Object.values(at.formula).flatMap((text) => text.split(/[^\p{L}\p{N}_]+/u))) {
      const input = byTitle.get(word)
      if (input === undefined || seen.has(input.id)) continue
      seen.add(input.id)
      open.push(input)
      const now = after.nodes.get(input.id)
      if (now === undefined || formulaKey(now) !== formulaKey(input)) changed.push(input.title)
    }
  }
  return changed
}

function coverageReasons(before: Side, after: Side): ReasonNotComparable[] {
  const missing = [before, after].filter(({ figure }) => figure?.value === undefined)
  if (missing.length > 0)
    return [
      { code: 'missing', text: missing.map(({ year, figure }) => `${year}年${figure?.shown ?? '没有'}`).join('、') },
    ]
  const holes = [before, after].map(holesOf)
  if (holes[0] === holes[1]) return []
  return [{ code: 'coverage', text: `上报范围不同：${holesText(before)}，${holesText(after)}` }]
}

function holesOf({ figure, coverage }: Side): number {
  const known = figure?.coverage ?? coverage
  return known === undefined ? 0 : known.expected - known.not_applicable - known.reported
}

function holesText({ year, figure, coverage }: Side): string {
  const known = figure?.coverage ?? coverage
  if (known === undefined) return `${year}年齐全`
  return `${year}年应报 ${known.expected - known.not_applicable}、已报 ${known.reported}`
}

function standardReasons(before: Side, after: Side): ReasonNotComparable[] {
  const [was, now] = [before.figure?.standard, after.figure?.standard]
  if (was === undefined && now === undefined) return []
  // Runs of before keep words as formulas have them: = "做到".
  const [wasText, nowText] = [was, now].map((one) => one && wordedStandard(one.text))
  if (was?.value === now?.value && wasText === nowText) return []
  return [{ code: 'standard', text: `标准改了：${wasText ?? '没有'} → ${nowText ?? '没有'}` }]
}
