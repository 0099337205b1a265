import { parseDateTime } from './date-time.ts';

/** Email addresses as RFC 5321 lets them be used in practice: no quoted local part, no address literal. */
const EMAIL =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/i;

function isHttpUrl(text: string): boolean {
  if (!/^https?:\/\/[^\s\\]+$/i.test(text)) return false;
  return URL.canParse(text);
}

/** The string formats that the spec uses; validators look them up here. */
export const formats = {
  email: (text: string): boolean => text.length <= 254 && EMAIL.test(text),
  uri: isHttpUrl,
  'date-time': (text: string): boolean => parseDateTime(text) !== undefined,
};

export type Format = keyof typeof formats;
