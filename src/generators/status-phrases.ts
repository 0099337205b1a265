import { STATUS_CODES } from 'node:http';

/** The names of statuses in RFC 9110: Node has older ones of some. @see https://www.rfc-editor.org/rfc/rfc9110#section-15 */
export const STATUS_PHRASES: Readonly<Record<number | string, string | undefined>> = {
  ...STATUS_CODES,
  413: 'Content Too Large',
  422: 'Unprocessable Content',
};
