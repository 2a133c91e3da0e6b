/** The bytes that a data address holds, as a file. */
export function fileOfData(data: string, name: string): File {
  const bytes = Uint8Array.from(atob(data.slice(data.indexOf(',') + 1)), (sign) => sign.charCodeAt(0))
  return new File([bytes], name, { type: data.slice(5, data.indexOf(';')) })
}
