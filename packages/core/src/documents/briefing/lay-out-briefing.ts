import type { Assessment, ItemView, Trace } from '../../evaluation/index.ts'
import type { BriefingChapter, BriefingEntry, BriefingModel } from './briefing-model.ts'
import { itemFacts } from './item-facts.ts'
import { likelyAnswer } from './likely-answer.ts'
import { tellFacts } from './tell-facts.ts'

/** Chapter of the items for which the pack names nobody. */
const NOBODY = '未写明责任单位的事项'

/** Departments that answer for an item of the run, in the order in which the pack names them. */
export function briefedPosts({ sections }: Pick<Assessment, 'sections'>): readonly string[] {
  const items = sections.flatMap((section) => section.items)
  const named = new Set(items.flatMap(({ responsible }) => responsible))
  return [...named, ...(items.some(({ responsible }) => responsible.length === 0) ? [NOBODY] : [])]
}

/**
 * One chapter for each department: every figure that it answers for, what is short first. `assessment` with the figures
 * of its indicators, `traces` of those that `tracedFigures` names and of those behind them, `remedies` by indicator.
 */
export function layOutBriefing(
  assessment: Assessment,
  traces: ReadonlyMap<string, Trace>,
  remedies: ReadonlyMap<string, string> = new Map(),
): BriefingModel {
  const { county, year, pack } = assessment.run
  return {
    title: `${pack.title}\n部门备答手册`,
    county: county.name,
    year,
    chapters: briefedPosts(assessment).map((post) => layOutChapter({ assessment, traces, remedies }, post)),
  }
}

const ORDER: readonly ItemView['state'][] = ['unmet', 'error', 'undecided', 'met', 'not_applicable']

interface Told {
  readonly assessment: Assessment
  readonly traces: ReadonlyMap<string, Trace>
  readonly remedies: ReadonlyMap<string, string>
}

function layOutChapter(told: Told, post: string): BriefingChapter {
  const items = told.assessment.sections
    .flatMap((section) => section.items)
    .filter(({ responsible }) => (post === NOBODY ? responsible.length === 0 : responsible.includes(post)))
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
  const count = (word: string, ...states: readonly ItemView['state'][]): string[] => {
    const found = items.filter(({ state }) => states.includes(state)).length
    return found === 0 ? [] : [`${word}${found}项`]
  }
  const counts = [
    ...count('未达标', 'unmet', 'error'),
    ...count('待定', 'undecided'),
    ...count('达标', 'met'),
    ...count('不适用', 'not_applicable'),
  ]
  return {
    post,
    intro: `共${items.length}项：${counts.join('，')}。`,
    entries: items.flatMap((item) => layOutEntry(told, item) ?? []),
  }
}

function layOutEntry({ assessment, traces, remedies }: Told, item: ItemView): BriefingEntry | undefined {
  const facts = itemFacts(assessment, item, traces)
  if (facts === undefined) return undefined
  const { no, title } = facts.node
  return {
    title: no === undefined ? title : `${no} ${title}`,
    facts: tellFacts(facts, assessment).filter(([, text]) => text !== ''),
    ...likelyAnswer(facts, assessment, remedies.get(item.indicator)),
  }
}
