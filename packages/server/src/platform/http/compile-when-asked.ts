import ajvCompiler from '@fastify/ajv-compiler'
import serializerSelector from '@fastify/fast-json-stringify-compiler'
import type { FastifySchema, FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify'

// Undeclared fields of a request are refused, not dropped in silence.
const customOptions = { removeAdditional: false, coerceTypes: 'array', allErrors: false } as const

/**
 * Fastify's own compilers of schemas, put off until a route is first asked: compiling those of all routes takes seconds,
 * and few are asked soon. What was compiled is kept with its schema, for every application of the process.
 */
const compileCheck = ajvCompiler()({}, { customOptions })
const compileText = serializerSelector()()

const checks = new WeakMap<object, ReturnType<typeof compileCheck>>()
const texts = new WeakMap<object, ReturnType<typeof compileText>>()

/** Checks a part of a request. A value that is coerced as a whole, such as one item to a list, takes the old one's place. */
export const checkWhenAsked: FastifySchemaCompiler<FastifySchema> = (route) => {
  const find = keptBy(checks, route.schema, () => compileCheck(route))
  return (value: unknown) => {
    const check = find()
    const holder = { value }
    const place = { parentData: holder, parentDataProperty: 'value', instancePath: '', rootData: holder }
    if (check(value, { ...place, dynamicAnchors: {} }) !== true) return { error: [...(check.errors ?? [])] }
    return holder.value === value || { value: holder.value }
  }
}

/** Writes an answer: nothing leaves that its schema does not name. */
export const writeWhenAsked: FastifySerializerCompiler<FastifySchema> = ({ schema, method, url, httpStatus = '' }) => {
  const find = keptBy(texts, schema, () => compileText({ schema, method, url, httpStatus }))
  return (answer: unknown) => find()(answer)
}

function keptBy<T>(kept: WeakMap<object, T>, schema: object, compile: () => T): () => T {
  return () => {
    const known = kept.get(schema)
    if (known !== undefined) return known
    const compiled = compile()
    kept.set(schema, compiled)
    return compiled
  }
}
