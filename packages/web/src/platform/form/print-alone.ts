/** Prints these lines on a sheet of their own, whatever else is on the page. They are taken away when it is printed. */
export function printAlone(lines: readonly string[]): void {
  const sheet = document.createElement('div')
  sheet.className = 'print-alone'
  for (const line of lines) {
    const paragraph = document.createElement('p')
    paragraph.textContent = line
    sheet.append(paragraph)
  }
  document.body.append(sheet)
  document.body.classList.add('prints-alone')
  const clear = (): void => {
    sheet.remove()
    document.body.classList.remove('prints-alone')
  }
  window.addEventListener('afterprint', clear, { once: true })
  window.print()
}
