import type { SystemStatus } from '@eduduty/core/desk'
import type { Database } from '../platform/db/database.ts'
import { readServerSettings } from '../platform/db/server/server-settings.ts'

type Safety = Pick<SystemStatus['database'], 'durability_reason' | 'row_access' | 'settings'>

const embeddedAccess =
  '由引擎的行级访问控制保证；嵌入式引擎只有一个内部登录，能防程序的疏漏，防不了直接打开数据文件的人'

/** Why acknowledged writes survive a power cut or not, and what keeps the rows of one unit from another. */
export async function describeSafety(db: Database): Promise<Safety> {
  switch (db.kind) {
    case 'memory':
      return { durability_reason: '数据只在内存里，关闭即消失', row_access: embeddedAccess, settings: [] }
    case 'embedded':
      return {
        durability_reason: '每次提交都写到磁盘才确认；启动时已用一次提交证实',
        row_access: embeddedAccess,
        settings: [],
      }
    case 'server': {
      const { durability, settings } = await readServerSettings(db)
      const remarks = settings.flatMap(({ name, remark }) => (remark === undefined ? [] : [`${name}：${remark}`]))
      return {
        durability_reason: durability
          ? 'fsync、full_page_writes、synchronous_commit 都已开启'
          : `服务器的设置不够：${remarks.join('；')}`,
        row_access: '由数据库服务器的行级访问控制保证；提供服务的登录不拥有任何表，启动时已核对',
        settings: [...settings],
      }
    }
  }
}
