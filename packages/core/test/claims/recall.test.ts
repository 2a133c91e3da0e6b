import { describe, expect, it } from 'vitest'
import { checkText } from './check-text.ts'
import { corpusFiles, readCorpus } from './corpus.ts'
import { measure } from './measure.ts'

/** So many of the checkable numbers may be given a second look for nothing. */
const MOST_DOUBTFUL = 0.01

describe.each(corpusFiles('corpus'))('the corpus %s', (file) => {
  const measured = measure(readCorpus('corpus', file), checkText, 1)

  it('is right as it stands: nothing is called wrong, and nearly every checkable number is confirmed', () => {
    expect(measured.falseWrong).toBe(0)
    expect(measured.falseDoubtful).toBeLessThanOrEqual(Math.max(1, measured.checkable * MOST_DOUBTFUL))
    expect(measured.confirmed).toBeGreaterThanOrEqual(measured.checkable * 0.9)
  })

  it('keeps no changed digit hidden', () => {
    expect(measured.found, measured.missed.join('\n')).toBeGreaterThanOrEqual(measured.injected * 0.95)
    expect(measured.foundWrong).toBeGreaterThanOrEqual(measured.injected * 0.9)
  })
})

/** A whole report takes long: one digit in so many is changed. */
const EVERY = 7

describe.each(corpusFiles('reports'))('the reports %s', (file) => {
  const measured = measure(readCorpus('reports', file), checkText, 1, EVERY)

  it('are right as they stand', () => {
    expect(measured.falseWrong).toBe(0)
    expect(measured.falseDoubtful).toBeLessThanOrEqual(Math.max(1, measured.checkable * MOST_DOUBTFUL))
  })

  it('hide few changed digits', () => {
    expect(measured.found, measured.missed.join('\n')).toBeGreaterThanOrEqual(measured.injected * 0.8)
    expect(measured.foundWrong).toBeGreaterThanOrEqual(measured.injected * 0.7)
  })
})
