import { describe, expect, test } from 'vitest';
import { isInstalled } from '../../../../../tests/programs.ts';
import { knownOption, longName, VALUED } from './curl-options.ts';
import { spawnSync } from 'node:child_process';
import type { PastedRequest } from './pasted-request.ts';
import { readPasted } from './read-pasted.ts';

const url = 'https://api.example.com/v1/pets';
const pets = { origin: 'https://api.example.com', target: '/v1/pets' };
const form: [string, string] = ['Content-Type', 'application/x-www-form-urlencoded'];
const json: [string, string] = ['Content-Type', 'application/json'];
const text = (body: string) => ({ kind: 'text' as const, text: body });

/** What is pasted, and what of it is read; what is not named is as in a plain GET. */
const curls: [name: string, pasted: string, read: Partial<PastedRequest>][] = [
  ['single quotes', `curl '${url}?q=a b' -H 'X-A: it'\\''s'`, { target: '/v1/pets?q=a b', headers: [['X-A', "it's"]] }],
  [
    'double quotes with escapes',
    `curl "${url}" -H "X-A: \\"a\\" \\$x \\\\ \\n"`,
    { headers: [['X-A', '"a" $x \\ \\n']] },
  ],
  [
    "$'…' as Chrome writes a text with quotes and signs",
    `curl '${url}' --data-raw $'{"a":"it\\'s \\u0021 \\xc3\\xa9\\n"}'`,
    { method: 'POST', headers: [form], body: text('{"a":"it\'s ! é\n"}') },
  ],
  ['--data-raw keeps a leading @', `curl ${url} --data-raw @x`, { method: 'POST', headers: [form], body: text('@x') }],
  [
    '--data-urlencode in its forms',
    `curl ${url} --data-urlencode 'a=b c&d' --data-urlencode '=x+y' --data-urlencode 'é'`,
    { method: 'POST', headers: [form], body: text('a=b%20c%26d&x%2By&%C3%A9') },
  ],
  ['-G puts the data into the address', `curl -G ${url}?a=1 -d q=tea -d p=2`, { target: '/v1/pets?a=1&q=tea&p=2' }],
  [
    '--json twice is one text, with two headers',
    `curl ${url} --json '{"a":' --json '1}'`,
    { method: 'POST', headers: [json, ['Accept', 'application/json']], body: text('{"a":1}') },
  ],
  [
    '-F with texts, types, files and quotes',
    `curl ${url} -F name=Rex -F 'meta="{\\"a;b\\":1}";type=application/json' -F 'cut=a;b' -F 'photo=@"a;b.png";type=image/png' --form-string 'x=@y;type=z'`,
    {
      method: 'POST',
      body: {
        kind: 'parts',
        parts: [
          { name: 'name', text: 'Rex' },
          { name: 'meta', text: '{"a;b":1}', type: 'application/json' },
          { name: 'cut', text: 'a' },
          { name: 'photo', file: 'a;b.png', type: 'image/png' },
          { name: 'x', text: '@y;type=z' },
        ],
      },
    },
  ],
  ['-u is Basic', `curl -u 'jö:p:w' ${url}`, { headers: [['Authorization', 'Basic asO2OnA6dw==']] }],
  [
    'a user in the address',
    `curl https://jo%40x:pw@api.example.com/v1/pets`,
    { headers: [['Authorization', 'Basic am9AeDpwdw==']] },
  ],
  [
    '-d @file is not read',
    `curl ${url} -d @body.json`,
    { left: ['-d sends the file body.json, which no page can read: paste its text as the body.'] },
  ],
  [
    'lines that go on, of bash',
    `curl ${url} \\\n  -X DELETE \\\r\n  -H 'X-A: 1'`,
    { method: 'DELETE', headers: [['X-A', '1']] },
  ],
  [
    'lines that go on, of cmd, as Chrome copies them',
    `curl ^"${url}?a=1^&b=^%^20^" ^\r\n  -X ^"PATCH^" ^\r\n  -H ^"content-type: application/json^" ^\r\n  --data-raw ^"^{^\\^"a^\\^":^\\^"100^% ^^ it's^\\^"^}^"`,
    {
      method: 'PATCH',
      target: '/v1/pets?a=1&b=%20',
      headers: [['content-type', 'application/json']],
      body: text('{"a":"100% ^ it\'s"}'),
    },
  ],
  [
    'plain quotes of cmd, with doubled ones',
    `curl.exe "${url}" ^\n -H "Content-Type: application/json" -d "{\\"a\\": \\"b c\\"}" --url-query "x=""1"""`,
    { method: 'POST', target: '/v1/pets?x=%221%22', headers: [json], body: text('{"a": "b c"}') },
  ],
  ['short options in one word', `curl -sSLXPOST ${url}`, { method: 'POST' }],
  [
    'a value right behind its letter',
    `curl -XPUT -HX-A:1 -d'a=1' ${url}`,
    { method: 'PUT', headers: [['X-A', '1'], form], body: text('a=1') },
  ],
  ['several addresses', `curl ${url} https://b.example`, { left: ['The first of 2 addresses is taken.'] }],
  [
    'letters of any script',
    `curl '${url}/größe?q=日本' -d '🎉'`,
    { method: 'POST', target: '/v1/pets/größe?q=日本', headers: [form], body: text('🎉') },
  ],
  ['no scheme', 'curl api.example.com/v1/pets', { origin: 'http://api.example.com' }],
  ['--url before all', `curl --url ${url} --request POST`, { method: 'POST' }],
  ['--request=…, which curl itself does not take', `curl --request=PUT ${url}`, { method: 'PUT' }],
  [
    'a beginning of a name',
    `curl --get --data-u 'a=1' --compressed-s ${url}`,
    { target: '/v1/pets?a=1', left: ['--compressed-s is passed over: no page can do what it asks for.'] },
  ],
  ['cookies', `curl ${url} -b 'a=1; b=2'`, { headers: [['Cookie', 'a=1; b=2']] }],
  ['--compressed and what else is about the answer', `curl --compressed -o out.json -w '%{http_code}' -m 5 ${url}`, {}],
  ['a prompt', `$ curl ${url} \\\n> -X PUT`, { method: 'PUT' }],
  ['a prompt with a name and a folder', `jo@host:~/pets$ curl ${url}`, {}],
  [
    'several commands',
    `cd /tmp && KEY=1 curl ${url} | jq . > out.json; curl https://b.example # done`,
    { left: ['The first of 2 curl commands is taken.', 'Other commands around curl are passed over.'] },
  ],
  [
    'a body of a megabyte',
    `curl ${url} -d '${'x'.repeat(1_000_000)}'`,
    { method: 'POST', headers: [form], body: text('x'.repeat(1_000_000)) },
  ],
  [
    'a variable of the shell in a header',
    `curl ${url} -H "Authorization: Bearer \${KEY:?}" -H "X-A: $(date)"`,
    {
      left: [
        'Authorization is passed over: only your shell knows ${KEY:?}.',
        'X-A is passed over: only your shell knows $(date).',
      ],
    },
  ],
  ['a server in a variable', 'curl "$BASE/v1/pets"', { origin: undefined }],
  [
    'a header that is taken away, and an empty one',
    `curl ${url} -d a=1 -H 'Content-Type:' -H 'X-Empty;'`,
    { method: 'POST', headers: [['X-Empty', '']], body: text('a=1') },
  ],
  ['comments, and what a shell reads first', `# the pets\nX=1 sudo /usr/bin/curl ${url} 2>/dev/null <<< x # all`, {}],
  [
    '-I, --next and an option nobody has',
    `curl -I ${url} --frobnicate --next -X PUT ${url}`,
    {
      method: 'HEAD',
      left: [
        'What stands after --next is another request, and passed over.',
        '--frobnicate is no option of curl that is known here.',
      ],
    },
  ],
  [
    'what no page can do',
    `curl -k --proxy http://p --cert c.pem ${url}`,
    { left: ['-k', '--proxy', '--cert'].map((name) => `${name} is passed over: no page can do what it asks for.`) },
  ],
];

