const UNPRINTABLE = /\p{Cc}|\p{Surrogate}|\ufffe|\uffff/gu

/** Text without the signs that XML cannot hold: one of them would make a whole document unreadable. */
export function printableText(text: string): string {
  return text.replace(UNPRINTABLE, (sign) => (isXmlSpace(sign) || isLatinControl(sign) ? sign : ''))
}

const isXmlSpace = (sign: string): boolean => sign === '\t' || sign === '\n' || sign === '\r'

/** U+007F to U+009F are discouraged in XML, but allowed. */
const isLatinControl = (sign: string): boolean => sign >= '\u007f' && sign <= '\u009f'
