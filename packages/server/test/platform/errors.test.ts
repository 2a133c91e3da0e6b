import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/platform/errors/app-error.ts'
import { errorTable } from '../../src/platform/errors/error-table.ts'

describe('the error table', () => {
  it.each(Object.entries(errorTable))('%s speaks Chinese and says what to do next', (_, entry) => {
    expect(entry.says === '{reason}' || /[一-龥]/.test(entry.says)).toBe(true)
    expect(entry.advice).toMatch(/[一-龥].*。$/)
    expect(entry.status).toBeGreaterThanOrEqual(400)
    expect([1, 2, 3, 70]).toContain(entry.exit)
  })

  it('puts parameters into both sentences', () => {
    const error = new AppError('command.usage', { reason: '不认识的选项 --x', command: 'db' })
    expect(error.message).toBe('不认识的选项 --x')
    expect(error.advice).toBe('运行 eduduty db --help 查看用法。')
  })
})
