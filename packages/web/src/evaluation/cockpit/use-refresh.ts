import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

const EVERY_MS = 60_000
/** What can be another a minute later: which run is the newest, and what was handed in. A run itself never changes. */
const changing = ['runs', 'run', 'deadlines']

/** Reads anew once a minute; gives when it last did. */
export function useRefresh(): Date {
  const client = useQueryClient()
  const [at, setAt] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => {
      void client.invalidateQueries({ predicate: ({ queryKey }) => changing.includes(String(queryKey[0])) })
      setAt(new Date())
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [client])
  return at
}
