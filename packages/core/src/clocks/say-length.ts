const words: Readonly<Record<string, string>> = { 自然日: '天', 工作日: '个工作日', 月: '个月' }

/** A unit of time as it is said after a number; others, as 年 and 次, are said as they are written. */
export const sayUnit = (unit: string): string => words[unit] ?? unit

/** A length in words, as 3个工作日. */
export const sayLength = ({ amount, unit }: { readonly amount: number; readonly unit: string }): string =>
  `${amount}${sayUnit(unit)}`
