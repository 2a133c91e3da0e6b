import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { MappingFile } from '@eduduty/core/collection'
import type { Pack } from '@eduduty/core/packs'
import { Value } from 'typebox/value'
import { parse } from 'yaml'
import { AppError } from '../platform/errors/app-error.ts'

/** Reads a user's mapping of other headings to registers. Errors: `file.unreadable`, saying which entry is wrong. */
export async function readMappingFile(path: string, pack: Pack): Promise<MappingFile> {
  const refuse = (reason: string): AppError => new AppError('file.unreadable', { path: basename(path), reason })
  const text = await readFile(path, 'utf8').catch(() => {
    throw refuse('没有这个对照文件')
  })
  let content: unknown
  try {
    content = parse(text)
  } catch (error) {
    throw refuse(`不是合格的 YAML：${error instanceof Error ? error.message.split('\n')[0] : ''}`)
  }
  if (!Value.Check(MappingFile, content)) {
    const [first] = Value.Errors(MappingFile, content)
    throw refuse(`${first?.instancePath.replace(/^\//, '').replaceAll('/', ' → ') ?? ''} 不合要求`)
  }
  for (const [index, entry] of content.mappings.entries()) {
    const register = pack.registers.find((candidate) => candidate.id === entry.register)
    if (register === undefined)
      throw refuse(
        `第 ${index + 1} 条的台账“${entry.register}”不在标准包中，可用：${pack.registers.map((item) => item.id).join('、')}`,
      )
    for (const column of [...Object.keys(entry.columns ?? {}), ...Object.keys(entry.constants ?? {})])
      if (!register.columns.some((candidate) => candidate.id === column))
        throw refuse(`第 ${index + 1} 条：台账“${register.title}”没有“${column}”这一列`)
  }
  return content
}
