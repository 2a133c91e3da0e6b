import { commonWords, isCommonPassword, isMadeOf } from './common-passwords.ts'
import { type PasswordProfile, passwordDemands } from './password-profile.ts'

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly loginName: string
  readonly nameInitials: string
  /** Names of the unit and of all above it in pinyin, a syllable each: `['yun', 'ling', 'xian']`. */
  readonly places?: readonly (readonly string[])[]
}

export const longestPassword = 128
/** Shorter names stand in many words by chance. */
const shortestName = 3
const productNames = ['eduduty', '履教通', 'lvjiaotong', 'lujiaotong']

/**
 * Everything that a new password lacks, each as the rest of a sentence in Chinese; empty when it is good. Whether it was
 * used before only whoever keeps the former ones can tell.
 */
export function checkPassword(password: string, owner: PasswordOwner, profile: PasswordProfile): readonly string[] {
  const text = password.normalize('NFKC')
  const demands = passwordDemands[profile]
  const length = [...text].length
  const present = classesIn(text)
  const faults: string[] = []
  if (length < demands.minimum) faults.push(`至少要 ${demands.minimum} 位，现在是 ${length} 位`)
  if (length > longestPassword) faults.push(`最多 ${longestPassword} 位`)
  if (present.length < demands.classes) faults.push(missingClasses(present, demands.classes))
  return [...faults, ...namesIn(text.toLowerCase(), owner), ...(isCommonPassword(text) ? ['太常见，容易被猜中'] : [])]
}

const classes = [
  { name: '大写字母', pattern: /\p{Lu}/u },
  { name: '小写字母', pattern: /\p{Ll}/u },
  { name: '数字', pattern: /\p{Nd}/u },
  { name: '符号', pattern: /[^\p{Lu}\p{Ll}\p{Nd}]/u },
] as const

function classesIn(text: string): readonly string[] {
  return classes.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name)
}

function missingClasses(present: readonly string[], wanted: number): string {
  const absent = classes.map(({ name }) => name).filter((name) => !present.includes(name))
  return `大写字母、小写字母、数字、符号要有 ${wanted} 种，还缺${absent.join('、')}中的 ${wanted - present.length} 种`
}

function namesIn(text: string, { loginName, nameInitials, places = [] }: PasswordOwner): readonly string[] {
  const holds = (name: string): boolean => name.length >= shortestName && text.includes(name.toLowerCase())
  const faults: string[] = []
  if (holds(loginName)) faults.push('不能含登录名')
  if (beginsAsName(text, nameInitials)) faults.push('不能以姓名首字母加数字组成')
  if (isPlaceName(text, places)) faults.push('不能以本县、本单位的名称加数字组成')
  if (productNames.some(holds)) faults.push('不能含产品名')
  return faults
}

/** `zxm19800101`: the initials with nothing but digits and signs around them. */
function beginsAsName(text: string, initials: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return initials.length >= 2 && letters === initials.toLowerCase()
}

const shortestPlace = 4

/** `Yunling@2026`, `ylxjyj123456`, `shiqiaoxiaoxue1`: parts of the names of one's places, and common words, alone. */
function isPlaceName(text: string, places: readonly (readonly string[])[]): boolean {
  const letters = text.replace(/\P{L}/gu, '')
  if (letters.length < shortestPlace || places.length === 0) return false
  const parts = new Set(commonWords)
  for (const syllables of places) {
    for (let from = 0; from < syllables.length; from += 1) {
      for (let to = from + 2; to <= syllables.length; to += 1) {
        const part = syllables.slice(from, to)
        parts.add(part.join(''))
        if (part.length > 2) parts.add(part.map((syllable) => syllable.charAt(0)).join(''))
      }
    }
  }
  return isMadeOf(letters, parts)
}
