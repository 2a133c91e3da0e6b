import {
  checkTemplate,
  type FoundTag,
  presentFault,
  type TemplateCheck,
  type TemplateFault,
} from '@eduduty/core/documents'
import type { PackPlan } from '@eduduty/core/evaluation'
import { openTemplate } from './open-template.ts'
import { templateHandler } from './template-handler.ts'
import { type WalkedParagraph, walkTemplate } from './walk-paragraphs.ts'

export interface ExaminedTemplate {
  readonly paragraphs: readonly WalkedParagraph[]
  readonly tags: readonly FoundTag[]
  readonly faults: readonly TemplateFault[]
  readonly remarks: readonly string[]
}

/** Reads a template and finds what is wrong in it. Errors: `reports.template_unreadable`. */
export async function examineTemplate(bytes: Uint8Array, plan: PackPlan): Promise<ExaminedTemplate> {
  const docx = await openTemplate(bytes)
  const paragraphs = await walkTemplate(docx)
  const { tags, faults } = checkTemplate(plan, paragraphs)
  const misread = faults.length === 0 ? await misreadTags(bytes, paragraphs, tags) : []
  return { paragraphs, tags, faults: [...faults, ...misread], remarks: remarksOn(paragraphs, tags) }
}

export function presentCheck({ paragraphs, tags, faults, remarks }: ExaminedTemplate): TemplateCheck {
  return { tags: tags.length, faults: faults.map((fault) => presentFault(paragraphs, fault)), remarks: [...remarks] }
}

/** What is filled in must be what was checked: the library reads the file by itself, and both must find the same tags. */
async function misreadTags(
  bytes: Uint8Array,
  paragraphs: readonly WalkedParagraph[],
  tags: readonly FoundTag[],
): Promise<readonly TemplateFault[]> {
  const read = await templateHandler(() => '')
    .parseTags(Buffer.from(bytes))
    .catch(() => [])
  const left = new Map<string, number>()
  for (const { rawText } of read) left.set(rawText, (left.get(rawText) ?? 0) + 1)
  return tags.flatMap((tag) => {
    const count = left.get(tag.raw) ?? 0
    left.set(tag.raw, count - 1)
    return count > 0 || paragraphs[tag.paragraph]?.isFilled !== true ? [] : [misread(tag)]
  })
}

const misread = (tag: FoundTag): TemplateFault => ({
  paragraph: tag.paragraph,
  start: tag.start,
  length: tag.raw.length,
  code: 'misread',
  message: `“${tag.raw}”在文件里被拆得太散，填写时会出错`,
  advice: '请删去整个标记，不换格式一次键入。',
})

function remarksOn(paragraphs: readonly WalkedParagraph[], tags: readonly FoundTag[]): readonly string[] {
  const remarks: string[] = []
  if (tags.length === 0 && !paragraphs.some(({ text }) => /[{}｛｝]/.test(text)))
    remarks.push('模板里没有标记，填写出来与原文一样。')
  return remarks
}
