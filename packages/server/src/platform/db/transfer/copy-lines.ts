/** Cuts COPY text into chunks that end at line ends. In COPY text a line end always ends a row. */
export async function* wholeLines(chunks: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true })
    const end = rest.lastIndexOf('\n') + 1
    if (end === 0) continue
    yield rest.slice(0, end)
    rest = rest.slice(end)
  }
  rest += decoder.decode()
  if (rest !== '') yield `${rest}\n`
}
