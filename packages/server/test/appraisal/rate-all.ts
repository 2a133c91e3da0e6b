import { expect } from 'vitest'
import { type AppraisalDesk, bothSections } from './appraisal-desk.ts'
import type { StaffName } from './appraising-county.ts'

/** Rates everything and hands it in; texts of digits are points. */
export async function rateAll(
  desk: AppraisalDesk,
  who: StaffName,
  given: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [item, text] of Object.entries(given)) {
    const rating = /^[\d.]+$/.test(text) ? { points: text } : { level: text }
    expect((await desk.rate(who, item, { ...rating, grounds: '查阅材料' })).status).toBe(200)
  }
  expect((await desk.post(who, 'hand-in')).status).toBe(200)
}

/** Rated by the unit, reported, raters seated, begun. */
export async function beginRating(desk: AppraisalDesk): Promise<void> {
  await desk.selfRateAll()
  expect((await desk.post('白专干', 'report', { reason: '' })).status).toBe(200)
  expect((await desk.assign(bothSections)).status).toBe(200)
  expect((await desk.post('陆督导', 'start', { reason: '' })).status).toBe(200)
}

/** What is made public, word for word. */
export const notice = (no: string) => ({
  document_no: `云教督〔2026〕${no}`,
  dated_on: '2026-11-25',
  text: '评议结果如下。',
})
