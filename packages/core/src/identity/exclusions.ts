import { type Duty, type RoleId, roles } from './roles.ts'

/**
 * Two roles that must not meet in one person, or undefined. With the three administrators kept apart (三员), one who
 * is one of them is nothing else; without it anything may meet.
 */
export function findExclusion(
  held: readonly RoleId[],
  kept: { readonly apart: boolean },
): readonly [RoleId, RoleId] | undefined {
  if (!kept.apart) return undefined
  for (const [index, one] of held.entries()) {
    for (const other of held.slice(index + 1)) if (excludes(roles[one].duty, roles[other].duty)) return [one, other]
  }
  return undefined
}

function excludes(one: Duty, other: Duty): boolean {
  return one !== other
}
