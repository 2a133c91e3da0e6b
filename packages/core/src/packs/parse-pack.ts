import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { nearestName } from '../formula/index.ts'
import { toPlain } from './align-scalars.ts'
import { checkShape } from './check-shape.ts'
import type { PackProblem } from './problem.ts'
import { changeSchemas, Overlay } from './schema/overlay.ts'
import { Pack } from './schema/pack.ts'
import { type PackFile, parseYamlFile, type YamlFile } from './yaml-file.ts'

/** Path into the merged pack: ['indicators', 3, 'formula']. */
export type PackPath = readonly (string | number)[]

/** Finds the file and position that a path of the merged pack came from. */
export interface PackSource {
  place(path: PackPath, part?: 'key' | 'value'): Omit<PackProblem, 'code' | 'message'>
  inside(path: PackPath, text: string, offset: number, length: number): Omit<PackProblem, 'code' | 'message'>
}

export interface ParsedPack {
  /** Present when the shape is right everywhere. */
  readonly pack: Pack | undefined
  /** Present instead, when the files are those of an overlay. */
  readonly overlay: Overlay | undefined
  readonly problems: readonly PackProblem[]
  readonly source: PackSource
}

interface Origin {
  readonly file: YamlFile
  readonly path: PackPath
}

const sectionSchemas: Readonly<Record<string, TSchema>> = Overlay.properties
const listNames = new Set(Object.keys(sectionSchemas).filter((name) => name !== 'pack' && name !== 'verdict'))

/** Reads the YAML files of one pack, merges them by their top-level keys, and checks the shape of every entry. */
export function parsePack(files: readonly PackFile[]): ParsedPack {
  const merged = new Map<string, unknown>()
  const origins = new Map<string, Origin>()
  const problems: PackProblem[] = []
  for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const yaml = parseYamlFile(file)
    problems.push(...yaml.problems)
    const content = toPlain(yaml.root, { type: 'object', properties: sectionSchemas })
    if (yaml.problems.length > 0) continue
    if (typeof content !== 'object' || content === null) {
      problems.push({ code: 'not_a_mapping', message: '文件内容应是若干“键: 值”，如 registers: …', ...yaml.locate([]) })
      continue
    }
    for (const [key, value] of Object.entries(content)) mergeKey(yaml, key, value, { merged, origins, problems })
  }
  const source = sourceOf(origins, files)
  if (files.length === 0)
    problems.push({ code: 'empty_pack', message: '文件夹里没有 .yaml 文件。', ...source.place([]) })
  const unread = problems.some((problem) => problem.code === 'yaml_syntax')
  const isOverlay = isTailoring(merged.get('pack'))
  for (const key of unread ? [] : isOverlay ? Overlay.required : Pack.required) {
    if (!merged.has(key)) {
      problems.push({
        code: 'missing_section',
        message: `标准包缺少“${key}”部分。`,
        ...source.place([]),
        suggestion: missingAdvice(key),
      })
    }
  }
  problems.push(...(unread ? [] : misplaced(merged, isOverlay, source)))
  const candidate: unknown = Object.fromEntries(merged)
  const isRight = problems.length === 0
  return {
    pack: isRight && !isOverlay && Value.Check(Pack, candidate) ? candidate : undefined,
    overlay: isRight && isOverlay && Value.Check(Overlay, candidate) ? candidate : undefined,
    problems,
    source,
  }
}

const isTailoring = (manifest: unknown): boolean =>
  typeof manifest === 'object' && manifest !== null && 'overlays' in manifest

/** What stands in an overlay only, and what never does. */
function misplaced(merged: ReadonlyMap<string, unknown>, isOverlay: boolean, source: PackSource): PackProblem[] {
  const note = (path: PackPath, code: string, message: string, suggestion: string): PackProblem[] => [
    { code, message, ...source.place(path, 'key'), suggestion },
  ]
  if (!isOverlay)
    return merged.has('changes')
      ? note(
          ['changes'],
          'changes_without_overlay',
          '只有细化包才能写 changes。',
          '在 pack: 里写 overlays: { pack: 上级标准包的标识, version: 版本 }；不是细化包的，直接改 parameters、indicators 各处。',
        )
      : []
  const manifest = merged.get('pack')
  const uses = typeof manifest === 'object' && manifest !== null && 'uses' in manifest
  return [
    ...(merged.has('verdict')
      ? note(
          ['verdict'],
          'overlay_verdict',
          '细化包不另写总结论。',
          '要在总结论上加条件，写在 changes 里：{ in: verdict, set: { formula: 原公式 且 新条件 } }。',
        )
      : []),
    ...(uses
      ? note(['pack', 'uses'], 'overlay_uses', '细化包不写 uses。', '上级标准包引用的包，细化包照样能用；删去这一行。')
      : []),
  ]
}

