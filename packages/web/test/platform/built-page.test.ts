import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'

const filesOf = (ending: string) =>
  readdirSync(join(inject('dist'), 'assets'))
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, text: readFileSync(join(inject('dist'), 'assets', name), 'utf8') }))

test('built styles use nothing that Chromium 86 lacks', () => {
  const styles = filesOf('.css')
  expect(styles.length).toBeGreaterThan(0)
  for (const { name, text } of styles) {
    for (const lacking of [
      ':has(',
      '@container',
      'color-mix(',
      '@layer',
      ':where(',
      ':is(',
      'inset:',
      'aspect-ratio',
      '&',
    ]) {
      expect(text.includes(lacking), `${name} ${lacking}`).toBe(false)
    }
  }
})

test('the page brings what Chromium 86 lacks of the language', () => {
  const html = readFileSync(join(inject('dist'), 'index.html'), 'utf8')
  const brought = filesOf('.js').filter(({ name }) => name.startsWith('polyfills-') && html.includes(name))
  const text = brought.map((file) => file.text).join('\n')
  for (const lacking of ['findLast', 'hasOwn', 'toSorted', 'groupBy', 'withResolvers', 'structuredClone', 'isSubsetOf'])
    expect(text.includes(lacking), lacking).toBe(true)
})

test('the page asks for nothing that plain-HTTP intranets do not give', () => {
  for (const { name, text } of filesOf('.js')) {
    for (const banned of ['crypto.subtle', 'randomUUID', 'navigator.clipboard'])
      expect(text.includes(banned), `${name} ${banned}`).toBe(false)
    // Only HTTPS gives it: whoever uses it asks first, and does without.
    if (text.includes('serviceWorker')) expect(text, name).toMatch(/[`'"]serviceWorker[`'"] ?in navigator/)
  }
})

test('the page has no inline script and loads nothing from elsewhere', () => {
  const html = readFileSync(join(inject('dist'), 'index.html'), 'utf8')
  expect(html.match(/<script(?![^>]*\ssrc=)[^>]*>/g)).toBeNull()
  expect(html.match(/(?:src|href)="(?:https?:)?\/\//g)).toBeNull()
  for (const { name, text } of filesOf('.css')) expect(text.match(/url\((?!["']?data:)/g), name).toBeNull()
})
