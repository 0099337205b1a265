/** The code of a block as a reader wants to have it: of a change the new lines, without their signs and the end of the last. */
export function codeOf(block: Element): string {
  const code = block.cloneNode(true) as Element;
  for (const part of code.querySelectorAll('del, [data-sign]')) part.remove();
  return code.textContent.replace(/\n$/, '');
}
