import { COUNTY, type PackPlan } from '../../evaluation/index.ts'
import { FAILING_LOOP, ITEM_LOOPS, loopGrains } from './loop-names.ts'
import type { TemplateName } from './template-contract.ts'
import { DOCUMENT_HELP, FAILING_HELP, ITEM_HELP, SUBJECT_HELP, type WordHelp } from './template-words.ts'

/** Everything that a template of this pack may name, ready to be copied, in the order in which a writer needs it. */
export function listTemplateNames(plan: PackPlan): readonly TemplateName[] {
  const { pack } = plan
  const grains = loopGrains(pack)
  return [
    ...words('到处可用', DOCUMENT_HELP),
    ...figures(plan, COUNTY, '县的数'),
    ...judgements(plan, COUNTY, '县的达标情况'),
    ...grains.map(({ title }) => loop('循环与条件', title, `逐个写${title}，可加条件、排序和条数`)),
    ...[...ITEM_LOOPS.keys()].map((name) => loop('循环与条件', name, `逐项写${name}`)),
    loop('循环与条件', FAILING_LOOP, '写在 {#未达标指标} 里面，逐个写没有达标的学校、乡镇等'),
    ...conditions(plan),
    ...grains.flatMap(({ id, title }) => [
      ...words(`在 {#${title}} 里`, SUBJECT_HELP),
      ...figures(plan, id, `在 {#${title}} 里`),
      ...judgements(plan, id, `在 {#${title}} 里`),
    ]),
    ...words('在 {#未达标指标} 等里', ITEM_HELP),
    ...words(`在 {#${FAILING_LOOP}} 里`, FAILING_HELP),
  ]
}

const words = (group: string, help: WordHelp): readonly TemplateName[] =>
  help.map(([word, says]) => ({ group, title: word, text: `{${word}}`, help: says }))

const loop = (group: string, title: string, help: string): TemplateName => ({
  group,
  title,
  text: `{#${title}}{/${title}}`,
  help,
})

/** A first condition to copy and change. */
function conditions({ pack }: PackPlan): readonly TemplateName[] {
  const indicator = pack.indicators.find(({ grain }) => grain === COUNTY) ?? pack.indicators[0]
  if (indicator === undefined) return []
  return [
    {
      group: '循环与条件',
      title: '条件',
      text: `{#${indicator.title}.达标}{/}`,
      help: '成立才写中间的内容；括号里可以是任何真假式',
    },
  ]
}

function figures(plan: PackPlan, grain: string, group: string): readonly TemplateName[] {
  const { elements = [], indicators } = plan.pack
  return [...elements, ...indicators]
    .filter((node) => node.grain === grain)
    .map((node) => {
      const isNumber = plan.typeOf(node.id) === 'number'
      const decimals = node.display?.decimals ?? (node.display?.percent === true ? undefined : 2)
      const format =
        isNumber && decimals !== undefined ? `|${node.display?.percent === true ? '%' : ''}${decimals}` : ''
      const unit = node.display?.percent === true ? '%' : node.unit
      return {
        group,
        title: node.title,
        text: `{${node.title}${format}}`,
        help: node.note ?? '',
        ...(unit !== undefined && { unit }),
      }
    })
}

const judgements = (plan: PackPlan, grain: string, group: string): readonly TemplateName[] =>
  plan.pack.indicators
    .filter((one) => one.grain === grain)
    .map(({ title }) => ({
      group,
      title: `${title}.达标`,
      text: `{${title}.达标}`,
      help: '达标、未达标、待定或不适用',
    }))
