/** Words of the hashes of a version and of when the file was held against them. */
export const checkMessages = {
  title: (version: number) => `校验码（第 ${version} 版）`,
  copy: '复制',
  copyOf: (name: string) => `复制 ${name}`,
  copied: (name: string) => `${name} 已复制`,
  notCopied: '浏览器不允许复制，请选中校验码按 Ctrl+C。',
  checked: '最近巡检',
  never: '还没有巡检过：每夜巡检一部分文件',
  sound: '文件完好，与校验码一致',
  damaged: '文件损坏或丢失',
} as const
