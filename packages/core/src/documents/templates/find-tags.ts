import type { FoundTag, TemplateFault, TemplateParagraph } from './template-check.ts'

const fault = (paragraph: number, start: number, length: number, code: string, message: string, advice: string) => ({
  paragraph,
  start,
  length,
  code,
  message,
  advice,
})

/**
 * Finds the tags of a template as they will be filled in: from a brace to the first closing one, within one paragraph.
 * What could be filled in wrongly or not at all is a fault.
 */
export function findTags(paragraphs: readonly TemplateParagraph[]): {
  readonly tags: readonly FoundTag[]
  readonly faults: readonly TemplateFault[]
} {
  const found = paragraphs.map((paragraph, index) => findInParagraph(paragraph, index))
  return { tags: found.flatMap(({ tags }) => tags), faults: found.flatMap(({ faults }) => faults) }
}

function findInParagraph(paragraph: TemplateParagraph, index: number) {
  const { text } = paragraph
  const tags: FoundTag[] = []
  const faults: TemplateFault[] = wideBraces(text, index)
  let at = 0
  while (at < text.length) {
    const here = text[at]
    if (here === '}') faults.push(fault(index, at, 1, 'stray_close', '多出一个“}”，前面没有“{”', '补上“{”，或删去它。'))
    const close = here === '{' ? text.indexOf('}', at) : -1
    if (here === '{' && close < 0) {
      faults.push(unclosed(text, index, at))
      break
    }
    if (here !== '{') {
      at += 1
      continue
    }
    const raw = text.slice(at, close + 1)
    const problem = problemOfTag(paragraph, index, at, raw)
    if (problem === undefined) tags.push({ paragraph: index, start: at, raw })
    else faults.push(problem)
    at = close + 1
  }
  return { tags, faults }
}

const unclosed = (text: string, index: number, at: number): TemplateFault =>
  fault(
    index,
    at,
    Math.min(text.length - at, 30),
    'unclosed',
    '“{”没有对应的“}”',
    '标记要在同一段里写完：补上“}”，中间不能换段；不是标记的，请改用别的括号。',
  )

function problemOfTag(paragraph: TemplateParagraph, index: number, at: number, raw: string): TemplateFault | undefined {
  const say = (code: string, message: string, advice: string) => fault(index, at, raw.length, code, message, advice)
  if (raw.indexOf('{', 1) > 0) return say('nested', '一个“{”还没有结束，又有一个“{”', '先补上前一个的“}”。')
  if (!paragraph.isFilled)
    return say('not_filled', `${paragraph.place}里的标记不会被填写`, '请把它移到正文、页眉或页脚。')
  if (paragraph.breaks.some((end) => end > at && end < at + raw.length))
    return say(
      'broken_up',
      '标记的一部分在超链接、域或修订里，填写时会出错',
      '请接受或拒绝修订、取消超链接，删去整个标记后重新键入。',
    )
  return undefined
}

/** Braces as Chinese input methods type them look alike, but are no tags. */
function wideBraces(text: string, index: number): TemplateFault[] {
  return [...text.matchAll(/｛([^｛｝{}]*)[｝}]|\{([^｛｝{}]*)｝/gu)].map((found) => ({
    ...fault(
      index,
      found.index,
      found[0].length,
      'wide_braces',
      `“${found[0]}”用的是全角花括号，不会被填写`,
      '请用半角的 { 和 }。',
    ),
    suggestion: `{${found[1] ?? found[2] ?? ''}}`,
  }))
}
