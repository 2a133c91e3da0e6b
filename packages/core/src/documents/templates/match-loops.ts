import { faultAt } from './fault-at.ts'
import { readTag } from './read-tag.ts'
import type { FoundTag, TemplateFault, TemplateParagraph } from './template-check.ts'

interface Open {
  readonly tag: FoundTag
  readonly name: string
}

/** So many loops stand within each other at most: each one multiplies what is written. */
const DEEPEST = 3

/** Every loop must be closed, in its own part of the page and its own table, or rows and cells would be torn apart. */
export function matchLoops(paragraphs: readonly TemplateParagraph[], tags: readonly FoundTag[]): TemplateFault[] {
  const faults: TemplateFault[] = []
  const open: Open[] = []
  const leave = (): void => {
    for (const { tag, name } of open.splice(0))
      faults.push(faultAt(tag, 'loop_unclosed', `“${tag.raw}”没有结束`, `请在要重复的内容后面写 {/${name}}。`))
  }
  let part = ''
  for (const tag of tags) {
    const paragraph = paragraphs[tag.paragraph]
    if (paragraph === undefined) continue
    const here = partOf(paragraph)
    if (here !== part) leave()
    part = here
    const read = readTag(tag.raw)
    if (read.kind === 'open') {
      open.push({ tag, name: read.head?.name ?? read.text })
      faults.push(...faultsOfOpening(paragraph, tag, open.length))
    } else if (read.kind === 'close') faults.push(...close(paragraphs, open.pop(), tag, read.name))
  }
  leave()
  return faults
}

/** The file's part that is filled in by itself. */
const partOf = ({ container }: TemplateParagraph): string => container.split('#')[0] ?? ''

function faultsOfOpening(paragraph: TemplateParagraph, tag: FoundTag, depth: number): TemplateFault[] {
  if (paragraph.isPictureText)
    return [faultAt(tag, 'loop_in_picture', '图片的替代文字里不能写循环和条件', '请移到正文。')]
  if (paragraph.inControl)
    return [faultAt(tag, 'loop_in_control', '内容控件里不能写循环和条件', '请删去内容控件，把文字留在正文里。')]
  if (depth > DEEPEST) return [faultAt(tag, 'loop_too_deep', `循环最多套${DEEPEST}层`, '请减少一层。')]
  return []
}

function close(
  paragraphs: readonly TemplateParagraph[],
  opened: Open | undefined,
  tag: FoundTag,
  name: string,
): TemplateFault[] {
  if (opened === undefined)
    return [
      faultAt(
        tag,
        'loop_unopened',
        `“${tag.raw}”前面没有开始的标记`,
        `请补上 {#${name === '' ? '…' : name}}，或删去它。`,
      ),
    ]
  if (name !== '' && name !== opened.name && !opened.tag.raw.includes(name))
    return [
      faultAt(tag, 'loop_mixed', `“${opened.tag.raw}”还没有结束，先写了“${tag.raw}”`, `这里应是 {/${opened.name}}。`),
    ]
  const [from, to] = [paragraphs[opened.tag.paragraph], paragraphs[tag.paragraph]]
  if (from === undefined || to === undefined) return []
  return faultsOfReach(from, to, opened.tag, tag)
}

/** Where a loop begins and ends decides what is repeated: rows, columns, or text. */
function faultsOfReach(
  from: TemplateParagraph,
  to: TemplateParagraph,
  opened: FoundTag,
  tag: FoundTag,
): TemplateFault[] {
  if (from.container !== to.container)
    return [
      faultAt(
        tag,
        'loop_across',
        `“${opened.raw}”在${from.place}，结束却在${to.place}`,
        '开始和结束要在同一个文本框里，或都在文本框外。',
      ),
    ]
  if (from.table !== to.table)
    return [
      faultAt(
        tag,
        'loop_across',
        `“${opened.raw}”在${from.place}，结束却在${to.place}`,
        '要重复表格的行，请把开始写在那一行的第一格，结束写在最后一格；要重复整张表，请都写在表格外。',
      ),
    ]
  if (from.table !== '' && from.cell !== to.cell && from.column === to.column)
    return [
      faultAt(
        tag,
        'loop_column',
        `“${opened.raw}”开始和结束在同一列的两格里，会重复这一列而不是行`,
        '要逐行重复，请把结束移到最后一行的最后一格。',
      ),
    ]
  return []
}
