import { useEffect } from 'react'

/** Takes the frame around the page away while it stands on a wall. */
export function useWall(isWall: boolean): void {
  useEffect(() => {
    if (!isWall) return
    document.documentElement.classList.add('wall')
    return () => document.documentElement.classList.remove('wall')
  }, [isWall])
}
