const RULES: readonly (readonly [RegExp, string])[] = [
  [/([：（，；。])[、，；]+/g, '$1'],
  [/[、，；]+([。；）])/g, '$1'],
  [/。{2,}/g, '。'],
  [/([：；，。、]) +/g, '$1'],
  [/^[、，；。]+/, ''],
]

/** Mends punctuation that meets when parts of a sentence drop out or bring their own full stop. */
export const tidyPunctuation = (text: string): string =>
  RULES.reduce((mended, [wrong, right]) => mended.replace(wrong, right), text)