interface Merging {
  readonly merged: Map<string, unknown>
  readonly origins: Map<string, Origin>
  readonly problems: PackProblem[]
}

function mergeKey(file: YamlFile, key: string, value: unknown, into: Merging): void {
  const schema = sectionSchemas[key]
  if (schema === undefined) {
    const near = nearestName(key, Object.keys(sectionSchemas))
    into.problems.push({
      code: 'unknown_section',
      message: `标准包没有“${key}”这一部分。`,
      ...file.locate([key], 'key'),
      suggestion: near === undefined ? `可用的部分：${Object.keys(sectionSchemas).join('、')}。` : `是否为“${near}”？`,
    })
    return
  }
  if (!listNames.has(key)) {
    if (into.merged.has(key))
      into.problems.push({
        code: 'duplicate_section',
        message: `“${key}”只能出现一次，另一处在别的文件里。`,
        ...file.locate([key], 'key'),
      })
    into.problems.push(...shapeProblems(schema, value, file, [key]))
    into.merged.set(key, value)
    into.origins.set(key, { file, path: [key] })
    return
  }
  if (!Array.isArray(value)) {
    into.problems.push({ code: 'wrong_type', message: `“${key}”应是列表，每项以 - 开头。`, ...file.locate([key]) })
    return
  }
  const items: unknown[] = [...listOf(into.merged.get(key))]
  for (const [index, item] of value.entries()) {
    into.problems.push(...shapeProblems(schemaOfItem(key, schema, item), item, file, [key, index]))
    into.origins.set(`${key}/${items.length}`, { file, path: [key, index] })
    items.push(item)
  }
  into.merged.set(key, items)
}

function shapeProblems(schema: TSchema, data: unknown, file: YamlFile, at: PackPath): PackProblem[] {
  return checkShape(schema, data).map(({ path, onKey, ...problem }) => {
    const { code, message, suggestion } = problem
    return {
      code,
      message,
      ...file.locate([...at, ...path], onKey ? 'key' : 'value'),
      ...(suggestion === undefined ? {} : { suggestion }),
    }
  })
}

/** A change is read by the shape of the part that it says it is made in. */
function schemaOfItem(key: string, list: TSchema, item: unknown): TSchema {
  const part = key === 'changes' && typeof item === 'object' && item !== null && 'in' in item ? item.in : undefined
  return changeSchemas[String(part)] ?? itemSchema(list)
}

function itemSchema(list: TSchema): TSchema {
  const items = 'items' in list ? list.items : undefined
  if (typeof items !== 'object' || items === null) throw new Error('A list section of the pack schema lacks items')
  return items
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function sourceOf(origins: ReadonlyMap<string, Origin>, files: readonly PackFile[]): PackSource {
  const fallback = { file: files[0]?.path ?? 'pack.yaml', line: 1, column: 1, length: 1 }
  const find = (path: PackPath): Origin | undefined => {
    const [section, index, ...rest] = path
    if (section === undefined) return undefined
    const whole = origins.get(String(section))
    if (whole) return { file: whole.file, path }
    if (index === undefined) return firstOrigin(origins, String(section))
    const item = origins.get(`${section}/${index ?? 0}`)
    return item && { file: item.file, path: [...item.path, ...rest] }
  }
  return {
    place: (path, part) => {
      const origin = find(path)
      return origin ? origin.file.locate(origin.path, part) : fallback
    },
    inside: (path, text, offset, length) => {
      const origin = find(path)
      return origin ? origin.file.locateInside(origin.path, text, offset, length) : fallback
    },
  }
}

/** A list as a whole is where its first entry stands. */
function firstOrigin(origins: ReadonlyMap<string, Origin>, section: string): Origin | undefined {
  const first = origins.get(`${section}/0`)
  return first && { file: first.file, path: first.path.slice(0, 1) }
}

function missingAdvice(section: string): string {
  const advice: Record<string, string> = {
    pack: '加一段 pack:，写明 id、version、title、issuer、document、scope、since、licence。',
    registers: '至少声明一张台账（registers），写明列的 id、title、type。',
    indicators: '至少声明一项指标（indicators）；没有时写 indicators: []。',
  }
  return advice[section] ?? `加上 ${section}:`
}
