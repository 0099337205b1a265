/**
 * Copies a text that is still being made. Safari lets a page write only while the press is fresh: the text is handed over as
 * a promise where that is possible.
 * @throws where the browser refuses the clipboard, and what `text` rejects with
 * @see https://webkit.org/blog/10855/async-clipboard-api/
 */
export async function copyLater(text: Promise<string>): Promise<void> {
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(await text);
  const blob = text.then((made) => new Blob([made], { type: 'text/plain' }));
  return navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}
