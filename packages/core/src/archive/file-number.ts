/** 归档号 of a required material: number of its indicator, and which of its materials it is. */
export function fileNumber(indicatorNo: string, order: number): string {
  return `${indicatorNo}-${order}`
}
