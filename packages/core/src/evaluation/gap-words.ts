/** How a gap begins in words: of what should be more, and of what should be less. */
export const MORE = '还差'
export const LESS = '应减少'
