import { expect, it } from 'vitest'
import { signingName } from '../../src/duties/pledges/signing-name.ts'

it.each([
  ['township', '石桥镇', '石桥镇人民政府'],
  ['township', '南山乡', '南山乡人民政府'],
  ['township', '澄江街道', '澄江街道办事处'],
  ['township', '石桥镇人民政府', '石桥镇人民政府'],
  ['village', '沙坝村', '沙坝村村民委员会'],
  ['village', '江畔社区', '江畔社区居民委员会'],
  ['department', '县教育局', '县教育局'],
  ['school', '石桥镇中心小学', '石桥镇中心小学'],
])('a %s called %s signs as %s', (kind, name, signs) => {
  expect(signingName(kind, name)).toBe(signs)
})
