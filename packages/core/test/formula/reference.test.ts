import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { formulaReference, functionTitles, parse } from '../../src/formula/index.ts'

const path = fileURLToPath(new URL('../../../../docs/formula.md', import.meta.url))

/** The document with its generated blocks as they should be. */
function renewed(document: string): string {
  return Object.entries(formulaReference()).reduce((text, [name, block]) => {
    const [open, close] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`]
    const [start, end] = [text.indexOf(open), text.indexOf(close)]
    return start < 0 || end < 0 ? text : `${text.slice(0, start + open.length)}\n\n${block}\n\n${text.slice(end)}`
  }, document)
}

describe('the user’s reference', () => {
  it('is what the program does (UPDATE_DOCS=1 writes it)', () => {
    const document = readFileSync(path, 'utf8')
    if (process.env.UPDATE_DOCS === '1') writeFileSync(path, renewed(document))
    expect(readFileSync(path, 'utf8')).toBe(renewed(document))
    for (const title of functionTitles()) expect(document.length === 0 || renewed(document)).toContain(title)
  })

  it('shows formulas that can be read', () => {
    const [, block = ''] = readFileSync(path, 'utf8').split('```')
    const formulas = block.trim().split('\n')
    expect(formulas.length).toBeGreaterThan(3)
    for (const formula of formulas) expect(parse(formula).problems).toEqual([])
  })
})
