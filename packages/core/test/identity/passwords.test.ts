import { describe, expect, it } from 'vitest'
import { checkPassword, describePasswordRule } from '../../src/identity/index.ts'

const owner = { loginName: 'zhaoxm', nameInitials: 'zxm' }

describe('the profile 等保', () => {
  const check = (password: string) => checkPassword(password, owner, 'dengbao')

  it.each(['Lan-Tian-2026', 'h7$kQ2m!pW', '红马Abc12345', 'ｈ７＄ｋＱ２ｍ！ｐＷ'])('takes %s', (password) => {
    expect(check(password)).toEqual([])
  })

  it.each([
    ['h7$kQ2m!p', '至少要 10 位，现在是 9 位'],
    ['kqzmwphtvb', '还缺大写字母、数字、符号中的 2 种'],
    ['kqzmwphtv8', '还缺大写字母、符号中的 1 种'],
    ['Zhaoxm-9-kq', '不能含登录名'],
    ['Zxm-19800101', '姓名首字母'],
    ['EduDuty-77-q', '产品名'],
    ['P@ssw0rd2026', '太常见'],
    ['Admin@123456', '太常见'],
    ['Woaini-1314!', '太常见'],
    ['Qwer1234!@#$', '太常见'],
    ['!QAZ@WSX3edc', '太常见'],
    ['1qaz@WSX2026', '太常见'],
    ['Shiyanxiaoxue#1', '太常见'],
    ['Sichuansheng2026!', '太常见'],
    ['Aa1!Aa1!Aa1!', '太常见'],
    [`${'aB3$'.repeat(33)}`, '最多 128 位'],
  ])('refuses %s and says why', (password, says) => {
    expect(check(password).join('；')).toContain(says)
  })

  it('takes neither the county nor the school for a secret', () => {
    const places = [
      ['yun', 'ling', 'xian', 'ren', 'min', 'zheng', 'fu'],
      ['shi', 'qiao', 'zhen', 'zhong', 'xin', 'xiao', 'xue'],
    ]
    const faults = (password: string) => checkPassword(password, { ...owner, places }, 'dengbao').join('；')
    for (const password of ['Yunling@2026', 'Yunlingxian#12', 'Shiqiaoxiaoxue9!', 'SQZZXXX@2026', 'Ylx-shiqiao-2026'])
      expect(faults(password), password).toContain('本县、本单位')
    for (const password of ['Lan-Tian-2026', 'h7$kQ2m!pW', 'Yun-hong-mafan-7'])
      expect(faults(password), password).toBe('')
  })

  it('says everything that is missing at once', () => {
    expect(check('zhaoxm')).toHaveLength(3)
  })
})

describe('the profile ASVS', () => {
  const check = (password: string) => checkPassword(password, owner, 'asvs')

  it.each(['kqzmwphtvbxr', '一匹红马慢慢走过十二座青山', 'correct horse battery staple', '73918 20465 11'])(
    'takes %s, of whatever characters',
    (password) => {
      expect(check(password)).toEqual([])
    },
  )

  it.each([
    ['kqzmwphtvbx', '至少要 12 位'],
    ['123456789012', '太常见'],
    ['password123456', '太常见'],
    ['zhongguobeijing2026', '太常见'],
    ['abcabcabcabc', '太常见'],
    ['qwertyuiopasdf', '太常见'],
    ['000000000000', '太常见'],
  ])('refuses %s', (password, says) => {
    expect(check(password).join('；')).toContain(says)
  })
})

it('each profile says in one sentence what it asks', () => {
  expect(describePasswordRule('dengbao')).toContain('每 90 天更换')
  expect(describePasswordRule('asvs')).not.toContain('更换')
})
