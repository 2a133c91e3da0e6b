import type { PDFDocumentProxy } from 'pdfjs-dist'
import programAddress from 'pdfjs-dist/legacy/build/pdf.min.js?url'
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.js?url'

type Renderer = typeof import('pdfjs-dist')

/** Encodings of Chinese fonts that a file names without holding them. */
const encodings = new Map(
  Object.entries(
    import.meta.glob<string>(
      [
        '../../../../../node_modules/pdfjs-dist/cmaps/{Adobe-GB1,GB,UniGB}*.bcmap',
        '../../../../../node_modules/pdfjs-dist/cmaps/{Adobe-CNS1,B5,ET,HK,CNS,UniCNS}*.bcmap',
        '../../../../../node_modules/pdfjs-dist/cmaps/{H,V}.bcmap',
      ],
      { query: '?url', import: 'default', eager: true },
    ),
  ).map(([path, address]) => [path.replace(/^.*\/|\.bcmap$/g, ''), address]),
)

/** Gives the renderer an encoding that it asks for by name. */
class EncodingReader {
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; compressionType: number }> {
    const address = encodings.get(name)
    if (address === undefined) throw new Error(name)
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(name)
    return { cMapData: new Uint8Array(await answer.arrayBuffer()), compressionType: 1 }
  }
}

let loading: Promise<Renderer> | undefined

/** The renderer is a file of its own, fetched with the first pdf: run as it was published, whatever the browser. */
function loadRenderer(): Promise<Renderer> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = programAddress
    script.addEventListener('load', () => {
      const renderer: Renderer = Reflect.get(window, 'pdfjs-dist/build/pdf')
      renderer.GlobalWorkerOptions.workerSrc = workerAddress
      resolve(renderer)
    })
    script.addEventListener('error', () => {
      loading = undefined
      reject(new Error(programAddress))
    })
    document.head.append(script)
  })
  return loading
}

/** Opens a pdf. No code of the file is run, and nothing but this server is asked. */
export async function openPdf(file: Blob): Promise<PDFDocumentProxy> {
  const renderer = await loadRenderer()
  const data = new Uint8Array(await file.arrayBuffer())
  const safe = { isEvalSupported: false, enableXfa: false, verbosity: 0 }
  return renderer.getDocument({ data, ...safe, CMapReaderFactory: EncodingReader, useWorkerFetch: false }).promise
}
