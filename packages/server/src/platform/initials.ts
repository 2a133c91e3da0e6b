import { pinyin } from 'pinyin-pro'

/** 石桥镇中心小学 → `sqzzxxx`; letters and digits stay. */
export function initialsOf(name: string): string {
  const initials = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' })
  return initials
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 80)
}
