/** Where a reader says that a page is right or wrong: by mail, or in an issue, as the site's owner has configured. */

/**
 * Checks what was configured.
 * @param address a mail address, or the https address of a form that takes `title` and `body`, such as `https://github.com/a/b/issues/new`
 * @throws Error that names the variable
 */
export function checkFeedbackAddress(address: string): string {
  if (/^[^\s@?&,:]+@[^\s@?&,:]+$/.test(address)) return address;
  if (URL.parse(address)?.protocol === 'https:') return address;
  throw new Error(
    `PUBLIC_FEEDBACK_ADDRESS is "${address}": write a mail address, or the https address of a form for issues.`,
  );
}

/**
 * A link to a message that the reader sends, from their own program or account. It is the same on every page: what is the reader's,
 * `fillIn` puts into it.
 * @param commit that the site was built from; empty where it is not known
 */
export function feedbackLink(address: string, commit: string): string {
  const facts = ['Page: ', 'Samples: ', ...(commit === '' ? [] : [`Built from: ${commit}`])];
  const body = ['What is right, wrong or missing?', '', '', ...facts, ''].join('\n');
  const title = 'About the documentation';
  if (!address.startsWith('https:'))
    return `mailto:${address}?${query([
      ['subject', title],
      ['body', body],
    ])}`;
  const separator = address.includes('?') ? '&' : '?';
  return (
    address +
    separator +
    query([
      ['title', title],
      ['body', body],
    ])
  );
}

/** Spaces as `%20`: mail programs show a plus as one. @see https://www.rfc-editor.org/rfc/rfc6068#section-5 */
function query(fields: readonly (readonly [string, string])[]): string {
  return fields.map(([name, value]) => `${name}=${encodeURIComponent(value.replaceAll('\n', '\r\n'))}`).join('&');
}
