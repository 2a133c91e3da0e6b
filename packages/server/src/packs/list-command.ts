import { exitCodes, type Io, writeJson } from '../platform/io.ts'
import { readPack } from './load-pack.ts'
import { listPackIds } from './packs-folder.ts'

export async function listCommand(io: Io, json: boolean): Promise<number> {
  const readings = await Promise.all(listPackIds().map((id) => readPack(id, io.cwd)))
  const rows = readings.map(({ loaded, folder, problems }) => ({
    folder,
    id: loaded?.pack.pack.id,
    version: loaded?.pack.pack.version,
    title: loaded?.pack.pack.title,
    document: loaded?.pack.pack.document,
    since: loaded?.pack.pack.since,
    hash: loaded?.hash,
    problems: problems.length,
  }))
  if (json) {
    writeJson(io, { packs: rows })
    return exitCodes.done
  }
  if (rows.length === 0) io.stdout.write('还没有标准包。把标准包文件夹放进 packs/ 目录即可。\n')
  for (const row of rows) {
    const line =
      row.id === undefined
        ? `${row.folder}  有 ${row.problems} 处错误，请用 pack validate 查看`
        : `${row.id}  ${row.version}  ${row.title}（${row.document}，${row.since} 起）  ${row.hash?.slice(0, 12)}`
    io.stdout.write(`${line}\n`)
  }
  return exitCodes.done
}
