/** 学校（机构）标识码: 2 digits of category, 2 of province, 6 of serial; no check digit. */
export function isSchoolCode(text: string): boolean {
  return /^\d{10}$/.test(text)
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

/** 统一社会信用代码 (GB 32100-2015): 18 signs, the last one a check of the others. */
export function isCreditCode(text: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text) && creditCheckOf(text) === text[17]
}

/** The check character that belongs to the first 17 signs of a 统一社会信用代码. */
export function creditCheckOf(text: string): string {
  const sum = creditWeights.reduce((total, weight, at) => total + weight * creditAlphabet.indexOf(text[at] ?? ''), 0)
  return creditAlphabet[(31 - (sum % 31)) % 31] ?? ''
}
