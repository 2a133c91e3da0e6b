/** True when a path fits one of the globs: `*` within a folder, `**` across folders, `?` one letter. A glob without `/` is held against the file's name. */
export function matchesGlob(path: string, globs: readonly string[]): boolean {
  const name = path.split('/').at(-1) ?? path
  return globs.some((glob) => toPattern(glob).test(glob.includes('/') ? path : name))
}

function toPattern(glob: string): RegExp {
  const source = glob
    .split(/(\*\*\/?|\*|\?)/)
    .map((part) => {
      if (part === '**/') return '(?:.*/)?'
      if (part === '**') return '.*'
      if (part === '*') return '[^/]*'
      if (part === '?') return '[^/]'
      return part.replace(/[.+^${}()|[\]\\]/g, '\\$&')
    })
    .join('')
  return new RegExp(`^${source}$`, 'iu')
}
