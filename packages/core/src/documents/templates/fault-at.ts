import type { FoundTag, TemplateFault } from './template-check.ts'

/** What is wrong with a whole tag, with what could stand in its place. */
export const faultAt = (
  tag: FoundTag,
  code: string,
  message: string,
  advice: string,
  suggestion?: string,
): TemplateFault => ({
  paragraph: tag.paragraph,
  start: tag.start,
  length: tag.raw.length,
  code,
  message,
  advice,
  ...(suggestion !== undefined && { suggestion }),
})
