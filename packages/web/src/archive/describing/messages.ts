/** Words of what is asked right after papers came in, and of what stays owed. */
export const describingMessages = {
  title: '填写材料信息',
  hint: '已按文件名和正文填了能认出来的，请核对。稍后补的，补齐以前所用的要求算不充分。',
  save: (n: number) => `保存 ${n} 件材料信息`,
  later: '稍后补',
  done: (n: number) => `${n} 件的材料信息已保存`,
  doneInPart: (n: number, lacking: number) =>
    `${n} 件的材料信息已保存，其中 ${lacking} 件还没有补齐，缺的项目列在材料名后。也可以以后在材料旁点“填写材料信息”。`,
  complete: '填写材料信息',
  completeOf: (title: string) => `填写“${title}”的材料信息`,
  failed: (title: string, why: string) => `“${title}”没有保存：${why}`,
  fieldOf: (title: string, field: string) => `“${title}”的${field}`,
  lacks: (what: string) => `材料信息待补：${what}`,
} as const
