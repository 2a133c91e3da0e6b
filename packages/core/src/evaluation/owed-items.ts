import type { CauseView } from './assessment.ts'

/** Items of one form that are named; of more it is told how many they are. */
const NAMED = 3

/**
 * What has to be handed in before something can be judged, each once: 南山乡初级中学的学校填报表, or, where the form is there
 * but for some items, 柳林镇第二中学的学校补充表“高中学生人数”. `titles`: of registers, by id.
 */
export function owedItems(causes: readonly CauseView[], titles: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set(causes.map((cause) => owedItem(cause, titles.get(cause.register ?? ''))).filter(Boolean))]
}

function owedItem({ unit, unit_name: name, items = [] }: CauseView, title: string | undefined): string {
  const who = name ?? unit ?? ''
  if (title === undefined) return who
  return `${who === '' ? '' : `${who}的`}${title}${quotedItems(items)}`
}

/** “在校生”“班数”“教师”等 5 项: items of a form by their titles; nothing where there are none. */
export function quotedItems(items: readonly string[]): string {
  const quoted = items.slice(0, NAMED).map((item) => `“${item}”`)
  return `${quoted.join('')}${items.length > NAMED ? `等 ${items.length} 项` : ''}`
}

/** Joined for a sentence that has room for `most`. */
export const owedText = (items: readonly string[], most: number): string =>
  items.length > most ? `${items.slice(0, most).join('、')}等${items.length}处` : items.join('、')
