import ts from 'typescript'
import { lineOf, walk } from './source-files.mjs'

const banned = [
  [/@ts-(ignore|expect-error|nocheck)/, '不得压制类型错误'],
  [/biome-ignore|eslint-disable/, '不得压制代码检查'],
  [/\b(it|test|describe)\.(only|skip|todo)\(/, '不得跳过或独占测试'],
]

/** No way around the types, the linter or the tests; names of files and identifiers in English. */
export function checkEscapes(sources) {
  return sources
    .filter((source) => !source.generated && !source.name.startsWith('scripts/'))
    .flatMap((source) => [...bannedTexts(source), ...typeEscapes(source), ...nameFaults(source)])
}

function bannedTexts(source) {
  return source.text
    .split('\n')
    .flatMap((line, index) =>
      banned.filter(([pattern]) => pattern.test(line)).map(([, message]) => `${source.name}:${index + 1} ${message}`),
    )
}

function typeEscapes(source) {
  const faults = []
  walk(source.tree, (node) => {
    if (ts.isAsExpression(node) && node.type.getText(source.tree) !== 'const')
      faults.push(`${source.name}:${lineOf(source, node)} 不得用 as 断言类型`)
    if (ts.isSpreadAssignment(node) && ts.isObjectLiteralExpression(node.expression))
      faults.push(`${source.name}:${lineOf(source, node)} 不得展开对象字面量，直接写它的属性`)
    if (ts.isNonNullExpression(node)) faults.push(`${source.name}:${lineOf(source, node)} 不得用 ! 断言非空`)
    if (node.kind === ts.SyntaxKind.AnyKeyword) faults.push(`${source.name}:${lineOf(source, node)} 不得用 any`)
    if (ts.isIdentifier(node) && /[\u4e00-\u9fff]/.test(node.text) && ts.isVariableDeclaration(node.parent))
      faults.push(`${source.name}:${lineOf(source, node)} 标识符须用英文`)
  })
  return faults
}

function nameFaults(source) {
  const base = source.name
    .split('/')
    .at(-1)
    .replace(/\.(test|scope\.test|generated|config|d)?\.?(ts|tsx|mjs)$/, '')
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(base)) return [`${source.name} 文件名须为小写连字符`]
  if (/(^|-)(utils?|helpers?|common|manager|service)$/.test(base))
    return [`${source.name} 文件名须说明内容，不得用 ${base}`]
  return []
}
