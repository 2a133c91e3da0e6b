import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })
const known = new Map<string, string>()

/** A traditional character as the simplified one, length unchanged. */
export function simplifyCharacter(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const converted = convert(character)
  const simple = converted.length === 1 ? converted : character
  known.set(character, simple)
  return simple
}
