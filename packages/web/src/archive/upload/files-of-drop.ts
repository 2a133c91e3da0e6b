/** A file with the folders it came in. */
export interface ChosenFile {
  readonly name: string
  readonly file: File
}

/** Leftovers of operating systems and office programs that nobody means to hand in. */
const leftover = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$|__MACOSX$)/i

/** Whether a path is of a file that a person sees in the folder. */
export const isMeant = (name: string): boolean => name.split('/').every((part) => !leftover.test(part))

/** Files of a file field; of a folder with its path. */
export const filesOfList = (files: Iterable<File>): readonly ChosenFile[] =>
  [...files].map((file) => ({ name: file.webkitRelativePath || file.name, file })).filter(({ name }) => isMeant(name))

/** Everything that was dropped, folders walked through. What cannot be read is left out. */
export async function filesOfDrop(data: DataTransfer): Promise<readonly ChosenFile[]> {
  // Entries must be taken before the first wait: afterwards the drop is empty.
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return filesOfList(data.files)
  const found = await Promise.all(entries.map(filesOfEntry))
  return found.flat().filter(({ name }) => isMeant(name))
}

async function filesOfEntry(entry: FileSystemEntry): Promise<readonly ChosenFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File | undefined>((resolve) => entry.file(resolve, () => resolve(undefined)))
    return file === undefined ? [] : [{ name: entry.fullPath.replace(/^\//, ''), file }]
  }
  if (!isFolder(entry)) return []
  const inside = await entriesOf(entry.createReader())
  return (await Promise.all(inside.map(filesOfEntry))).flat()
}

/** A reader gives a hundred entries at a time. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])))
  return some.length === 0 ? [] : [...some, ...(await entriesOf(reader))]
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
