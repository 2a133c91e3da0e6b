export const checkLevels = ['hard', 'soft', 'note'] as const

/** Filters of what a county check found, as they stand in the address. */
export interface CheckSearch {
  level?: (typeof checkLevels)[number] | undefined
  township?: string | undefined
  register?: string | undefined
  check?: string | undefined
  text?: string | undefined
  sort?: string | undefined
}

export const noCheckFilters: CheckSearch = {
  level: undefined,
  township: undefined,
  register: undefined,
  check: undefined,
  text: undefined,
}

export const isCheckFiltered = ({ sort, ...filters }: CheckSearch): boolean =>
  Object.values(filters).some((value) => value !== undefined)
