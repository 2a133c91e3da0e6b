import type { TSchema } from 'typebox'
import type { TLocalizedValidationError } from 'typebox/error'
import { Value } from 'typebox/value'
import { nearestName } from '../formula/index.ts'

/** A fault of shape: where in the data, what, and the nearest right word. */
export interface ShapeFault {
  readonly path: readonly string[]
  /** The fault is about the key itself, not its value. */
  readonly onKey: boolean
  readonly code: string
  readonly message: string
  readonly suggestion?: string
}

/** Compares data with its schema and says every difference in Chinese. */
export function checkShape(schema: TSchema, data: unknown): ShapeFault[] {
  if (Value.Check(schema, data)) return []
  return bestOfUnions(Value.Errors(schema, data)).flatMap((error) => faultsOf(error, schema, data))
}

/** Of the faults inside alternatives, keeps those of the alternative that comes nearest (the fewest faults). */
function bestOfUnions(errors: readonly TLocalizedValidationError[]): TLocalizedValidationError[] {
  const byUnion = new Map<string, Map<string, TLocalizedValidationError[]>>()
  const plain: TLocalizedValidationError[] = []
  for (const error of errors) {
    // A key that is not allowed is told of as such; that nothing may stand under it says the same again.
    if (error.keyword === 'boolean') continue
    const match = /^(.*?\/anyOf)\/(\d+)/.exec(error.schemaPath)
    if (match?.[1] === undefined || match[2] === undefined) {
      if (error.keyword !== 'anyOf') plain.push(error)
      continue
    }
    const union = `${match[1]} ${unionInstance(error)}`
    const variants = byUnion.get(union) ?? new Map<string, TLocalizedValidationError[]>()
    variants.set(match[2], [...(variants.get(match[2]) ?? []), error])
    byUnion.set(union, variants)
  }
  const kept = [...byUnion.values()].flatMap((variants) => {
    const all = [...variants.values()]
    if (all.every((list) => list.every((error) => error.keyword === 'const'))) return [mergeConstants(all.flat())]
    return all.toSorted((a, b) => wrongness(a) - wrongness(b))[0] ?? []
  })
  return [...plain, ...kept]
}

function unionInstance(error: TLocalizedValidationError): string {
  return error.instancePath.split('/').slice(0, 4).join('/')
}

function wrongness(errors: readonly TLocalizedValidationError[]): number {
  return errors.reduce((sum, error) => sum + (error.keyword === 'type' ? 10 : error.keyword === 'required' ? 3 : 1), 0)
}

function mergeConstants(errors: readonly TLocalizedValidationError[]): TLocalizedValidationError {
  const [first] = errors
  if (first === undefined) throw new Error('A union without alternatives cannot fail')
  const allowed = errors.flatMap((error) => (error.keyword === 'const' ? [error.params.allowedValue] : []))
  return { ...first, keyword: 'enum', params: { allowedValues: allowed } }
}

function faultsOf(error: TLocalizedValidationError, schema: TSchema, data: unknown): ShapeFault[] {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  switch (error.keyword) {
    case 'required':
      return error.params.requiredProperties.map((key) =>
        fault(path, 'missing_key', `${entryName(data, path)}缺少必填项“${key}”。`),
      )
    case 'additionalProperties':
      return error.params.additionalProperties.map((key) => {
        const near = nearestName(key, keysAt(schema, path))
        return {
          ...fault(
            [...path, key],
            'unknown_key',
            `没有“${key}”这一项。`,
            near === undefined ? undefined : `是否为“${near}”？`,
          ),
          onKey: true,
        }
      })
    case 'type':
      return [fault(path, 'wrong_type', `这里应为${typeWord(error.params.type)}。`)]
    case 'enum':
      return [fault(path, 'not_allowed', `这里只能是：${error.params.allowedValues.join('、')}。`)]
    case 'const':
      return [fault(path, 'not_allowed', `这里只能是：${String(error.params.allowedValue)}。`)]
    case 'minimum':
      return [fault(path, 'out_of_range', `这里的数不能小于 ${error.params.limit}。`)]
    case 'maximum':
      return [fault(path, 'out_of_range', `这里的数不能大于 ${error.params.limit}。`)]
    case 'minLength':
      return [fault(path, 'empty_text', '这里不能是空的。')]
    case 'maxLength':
      return [fault(path, 'too_long', `这里的文字不能超过 ${error.params.limit} 字。`)]
    case 'pattern':
      return [
        fault(
          path,
          'bad_pattern',
          `写法不合要求，应符合 ${error.params.pattern}。`,
          patternAdvice(String(error.params.pattern)),
        ),
      ]
    case 'minItems':
      return [fault(path, 'too_few', `至少要有 ${error.params.limit} 项。`)]
    default:
      return [fault(path, `shape_${error.keyword}`, '这里的内容不合要求，请对照说明核对写法。')]
  }
}

/** An entry is called by its id: its line may hold a dozen keys, and the missing one has no place of its own. */
function entryName(data: unknown, path: readonly string[]): string {
  const id = field(
    path.reduce<unknown>((inner, step) => field(inner, step), data),
    'id',
  )
  return typeof id === 'string' ? `“${id}”` : ''
}

function fault(path: readonly string[], code: string, message: string, suggestion?: string): ShapeFault {
  return { path, onKey: false, code, message, ...(suggestion === undefined ? {} : { suggestion }) }
}

function typeWord(type: string | string[]): string {
  const words: Record<string, string> = {
    string: '文字',
    number: '数',
    integer: '整数',
    boolean: 'true 或 false',
    array: '列表（每项以 - 开头）',
    object: '一组“键: 值”',
  }
  return [type]
    .flat()
    .map((name) => words[name] ?? name)
    .join('或')
}

function patternAdvice(pattern: string): string | undefined {
  if (pattern.startsWith('^[a-z]')) return '标识以小写英文字母开头，只用小写字母、数字和下划线。'
  if (pattern.includes('\\d{4}-\\d{2}-\\d{2}')) return '日期写作 2017-04-26。'
  return undefined
}

/** Keys that the schema allows at a path, through arrays, records and alternatives. */
function keysAt(schema: unknown, path: readonly string[]): string[] {
  const here = variantsOf(schema)
  const [step, ...rest] = path
  if (step === undefined) return here.flatMap((variant) => Object.keys(objectIn(variant, 'properties')))
  return here.flatMap((variant) => {
    const next =
      objectIn(variant, 'properties')[step] ??
      Object.values(objectIn(variant, 'patternProperties'))[0] ??
      field(variant, 'items')
    return next === undefined ? [] : keysAt(next, rest)
  })
}

function variantsOf(schema: unknown): unknown[] {
  const anyOf = field(schema, 'anyOf')
  return Array.isArray(anyOf) ? anyOf.flatMap(variantsOf) : [schema]
}

function objectIn(value: unknown, key: string): Record<string, unknown> {
  const inner = field(value, key)
  return typeof inner === 'object' && inner !== null ? Object.fromEntries(Object.entries(inner)) : {}
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined
}
