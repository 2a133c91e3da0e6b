import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../steps/run.mjs'
import { listFiles } from './source-files.mjs'

/** It says of classes of all pages how they are printed. */
const forPrint = 'packages/web/src/platform/theme/print.css'

/**
 * Styles of a page stay once the page was open. A class that two files lay out looks otherwise, by which pages somebody
 * has seen before: each is laid out in one.
 */
export function checkStyles() {
  const places = new Map()
  for (const name of listFiles().filter((one) => one.endsWith('.css') && one !== forPrint))
    for (const selector of classesIn(readFileSync(join(root, name), 'utf8')))
      places.set(selector, (places.get(selector) ?? new Set()).add(name))
  return [...places]
    .filter(([, files]) => files.size > 1)
    .map(([selector, files]) => `${selector} 在几个文件里各有样式，看哪个随打开过的页面而定：${[...files].join('、')}`)
}

const comments = /\/\*.*?\*\//gs
const printed = /@media print \{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g

/** Selectors that are a class and nothing else, as they are on the screen. */
function classesIn(text) {
  const plain = text.replace(comments, '').replace(printed, '')
  return [...plain.matchAll(/(?:^|[{}])\s*([^{}@;]+)\{/g)]
    .flatMap(([, selectors]) => selectors.split(','))
    .map((selector) => selector.trim())
    .filter((selector) => /^\.[\w-]+$/.test(selector))
}
