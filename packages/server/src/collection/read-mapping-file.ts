import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { MappingFile } from '@eduduty/core/collection'
import { nearestName } from '@eduduty/core/formula'
import {
  checkShape,
  findStatisticsFaults,
  type Pack,
  type PackProblem,
  parseYamlFile,
  type Register,
  renderPackProblem,
  toPlain,
  type YamlFile,
} from '@eduduty/core/packs'
import { Value } from 'typebox/value'
import { AppError } from '../platform/errors/app-error.ts'

/**
 * Reads a user's mapping of other headings to registers. Errors: `file.unreadable` with every mistake, its line, a
 * caret and the nearest right word.
 */
export async function readMappingFile(path: string, pack: Pack): Promise<MappingFile> {
  const name = basename(path)
  const refuse = (reason: string): AppError => new AppError('file.unreadable', { path: name, reason })
  const text = await readFile(path, 'utf8').catch(() => {
    throw refuse('没有这个对照文件')
  })
  const yaml = parseYamlFile({ path: name, text })
  const content = toPlain(yaml.root, MappingFile)
  const problems = yaml.problems.length > 0 ? yaml.problems : shapeProblems(yaml, content)
  const fits = problems.length === 0 && Value.Check(MappingFile, content)
  const all = fits ? nameProblems(yaml, content, pack) : problems
  if (fits && all.length === 0) return content
  throw refuse(`有 ${all.length} 处不对。\n${all.map((problem) => renderPackProblem(problem, text)).join('\n')}\n`)
}

function shapeProblems(yaml: YamlFile, content: unknown): readonly PackProblem[] {
  return checkShape(MappingFile, content).map(({ path, onKey, ...fault }) => ({
    ...fault,
    ...yaml.locate(path, onKey ? 'key' : 'value'),
  }))
}

/** Registers and columns that the pack does not have. */
function nameProblems(yaml: YamlFile, content: MappingFile, pack: Pack): readonly PackProblem[] {
  return [...mappingProblems(yaml, content, pack), ...statisticsProblems(yaml, content, pack)]
}

function statisticsProblems(yaml: YamlFile, content: MappingFile, pack: Pack): readonly PackProblem[] {
  if (content.mappings === undefined && content.statistics === undefined)
    return [{ code: 'empty_mapping', message: '对照文件里要有 mappings 或 statistics。', ...yaml.locate([]) }]
  return findStatisticsFaults(content.statistics ?? [], pack.registers, pack.statistics ?? []).map(
    ({ path, ...fault }) => ({ ...fault, ...yaml.locate(['statistics', ...path]) }),
  )
}

function mappingProblems(yaml: YamlFile, content: MappingFile, pack: Pack): readonly PackProblem[] {
  return (content.mappings ?? []).flatMap((entry, index): PackProblem[] => {
    const register = pack.registers.find((candidate) => candidate.id === entry.register)
    if (register === undefined)
      return [
        {
          code: 'unknown_register',
          message: `标准包“${pack.pack.title}”没有台账“${entry.register}”。`,
          suggestion: suggestion(entry.register, pack.registers),
          ...yaml.locate(['mappings', index, 'register']),
        },
      ]
    return (['columns', 'constants'] as const).flatMap((part) =>
      Object.keys(entry[part] ?? {}).flatMap((column) => unknownColumn(yaml, register, [index, part, column])),
    )
  })
}

function unknownColumn(
  yaml: YamlFile,
  register: Register,
  [index, part, column]: readonly [number, string, string],
): PackProblem[] {
  if (register.columns.some((candidate) => candidate.id === column)) return []
  return [
    {
      code: 'unknown_column',
      message: `台账“${register.title}”没有“${column}”这一列。`,
      suggestion: suggestion(column, register.columns),
      ...yaml.locate(['mappings', index, part, column], 'key'),
    },
  ]
}

/** The nearest id; a title that was written in place of an id counts as near. */
function suggestion(wrong: string, right: readonly { readonly id: string; readonly title: string }[]): string {
  const byTitle = new Map(right.map(({ id, title }) => [title, id]))
  const near = nearestName(wrong, [...right.map(({ id }) => id), ...byTitle.keys()])
  if (near === undefined) return `可用的：${right.map(({ id, title }) => `${id}（${title}）`).join('、')}`
  const id = byTitle.get(near) ?? near
  return `是否为“${id}”（${right.find((candidate) => candidate.id === id)?.title ?? id}）？`
}
