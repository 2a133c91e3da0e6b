import type { CauseView } from './assessment.ts'

/**
 * What has to be handed in before something can be judged, each once: 南山乡初级中学的学校填报表, or, where the form is there
 * but for some items, 柳林镇第二中学的学校补充表“高中学生人数”. `titles`: of registers, by id.
 */
export function owedItems(causes: readonly CauseView[], titles: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set(causes.map((cause) => owedItem(cause, titles.get(cause.register ?? ''))).filter(Boolean))]
}

function owedItem({ unit, unit_name: name, message }: CauseView, title: string | undefined): string {
  const who = name ?? unit ?? ''
  if (title === undefined) return who
  // The sentence of a cause quotes the items of a form that is there; of a form that is not, it quotes none.
  const items = /“.*$/.exec(message)?.[0] ?? ''
  return `${who === '' ? '' : `${who}的`}${title}${items}`
}

/** Joined for a sentence that has room for `most`. */
export const owedText = (items: readonly string[], most: number): string =>
  items.length > most ? `${items.slice(0, most).join('、')}等${items.length}处` : items.join('、')
