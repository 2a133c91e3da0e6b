import { pinyin } from 'pinyin-pro'

/** 欧阳小明 → `oyxm`; letters and digits stay. Surnames are read as surnames: 单 is shan. */
export function nameInitials(name: string): string {
  const initials = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' })
  return initials
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 40)
}
