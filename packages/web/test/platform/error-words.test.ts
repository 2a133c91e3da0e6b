import { expect, it } from 'vitest'
import { ApiError } from '../../src/platform/api/http.ts'
import { errorWords } from '../../src/platform/shell/error-words.ts'

it('a broken page is told in Chinese, to be loaded anew; the cause is for whoever looks after the program', () => {
  const words = errorWords(new TypeError("Cannot read properties of undefined (reading 'length')"))
  expect(words).toMatchObject({ title: '这一页没有显示出来', way: 'reload' })
  expect(words.message).not.toContain('undefined')
  expect(words.detail).toContain('Cannot read')
})

it("a refused request is told in the server's words; what another post may not see is not asked again", () => {
  expect(errorWords(new ApiError('数据库正忙。', 503))).toMatchObject({ message: '数据库正忙。', way: 'again' })
  expect(errorWords(new ApiError('不在您的范围内。', 403)).way).toBe('none')
})
