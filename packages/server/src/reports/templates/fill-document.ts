import { type FigureSource, TemplateFiller, TemplateTooLong } from '@eduduty/core/documents'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { AppError } from '../../platform/errors/app-error.ts'
import { fixedZip } from '../../platform/fixed-zip.ts'
import { printableText } from '../../platform/printable-text.ts'
import { templateHandler } from './template-handler.ts'

/**
 * Fills a checked template from an evaluation. Everything that is no tag stays as it is; the same evaluation gives the
 * same bytes. Errors: `reports.template_too_long`.
 */
export async function fillDocument(template: Uint8Array, source: FigureSource): Promise<Uint8Array> {
  const filler = new TemplateFiller(source)
  const handler = templateHandler((path) => {
    const said = filler.contentOf(path)
    return typeof said === 'string' ? printableText(said) : said
  })
  try {
    return tidyPackage(await handler.process(Buffer.from(template), {}))
  } catch (error) {
    if (error instanceof TemplateTooLong) throw new AppError('reports.template_too_long')
    throw error
  }
}

const ATTACHED = /<Relationship\s[^>]*\/attachedTemplate"[^>]*?(?:\/>|>\s*<\/Relationship>)/g

/** Word fetches an attached template when it opens the document; who reads it should not. */
function tidyPackage(docx: Uint8Array): Uint8Array {
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(docx)).filter(([path]) => !path.endsWith('/')))
  const change = (path: string, pattern: RegExp): void => {
    const part = parts.get(path)
    if (part !== undefined) parts.set(path, strToU8(strFromU8(part).replace(pattern, '')))
  }
  change('word/_rels/settings.xml.rels', ATTACHED)
  change('word/settings.xml', /<w:attachedTemplate\s[^>]*\/>/g)
  return fixedZip(parts)
}
