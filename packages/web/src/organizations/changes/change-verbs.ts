export const changeVerbs = ['rename', 'move', 'merge', 'split', 'close'] as const
export type ChangeVerb = (typeof changeVerbs)[number]
