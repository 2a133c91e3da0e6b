import { isArray, isObject, type Json, type JsonObject, mapObjects } from './json.ts'

/** Schemas as OpenAPI writes them most briefly: one list of values in place of many schemas of one value. */
export function plainSchemas(document: Json): Json {
  return mapObjects(document, (object) => joinedChoices(withoutNull(withoutConstant(object))))
}

function withoutConstant(object: JsonObject): JsonObject {
  const { const: constant, ...rest } = object
  return constant === undefined || isObject(constant) ? object : { ...rest, enum: [constant] }
}

/** OpenAPI 3.0 knows no type `null`: a value or nothing is a value that may be null. */
function withoutNull(object: JsonObject): JsonObject {
  const { anyOf, ...rest } = object
  if (!isArray(anyOf)) return object
  const values = anyOf.filter((choice) => !isObject(choice) || choice.type !== 'null')
  const [first] = values
  if (values.length === anyOf.length || !isObject(first)) return object
  return values.length === 1 ? { ...rest, ...first, nullable: true } : { ...rest, anyOf: values, nullable: true }
}

/** `anyOf` of single values of one type says the same as their `enum`. */
function joinedChoices(object: JsonObject): JsonObject {
  const { anyOf, ...rest } = object
  if (!isArray(anyOf)) return object
  const choices = anyOf.flatMap((choice) => (isObject(choice) && isChoice(choice) ? [choice] : []))
  const types = new Set(choices.map(({ type }) => type))
  const [type] = types
  if (choices.length < anyOf.length || types.size !== 1 || type === undefined) return object
  return { ...rest, type, enum: choices.flatMap((choice) => (isArray(choice.enum) ? choice.enum : [])) }
}

const isChoice = (choice: JsonObject): boolean =>
  Object.keys(choice).every((key) => key === 'type' || key === 'enum') && isArray(choice.enum)
