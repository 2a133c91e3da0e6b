export type Shown = string | number | boolean | null
type Many = Shown | readonly Shown[]

/** What a cell holds: a value, a list of words, or a formula of its own. */
export type SheetCell = { readonly value: Many } | { readonly formula: string }

const TOKEN = /\s*("(?:[^"]|"")*"|\d+(?:\.\d+)?|[A-Z]+\d+|[A-Z]+(?=\()|TRUE|FALSE|<>|<=|>=|[-+*/&=<>(),])/y

const numberOf = (value: Many): number => (typeof value === 'number' ? value : value === true ? 1 : Number(value ?? 0))
const textOf = (value: Many): string => (value === null ? '' : String(value))
const mapped = (value: Many, one: (item: Shown) => Shown): Many =>
  Array.isArray(value) ? value.map(one) : one(value === null || typeof value !== 'object' ? value : null)

const levels: readonly (readonly string[])[] = [['=', '<>', '<', '<=', '>', '>='], ['&'], ['+', '-'], ['*', '/']]

const known = new Map<string, readonly string[]>()

/** The same few formulas are calculated for sheet after sheet: each is cut up once. */
function tokensOf(formula: string): readonly string[] {
  const before = known.get(formula)
  if (before !== undefined) return before
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < formula.length) {
    const found = TOKEN.exec(formula)
    if (found?.[1] === undefined) throw new Error(`cannot read: ${formula}`)
    tokens.push(found[1])
  }
  known.set(formula, tokens)
  return tokens
}

/** The few things of a spreadsheet that packets use, with its own ideas of blanks; an error throws. */
export function calculate(formula: string, cells: ReadonlyMap<string, SheetCell>): Many {
  const tokens = tokensOf(formula)
  let at = 0
  const next = (): string => tokens[at++] ?? ''

  function level(depth: number): Many {
    const operators = levels[depth]
    if (operators === undefined) return unary()
    let left = level(depth + 1)
    while (operators.includes(tokens[at] ?? '')) left = operate(next(), left, level(depth + 1))
    return left
  }
  function unary(): Many {
    if (tokens[at] !== '-') return primary()
    at += 1
    return mapped(unary(), (item) => -numberOf(item))
  }
  function primary(): Many {
    const token = next()
    if (token === '(') {
      const inner = level(0)
      at += 1
      return inner
    }
    if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"')
    if (token === 'TRUE' || token === 'FALSE') return token === 'TRUE'
    if (/^\d/.test(token)) return Number(token)
    if (tokens[at] === '(') return call(token, list())
    const cell = cells.get(token)
    if (cell === undefined) throw new Error(`no cell ${token}`)
    return 'formula' in cell ? calculate(cell.formula, cells) : cell.value
  }
  function list(): readonly Many[] {
    const found: Many[] = []
    do {
      at += 1
      found.push(level(0))
    } while (tokens[at] === ',')
    at += 1
    return found
  }
  const result = level(0)
  if (at < tokens.length) throw new Error(`left over at ${at}: ${formula}`)
  return result
}

function operate(operator: string, a: Many, b: Many): Many {
  switch (operator) {
    case '&':
      return textOf(a) + textOf(b)
    case '+':
      return numberOf(a) + numberOf(b)
    case '-':
      return numberOf(a) - numberOf(b)
    case '*':
      return numberOf(a) * numberOf(b)
    case '/':
      return numberOf(a) / numberOf(b)
    case '=':
      return a === b
    case '<>':
      return a !== b
    case '<':
      return numberOf(a) < numberOf(b)
    case '<=':
      return numberOf(a) <= numberOf(b)
    case '>':
      return numberOf(a) > numberOf(b)
    default:
      return numberOf(a) >= numberOf(b)
  }
}

function call(name: string, args: readonly Many[]): Many {
  const [a = null, b = null, c = null] = args
  const numbers = args.map(numberOf)
  switch (name) {
    case 'IF':
      return a === true ? b : c
    case 'AND':
      return args.every((arg) => arg === true)
    case 'OR':
      return args.some((arg) => arg === true)
    case 'NOT':
      return a !== true
    case 'N':
      return typeof a === 'number' ? a : a === true ? 1 : 0
    case 'ISNUMBER':
      return typeof a === 'number'
    case 'LEN':
      return textOf(a).length
    case 'EXACT':
      return mapped(a, (item) => textOf(item) === textOf(b))
    case 'ROUND':
      return Math.sign(numberOf(a)) * (Math.round(Math.abs(numberOf(a)) * 10 ** numberOf(b)) / 10 ** numberOf(b))
    case 'ABS':
      return Math.abs(numberOf(a))
    case 'INT':
      return Math.floor(numberOf(a))
    case 'TRUNC':
      return Math.trunc(numberOf(a))
    case 'SUM':
      return numbers.reduce((sum, one) => sum + one, 0)
    case 'SUMPRODUCT':
      return Array.isArray(a) ? a.map(numberOf).reduce((sum, one) => sum + one, 0) : numberOf(a)
    case 'MAX':
      return Math.max(...numbers)
    case 'MIN':
      return Math.min(...numbers)
    default:
      throw new Error(`no function ${name}`)
  }
}
