/** What stands below no township: schools and departments of the county itself. */
export const noTownship = '县直属'

export function townshipTitle(township: string): string {
  return township === '' ? noTownship : township
}

/** 上报率 to one decimal, cut and not rounded: 100% is said only when nothing is missing. */
export function submittedShare(submitted: number, tasks: number): string {
  return tasks === 0 ? '—' : `${(Math.floor((submitted * 1000) / tasks) / 10).toFixed(1)}%`
}
