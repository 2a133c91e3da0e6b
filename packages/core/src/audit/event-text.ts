const longest = 4000

const digit = '[0-9０-９]'
const identityNumber = new RegExp(
  `(?<!${digit})(${digit}{3})${digit}{11}(${digit}{3}[0-9０-９XxＸｘ])(?!${digit})`,
  'g',
)
const phoneNumber = new RegExp(
  `(?<![0-9０-９A-Za-z])([1１][3-9３-９]${digit})${digit}{4}(${digit}{4})(?![0-9０-９A-Za-z])`,
  'g',
)

/**
 * Text as the log keeps it: what no database can hold is replaced, what is very long is cut, and what looks like an
 * identity number or a mobile phone is masked, whoever put it there.
 */
export function keepableText(text: string): string {
  const kept = text
    .replaceAll('\u0000', '\ufffd')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(identityNumber, '$1***********$2')
    .replace(phoneNumber, '$1****$2')
  return kept.length <= longest ? kept : `${kept.slice(0, longest).replace(/\p{Surrogate}$/u, '')}…`
}

const misleading = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

/** Text as it is shown and exported: signs that break lines, colour terminals, hide or turn text round are spelled out. */
export function visibleText(text: string): string {
  return text.replace(misleading, (sign) => {
    if (sign === '\n') return '⏎'
    if (sign === '\t') return '⇥'
    return `⟨U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`
  })
}

/** Visible text for a cell of a plain-text table, where a leading sign would start a formula. */
export function cellText(text: string): string {
  const visible = visibleText(text)
  return /^\s*[=+\-@＝＋－＠﹣−]/.test(visible) ? `'${visible}` : visible
}
