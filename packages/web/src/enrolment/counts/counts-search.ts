import { type SearchValues, textParam } from '../../platform/shell/search-params.ts'

export interface CountsSearch {
  year?: string | undefined
  county?: string | undefined
}

export const countsSearch = (values: SearchValues): CountsSearch => ({
  year: textParam(values, 'year'),
  county: textParam(values, 'county'),
})
