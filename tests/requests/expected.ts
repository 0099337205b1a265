/** What each operation of `requests.yaml` puts on the wire, whoever sends it. */

export interface Expected {
  method: string;
  /** Path and query, as they stand in the first line of the request. */
  target: string;
  /** Those that the operation has a say in. */
  headers?: Record<string, string>;
  /** JSON without white space, any other text as it is, the parts of a multipart body each with its head. */
  body?: string | string[];
  /** Clients that do not send it. */
  not?: readonly string[];
}

const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const multipart = { 'content-type': 'multipart/form-data' };
const bearer = 'Bearer sk_1';

export const expected: Record<string, Expected> = {
  pathSimple: {
    method: 'GET',
    target: '/simple/a%2Cb,c%2Fd/R=1,G=%C3%A9/it%27s%20100%25%20%3F%23%26%3B%3D%2B%20%5Bx%5D',
  },
  pathStyles: { method: 'GET', target: '/label/.a.b.c/matrix/;R=1;G=x%3By/;list2=1,2' },
  pathTemplate: { method: 'GET', target: '/gr%C3%B6%C3%9Fe/string.json?kind=dog&q=tea' },
  queryStyles: {
    method: 'GET',
    target:
      '/query?exploded=a&exploded=b%26c&joined=red%2C%20dark,blue&spaced=a%20b&piped=a%7Cb' +
      '&deep[a]=1&deep[b%20c]=it%27s&deep[b%20c]=%2A&map=R,1,G,2&time=2026-02-11T10%3A30%3A00%2B01%3A00' +
      '&big=9007199254740993&price=10.50',
  },
  queryContents: {
    method: 'GET',
    target:
      '/query/contents?plain=name&json=%7B%22id%22%3A9007199254740993%2C%22t%22%3A%22%C3%BC%5C%22%22%7D' +
      '&file=a/b?c:d;e=f,g%27h%26i%23j%2Fk&list=a/b,c',
  },
  headers: {
    method: 'GET',
    target: '/headers',
    headers: {
      authorization: bearer,
      'x-list': 'a,b c',
      'x-map': 'R=1,G=2',
      'x-text': 'it\'s "%C3%A9" %E6%97%A5%E6%9C%AC $HOME `x` !! \\ #{x} %',
      'x-plain': 'abc',
      'x-json': '{"a":"\\u00e9"}',
    },
  },
  // In the console an empty field leaves the parameter out.
  emptyValues: { method: 'GET', target: '/empty?none=', headers: { 'x-empty': '' }, not: ['console'] },
  // A browser sends its own cookies.
  cookies: {
    method: 'GET',
    target: '/cookies',
    headers: { cookie: 'theme=dark%3B%20x; ids=1,2; sid=sk_1' },
    not: ['console'],
  },
  keys: { method: 'DELETE', target: '/keys?key=sk_1', headers: { 'x-app-id': 'sk_1', 'x-app-key': 'sk_1' } },
  // What has no body has no media type.
  action: { method: 'POST', target: '/actions' },
  actionPut: { method: 'PUT', target: '/actions' },
  actionPatch: { method: 'PATCH', target: '/actions' },
  basic: { method: 'OPTIONS', target: '/basic', headers: { authorization: 'Basic sk_1' } },
  json: {
    method: 'POST',
    target: '/json',
    headers: json,
    body:
      '{"0":"zero","text":"it\'s \\"quoted\\" $HOME `date` \\\\ \\\\n !! %s #{x} {y} é 日本 🎉 \u2028 <b>\\nnew\\tline",' +
      '"none":null,"list":[true,false,[],{},1.5,-3],"__proto__":"x"}',
  },
  jsonNumbers: {
    method: 'PUT',
    target: '/json/numbers',
    headers: { 'content-type': 'application/vnd.api+json' },
    body:
      '{"long":9223372036854775807,"longer":123456789012345678901234567890,"price":10.50,"one":1.0,"tiny":0.00001,' +
      '"huge":1e400,"text":"it\'s `${x}` \\\\"}',
  },
  jsonIntegers: {
    method: 'PATCH',
    target: '/json/integers',
    headers: json,
    body: '[-9223372036854775808,123456789012345678901234567890,9007199254740992]',
  },
  jsonSurrogate: { method: 'POST', target: '/json/surrogate', headers: json, body: '{"half":"\\ud800","\\udc00":"x"}' },
  jsonText: { method: 'POST', target: '/json/text', headers: json, body: '"it\'s"' },
  form: {
    method: 'POST',
    target: '/form',
    headers: form,
    body: 'z=a+b%26c%3Dd%2Be%27%C3%A9&b%5B%5D=1&b%5B%5D=9007199254740993&a=%7B%22x%22%3A1.0%7D&none=',
  },
  formSigns: { method: 'POST', target: '/form/signs', headers: form, body: 'a=*%7E&b=%40x' },
  formStyles: {
    method: 'POST',
    target: '/form/styles',
    headers: form,
    body: 'joined=a%2Cb,c%20d&deep[k]=v&raw=a/b&text=x+y',
  },
  multipart: {
    method: 'POST',
    target: '/multipart',
    headers: multipart,
    body: [
      "name=note\n\n@<it's;type=x\r\nnext é",
      'name=tags\n\na',
      'name=tags\n\nb',
      'name=photo filename=photo.bin application/octet-stream\n\nbytes of photo.bin',
      'name=pictures filename=pictures.bin image/png\n\nbytes of pictures.bin',
      'name=pictures filename=pictures.bin image/png\n\nbytes of pictures.bin',
    ],
  },
  multipartJson: {
    method: 'POST',
    target: '/multipart/json',
    headers: multipart,
    body: [
      'name=meta application/json\n\n{"id":9007199254740993,"t":"it\'s\\nü"}',
      'name=plain\n\nx',
      'name=file filename=file.bin application/octet-stream\n\nbytes of file.bin',
    ],
  },
  text: {
    method: 'POST',
    target: '/text',
    headers: { 'content-type': 'text/plain' },
    body: '@it\'s "é" \\ $x `y` #{z}\nline\ttab',
  },
  xml: {
    method: 'POST',
    target: '/xml',
    headers: { 'content-type': 'application/xml' },
    body: '<order>\n  <id>9007199254740993</id>\n</order>',
  },
  lines: {
    method: 'POST',
    target: '/lines',
    headers: { 'content-type': 'application/x-ndjson' },
    body: '{"a":1}\n{"a":2.0}\n',
  },
  bytes: {
    method: 'PUT',
    target: '/bytes',
    headers: { 'content-type': 'application/octet-stream' },
    body: 'bytes of file.bin',
  },
  image: { method: 'PUT', target: '/image', headers: { 'content-type': 'image/png' }, body: 'bytes of file.png' },
  anyType: { method: 'PUT', target: '/any', headers: json, body: '{"name":"tea"}' },
  elsewhere: { method: 'POST', target: '/elsewhere', headers: json, body: '{"sku":"A-1"}' },
  // `fetch` has no body with GET: the sample says so, and the console asks to clear it.
  searchWithBody: {
    method: 'GET',
    target: '/search',
    headers: json,
    body: '{"query":"tea"}',
    not: ['javascript', 'console'],
  },
  deleteWithBody: { method: 'DELETE', target: '/search', headers: json, body: '{"dry":true}' },
  queryMethod: { method: 'QUERY', target: '/records', headers: json, body: '{"name":"tea"}' },
  copyMethod: { method: 'COPY', target: '/records' },
  searchMethod: { method: 'M-SEARCH', target: '/records', headers: { 'content-type': 'text/plain' }, body: 'tea' },
  querystringForm: {
    method: 'GET',
    target: '/records/search?text=a+%2B+b%26c&tags=x&tags=y&sizes=1%2C2,3&key=sk_1',
  },
  querystringJson: {
    method: 'QUERY',
    target: '/records/search?%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D',
  },
  querystringText: { method: 'DELETE', target: '/records/search?%24.a.b%5B1%3A1%5D' },
  // A page cannot set cookies of another site.
  pathReserved: {
    method: 'GET',
    target: '/files/a:b@c%2Fd%3Fe,f;g%20h',
    headers: { cookie: 'theme=a=b; theme=c+d' },
    not: ['console'],
  },
  itemsByLine: {
    method: 'POST',
    target: '/stream',
    headers: { 'content-type': 'application/jsonl' },
    body: '{"n":7}\n',
  },
  itemsByEvent: {
    method: 'PUT',
    target: '/stream',
    headers: { 'content-type': 'application/json-seq' },
    body: '\u001e{"n":1}\n\u001e{"n":2}\n',
  },
  placedParts: {
    method: 'POST',
    target: '/parts',
    headers: { 'content-type': 'multipart/mixed' },
    body: [
      'name=undefined application/ld+json\n\n{"a":1}',
      "name=undefined text/html\n\nit's $1\r\nnew",
      'name=undefined text/html\n\n<b/>',
    ],
  },
  // The reader has the parts in a file; a console shows their text.
  placedFiles: {
    method: 'PUT',
    target: '/parts',
    headers: { 'content-type': 'multipart/mixed' },
    body: ['name=undefined image/png\n\nbytes'],
    not: ['console'],
  },
  relatedParts: {
    method: 'POST',
    target: '/related',
    headers: { 'content-type': 'multipart/related; type="application/json"' },
    body: ['name=meta application/json\n\n{"a":"it\'s"}', 'name=file filename=file.bin image/png\n\nbytes of file.bin'],
  },
  mixedParts: {
    method: 'PUT',
    target: '/related',
    headers: { 'content-type': 'multipart/mixed' },
    body: ["name=note\n\nit's", 'name=file filename=file.bin application/octet-stream\n\nbytes of file.bin'],
  },
  jsonFields: { method: 'POST', target: '/parts/json', headers: form, body: 'id=%22f81d4fae%22&count=2' },
  jsonParts: {
    method: 'PUT',
    target: '/parts/json',
    headers: multipart,
    body: ['name=tags application/json\n\n"a"', 'name=tags application/json\n\n"b\\""'],
  },
  headedParts: {
    method: 'POST',
    target: '/parts/headers',
    headers: multipart,
    body: [
      'name=note text/plain X-Lang: %C3%A9 "x"; y\n\nn',
      'name=file filename=file.bin application/octet-stream X-Doc-Id: D-17\n\nbytes of file.bin',
    ],
  },
  xmlFields: { method: 'POST', target: '/parts/xml', headers: form, body: 'a=%3Corder%2F%3E' },
  xmlParts: {
    method: 'PUT',
    target: '/parts/xml',
    headers: multipart,
    body: [
      'name=addresses application/xml; charset=utf-8\n\n<Address id="a">\n  <street>it\'s &lt;1&gt;</street>\n</Address>',
      'name=addresses application/xml; charset=utf-8\n\n<Address/>',
    ],
  },
};
