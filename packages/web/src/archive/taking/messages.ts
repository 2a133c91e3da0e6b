/** Words of choosing papers of the archive for other records. */
export const pickingMessages = {
  placeholder: '按标题、文号或正文查找材料库',
  empty: '材料库里没有找到；可以在下面上传',
  option: (title: string, unit: string, more: string) => [title, unit, more].filter((part) => part !== '').join('　'),
  upload: '材料库里没有的，在这里上传，传完就选上',
  standings: {
    unread: '没有审',
    sufficient: '已审，充分',
    insufficient: '已审，不充分',
    expired: '过期',
    withdrawn: '已撤下',
  },
  hidden: '由上级保管的材料',
} as const
