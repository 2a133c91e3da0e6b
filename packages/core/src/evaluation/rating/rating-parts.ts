/** What formulas may ask of a rating. */
export const ratingParts = [
  { part: 'points', word: '得分', type: 'number' },
  { part: 'grade', word: '等次', type: 'text' },
  { part: 'base', word: '得分等次', type: 'text' },
  { part: 'passed', word: '达标', type: 'truth' },
] as const