describe('curl commands that are hard to read', () => {
  test('are more than thirty', () => {
    expect(curls.length).toBeGreaterThanOrEqual(30);
  });

  test.each(curls)('%s', (_, pasted, read) => {
    expect(readPasted(pasted)).toEqual([{ method: 'GET', ...pets, headers: [], left: [], ...read }]);
  });

  test.each([
    ['a quote that is not closed', `curl '${url}`, /quote ' is not closed/],
    ['no address', 'curl -X POST', /has no address/],
    ['another scheme', 'curl file:///etc/passwd', /only http and https/],
    ['PowerShell', `Invoke-WebRequest -Uri "${url}"`, /Copy it as cURL/],
    ['nothing', ' \n', /nothing in it yet/],
    ['anything else', 'hello', /neither a curl command/],
  ])('a text that is none is told: %s', (_, pasted, reason) => {
    expect(() => readPasted(pasted)).toThrow(reason);
  });
});

test.skipIf(!isInstalled('curl'))('the options with a value are those of the curl that is installed', () => {
  const lines = spawnSync('curl', ['--help', 'all'], { encoding: 'utf8' }).stdout.split('\n');
  const told = lines.flatMap((line) => {
    const [, letter, name = '', value] = /^ +(?:-(.), +)?--([\w.-]+) ?([<[])?/.exec(line) ?? [];
    return name === '' ? [] : [{ letter, name, isValued: value !== undefined }];
  });
  expect(told.length).toBeGreaterThan(200);
  for (const { letter, name, isValued } of told) {
    expect(knownOption(name), name).toBe(name.startsWith('no-') ? knownOption(name) : name);
    expect(VALUED.has(name), name).toBe(isValued);
    if (letter !== undefined) expect(longName(letter), letter).toBe(name);
  }
});
