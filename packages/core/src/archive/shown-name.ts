/** What no name needs: control characters, marks that turn the direction of writing, what cannot be seen. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu

const LONGEST = 200

/** A file's name as people see it: the last part of its path, composed, without what hides its true ending. */
export function shownName(name: string): string {
  const last = shownParts(name).at(-1) ?? ''
  return last === '' ? '未命名' : shorten(last)
}

/** The parts of a path as people see them; `..`, drives and empty parts are left out. */
export function shownParts(path: string): readonly string[] {
  return path
    .normalize('NFC')
    .replace(invisible, '')
    .split(/[/\\]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part))
}

/** Long names lose their middle, never their ending. */
function shorten(name: string): string {
  const letters = [...name]
  if (letters.length <= LONGEST) return name
  const ending = endingOf(name)
  return `${letters.slice(0, LONGEST - ending.length - 1).join('')}…${ending}`
}

/** `.docx`; empty where there is none. */
export function endingOf(name: string): string {
  return /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? ''
}

/** What a paper is called before somebody has named it. */
export function titleOfFile(name: string): string {
  const shown = shownName(name)
  const bare = shown.slice(0, shown.length - endingOf(shown).length).trim()
  return bare === '' ? shown : bare
}
