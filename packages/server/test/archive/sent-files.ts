import { crc32, deflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

/** A small Word document of these paragraphs; `parts`: more parts, or others in their place. */
export function wordFile(paragraphs: readonly string[], parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const body = paragraphs.map((words) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`).join('')
  const all: Record<string, string> = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, words]) => [name, text(words)])))
}

/** A zip of these files, by the names in it. */
export function zipFile(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? text(content) : content]),
    ),
  )
}

/** A zip of one entry whose name is written as these bytes, as Windows in China does. */
export function zipNamed(name: Uint8Array, content: Uint8Array): Uint8Array {
  const packed = deflateRawSync(content)
  const sizes = (at: Buffer, from: number): Buffer => {
    at.writeUInt32LE(crc32(content), from)
    at.writeUInt32LE(packed.length, from + 4)
    at.writeUInt32LE(content.length, from + 8)
    at.writeUInt16LE(name.length, from + 12)
    return at
  }
  const local = sizes(Buffer.alloc(30), 14)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  const entry = sizes(Buffer.alloc(46), 16)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, entry, name, end])
}

/** A pdf of one page with these letters on it. */
export function pdfFile(words: string): Uint8Array {
  const stream = `BT /F1 12 Tf 10 100 Td (${words}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let out = '%PDF-1.4\n'
  const offsets: number[] = []
  for (const [at, object] of objects.entries()) {
    offsets.push(out.length)
    out += `${at + 1} 0 obj\n${object}\nendobj\n`
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return text(
    `${out}xref\n0 6\n0000000000 65535 f \n${rows}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF`,
  )
}
