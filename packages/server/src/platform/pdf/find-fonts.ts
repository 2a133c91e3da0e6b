import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Files of fonts with Chinese characters, the best first: 宋体 for printing, then what else is readable. */
const known = [
  'simsun.ttc',
  'simsun.ttf',
  'notoserifcjk-regular.ttc',
  'notoserifcjksc-regular.otf',
  'notoserifsc-regular.otf',
  'notoserifsc-regular.ttf',
  'sourcehanserifsc-regular.otf',
  'sourcehanserifcn-regular.otf',
  'sourcehanserif-regular.ttc',
  'uming.ttc',
  'simfang.ttf',
  'notosanscjk-regular.ttc',
  'notosanscjksc-regular.otf',
  'notosanssc-regular.otf',
  'notosanssc-regular.ttf',
  'sourcehansanssc-regular.otf',
  'sourcehansanscn-regular.otf',
  'sourcehansans-regular.ttc',
  'simhei.ttf',
  'msyh.ttc',
  'wqy-zenhei.ttc',
  'wqy-microhei.ttc',
  'stsong.ttf',
  'songti.ttc',
  'pingfang.ttc',
]

/** Folders in folders are looked into so deep. */
const DEEP = 5

/** Where systems keep their fonts. */
const fontFolders = (): readonly string[] =>
  process.platform === 'win32'
    ? [join(process.env.WINDIR ?? 'C:\\Windows', 'Fonts')]
    : [
        '/usr/share/fonts',
        '/usr/local/share/fonts',
        join(homedir(), '.local/share/fonts'),
        join(homedir(), '.fonts'),
        '/System/Library/Fonts',
        '/Library/Fonts',
      ]

/** Fonts with Chinese characters that this computer has, the best first. */
export async function findFonts(folders: readonly string[] = fontFolders()): Promise<readonly string[]> {
  const found = (await Promise.all(folders.map((folder) => filesIn(folder, DEEP)))).flat()
  return known.flatMap((name) => found.filter((path) => path.toLowerCase().endsWith(name)).slice(0, 1))
}

async function filesIn(folder: string, deep: number): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const paths = entries.map(async (entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return deep > 0 ? filesIn(path, deep - 1) : []
    return [path]
  })
  return (await Promise.all(paths)).flat()
}
