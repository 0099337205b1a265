/** Requests that no example of a document leads to, and what each puts on the wire. */
import type { SampleRequest } from '../../src/generators/samples/request.ts';
import type { Expected } from './expected.ts';

interface OddRequest {
  request: SampleRequest;
  expected: Expected;
}

const hostile = `it's "quoted" $HOME \`date\` $(date) \\ \\n !! %s #{x} {y} é 日本 🎉 \u2028 <script>\nnew\tline`;
const jsonHeader: [string, string] = ['Content-Type', 'application/json'];
const json = { 'content-type': 'application/json' };

/** What the environment variable of `secret` holds. */
export const SECRET = 'sk "secret" $1';
const secret = { variable: 'ODD_KEY' };

/** By name; the address begins with that of the server. */
export const oddRequests: Record<string, OddRequest> = {
  oddSecret: {
    request: {
      method: 'DELETE',
      url: '/items/a%20b?filter[tag]=x,y',
      headers: [
        ['Authorization', ['Bearer ', secret, `'s {end}`]],
        ['X-Note', `it's "$5" \`a\` !! \\ #{x} {y}`],
        ['X-Key', [secret]],
      ],
    },
    expected: {
      method: 'DELETE',
      target: '/items/a%20b?filter[tag]=x,y',
      headers: {
        authorization: `Bearer ${SECRET}'s {end}`,
        'x-note': `it's "$5" \`a\` !! \\ #{x} {y}`,
        'x-key': SECRET,
      },
    },
  },
  hostileNames: {
    request: {
      method: 'POST',
      url: '/',
      headers: [jsonHeader],
      body: { text: hostile, [hostile]: 1, '\u0000': '\u0000' },
    },
    expected: {
      method: 'POST',
      target: '/',
      headers: json,
      body: JSON.stringify({ text: hostile, [hostile]: 1, '\u0000': '\u0000' }),
    },
  },
  mapsLikeLists: {
    request: { method: 'POST', url: '/', headers: [jsonHeader], body: { '0': 'zero', '1': {}, '2': [[]] } },
    expected: { method: 'POST', target: '/', headers: json, body: '{"0":"zero","1":{},"2":[[]]}' },
  },
  hostileForm: {
    request: {
      method: 'POST',
      url: '/',
      headers: [['Content-Type', 'application/x-www-form-urlencoded']],
      body: [
        ['tags[]', hostile],
        ['tags[]', '@x'],
        ['b&c', ''],
      ],
      bodyFormat: 'form',
    },
    expected: {
      method: 'POST',
      target: '/',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams([
        ['tags[]', hostile],
        ['tags[]', '@x'],
        ['b&c', ''],
      ]).toString(),
    },
  },
  twoPhotos: {
    request: {
      method: 'POST',
      url: '/',
      headers: [],
      body: [
        ['photos', { file: 'photo.bin', type: 'image/png' }],
        ['photos', { file: 'a;b,"c.txt' }],
      ],
      bodyFormat: 'multipart',
    },
    expected: {
      method: 'POST',
      target: '/',
      headers: { 'content-type': 'multipart/form-data' },
      body: [
        'name=photos filename=photo.bin image/png\n\nbytes of photo.bin',
        'name=photos filename=a;b,"c.txt application/octet-stream\n\nbytes of a;b,"c.txt',
      ],
    },
  },
  hostileText: {
    request: {
      method: 'PUT',
      url: '/',
      headers: [['Content-Type', 'text/plain']],
      body: `@${hostile}\r\n`,
      bodyFormat: 'text',
    },
    expected: { method: 'PUT', target: '/', headers: { 'content-type': 'text/plain' }, body: `@${hostile}\r\n` },
  },
  nothingBack: {
    request: { method: 'HEAD', url: '/', headers: [], responseFormat: 'none' },
    expected: { method: 'HEAD', target: '/' },
  },
};
