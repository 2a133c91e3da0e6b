/** Search parameters are plain text, so that a link can be read and typed by hand: no JSON in the address. */
export type SearchValues = Record<string, unknown>

export function parseSearch(text: string): SearchValues {
  const found = new Map<string, string | string[]>()
  for (const [name, value] of new URLSearchParams(text)) {
    const before = found.get(name)
    found.set(name, before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value])
  }
  return Object.fromEntries(found)
}

export function stringifySearch(values: SearchValues): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value)) for (const one of value) search.append(name, String(one))
    else if (value !== undefined && value !== '') search.append(name, String(value))
  }
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

/** First text under a name; empty counts as absent. */
export function textParam(values: SearchValues, name: string): string | undefined {
  const value = values[name]
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && first !== '' ? first : undefined
}

export function listParam(values: SearchValues, name: string): string[] | undefined {
  const value = values[name]
  const all: unknown[] = Array.isArray(value) ? value : [value]
  const texts = all.filter((one): one is string => typeof one === 'string' && one !== '')
  return texts.length === 0 ? undefined : texts
}

/** One of a closed list, or absent. */
export function choiceParam<T extends string>(
  values: SearchValues,
  name: string,
  choices: readonly T[],
): T | undefined {
  const text = textParam(values, name)
  return choices.find((choice) => choice === text)
}
