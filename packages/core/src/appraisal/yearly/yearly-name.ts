/** 2025年度乡镇考核; a title that begins with the word itself does not have it twice: 2025年度教育工作考核. */
export const yearlyName = (year: number, title: string): string =>
  title.startsWith('年度') ? `${year}${title}` : `${year}年度${title}`
