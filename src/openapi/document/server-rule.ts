import type { Oas3Rule } from '@redocly/openapi-core';
import type { Faults } from './faults.ts';
import { isRecord } from './refs.ts';

/** `api.example.com/v1`, `{region}.example.com`, `10.0.0.1`, and any name with a port. By the rules, the port makes a scheme of it. */
const HOST = /^(?:[\w{}-]+\.)+(?:[a-z]{2,}|\d{1,3}\.\d{1,3})(?=\/|$)|^[\w.{}-]+:(?:\d|\{)/i;
/** `index.php/v1` is a path. */
const FILE = /^[\w-]+\.(?:php|aspx?|jsp|cgi)(?=\/|$)/i;

/** Tells a server that names its host without a scheme: by the rules that is a path, so requests lead elsewhere. */
export function serverRule(faults: Faults): Oas3Rule {
  return () => ({
    Server(server: unknown, { location }) {
      const url = isRecord(server) ? server.url : undefined;
      if (typeof url !== 'string' || !HOST.test(url) || FILE.test(url)) return;
      faults.add(
        'looks like a host without `https://` before it, and is read as it is written',
        location.child(['url']),
        url,
      );
    },
  });
}
