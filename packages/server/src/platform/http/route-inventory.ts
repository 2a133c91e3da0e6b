import { verbs } from '@eduduty/core/identity'
import type { RouteOptions } from 'fastify'
import type { Access } from './access.ts'
import type { RegisterRoutes } from './app-type.ts'
import { describeRoutes } from './describe-routes.ts'

/** One route as the inventory lists it. */
export interface InventoryEntry {
  readonly method: string
  readonly url: string
  readonly summary: string
  readonly access: Access
  /** A request by it may change something; all others only read. */
  readonly changes: boolean
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Every route below /api/, sorted by its address. HEAD is answered wherever GET is and not listed. */
export async function listInventory(routes: readonly RegisterRoutes[]): Promise<readonly InventoryEntry[]> {
  const found: RouteOptions[] = []
  await describeRoutes(
    routes,
    () => undefined,
    (route) => void found.push(route),
  )
  return found
    .filter((route) => route.url.startsWith('/api/'))
    .flatMap((route) => [route.method].flat().map((method) => entryOf(route, method)))
    .filter(({ method }) => method !== 'HEAD')
    .toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))
}

function entryOf({ url, schema, config }: RouteOptions, method: string): InventoryEntry {
  const access = config?.access
  if (access === undefined) throw new Error(`the route ${url} declares no access`)
  return { method, url, summary: schema?.summary ?? '', access, changes: !readingMethods.has(method) }
}

function sortKey({ url, method }: InventoryEntry): string {
  return `${url} ${method}`
}

/** The inventory as the page docs/routes.md. */
export async function inventoryText(routes: readonly RegisterRoutes[]): Promise<string> {
  const entries = await listInventory(routes)
  const rows = entries.map(
    ({ method, url, summary, access, changes }) =>
      `| ${method} | \`${url}\` | ${cell(summary)} | ${cell(accessText(access))} | ${changes ? '是' : ''} |`,
  )
  return [
    '# 接口清单',
    '',
    '由各切片的路由生成（`npm run generate`），请勿手改。每个接口都声明谁可以用：一项权限、只办本人的事，或不登录也可用及其理由；没有声明的，程序不启动。每个接口都有越权试验（`packages/server/test/access/route-samples.ts`），没有的，测试不通过。',
    '',
    '| 方法 | 地址 | 用途 | 谁可以用 | 改动 |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

function accessText(access: Access): string {
  if ('verb' in access) return `${verbs[access.verb]} \`${access.verb}\``
  if ('public' in access) return `公开：${access.public}`
  const gathered = (access.gathers ?? []).map((verb) => `\`${verb}\``).join('、')
  return `本人：${access.own}${gathered === '' ? '' : `（各按 ${gathered}）`}`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
