import type { Figure } from './assessment.ts'

/** A standard as it is printed, taken apart: ≥ 4.5平方米/生. */
const STANDARD = /^\s*([≥≤≠<>=＜＞＝]|>=|<=|!=)\s*(-?\d[\d.]*[%‰]?)\s*(.*)$/u

interface Words {
  /** Which side of the limit a value that fails stands on; absent where the limit is one exact number. */
  readonly fails?: string
  /** What the standard asks, before its number. */
  readonly asks: string
  readonly limit: string
}

function wordsOf(comparator: string): Words {
  switch (comparator) {
    case '≥':
    case '>=':
      return { fails: '低于', asks: '不低于', limit: '标准' }
    case '>':
    case '＞':
      return { fails: '未超过', asks: '高于', limit: '标准' }
    case '≤':
    case '<=':
      return { fails: '高于', asks: '不高于', limit: '限值' }
    case '<':
    case '＜':
      return { fails: '不低于', asks: '低于', limit: '限值' }
    case '≠':
    case '!=':
      return { asks: '不等于', limit: '标准' }
    default:
      return { asks: '', limit: '标准' }
  }
}

/** Number and unit as they stand in running text: 3.69 平方米/生, 96.9%. */
export function measured(shown: string, unit: string | undefined): string {
  if (unit === undefined || unit === '' || !/^-?[\d.]+$/.test(shown)) return shown
  return /^[%‰]/.test(unit) ? `${shown}${unit}` : `${shown} ${unit}`
}

/** A gap in running text: 还差 17 册. */
export const gapWords = (text: string): string =>
  text.replace(/(\p{Script=Han})(-?\d[\d.]*)(?=\p{Script=Han})/gu, '$1 $2 ')

/** Of a standard that is no comparison: what it asks for is a word, such as 做到. */
const isWorded = (text: string): boolean => !/^\s*(?:[≥≤<>=≠＝＞＜]|参数|属于)/u.test(text)

/** …为 0.581，高于 0.50 的限值: for a figure that is told by itself. */
export function toldAlone(figure: Figure, unit: string | undefined): string {
  const value = `为 ${measured(figure.shown, unit)}`
  const gap = figure.gap === undefined ? '' : `，${gapWords(figure.gap.text)}`
  const text = figure.standard?.text
  if (text === undefined) return value
  if (isWorded(text)) return `为“${figure.shown}”，标准为“${text}”`
  const [, comparator = '', number = '', own = ''] = STANDARD.exec(text) ?? []
  if (number === '') return `${value}，标准为${text}${gap}`
  const words = wordsOf(comparator)
  const limit = measured(number, own === unit ? undefined : own)
  return words.fails === undefined
    ? `${value}，${words.limit}为${words.asks} ${limit}${gap}`
    : `${value}，${words.fails} ${limit} 的${words.limit}${gap}`
}

/** … 3.69 平方米/生，标准为不低于 4.5，还差 571.86 平方米: for one of several. `lacking`: the number counts what is not there. */
export function toldAmong(figure: Figure, unit: string | undefined, lacking = false): string {
  if (lacking) return `缺 ${measured(figure.shown, unit)}`
  const value = ` ${measured(figure.shown, unit)}`
  const gap = figure.gap === undefined ? '' : `，${gapWords(figure.gap.text)}`
  const text = figure.standard?.text
  if (text === undefined) return value
  const [, comparator = '', number = '', own = ''] = STANDARD.exec(text) ?? []
  if (number === '') return `${value}，标准为${text}${gap}`
  const words = wordsOf(comparator)
  return `${value}，${words.limit}为${words.asks} ${measured(number, own === unit ? undefined : own)}${gap}`
}
