import { jsonString } from './literal.ts';
import type { FormPart, SampleRequest, SecretText } from './request.ts';
import { fileNameOf, formFields, partsOf } from './request.ts';

/** Prints a request with Go's `net/http`, as a program that runs. */
export function go(request: SampleRequest): string {
  const body = bodyOf(request);
  const packages = new Set(['io', 'log', 'net/http', 'os', ...body.packages]);
  return [
    'package main',
    '',
    'import (',
    ...[...packages].toSorted().map((name) => `\t"${name}"`),
    ')',
    '',
    'func main() {',
    ...body.setup.map((line) => `\t${line}`),
    `\trequest, err := http.NewRequest("${request.method}", ${string(request.url, request)}, ${body.reader})`,
    ...check,
    ...[...request.headers, ...body.headers].map(([name, value]) => headerLine(name, value, request)),
    '\tresponse, err := http.DefaultClient.Do(request)',
    ...check,
    '\tdefer response.Body.Close()',
    '\tlog.Println(response.Status)',
    '\tif _, err := io.Copy(os.Stdout, response.Body); err != nil {',
    '\t\tlog.Fatal(err)',
    '\t}',
    '}',
  ].join('\n');
}

const check = ['\tif err != nil {', '\t\tlog.Fatal(err)', '\t}'];

/** The content type of a multipart body is an expression, not a text. */
const formContentType = 'form.FormDataContentType()';

interface Body {
  packages: string[];
  setup: string[];
  reader: string;
  headers: [string, string][];
}

function bodyOf({ body, bodyFormat = 'json' }: SampleRequest): Body {
  const nothing: Body = { packages: [], setup: [], reader: 'nil', headers: [] };
  if (body === undefined) return nothing;
  switch (bodyFormat) {
    case 'json':
      return {
        ...nothing,
        packages: ['strings'],
        setup: [`body := strings.NewReader(${raw(JSON.stringify(body, null, 2))})`],
        reader: 'body',
      };
    case 'text':
      return {
        ...nothing,
        packages: ['strings'],
        setup: [`body := strings.NewReader(${raw(String(body))})`],
        reader: 'body',
      };
    case 'form': {
      const lines = formFields(body).map(([name, value]) => `form.Add(${quoted(name)}, ${quoted(String(value))})`);
      return {
        ...nothing,
        packages: ['net/url', 'strings'],
        setup: ['form := url.Values{}', ...lines],
        reader: 'strings.NewReader(form.Encode())',
      };
    }
    case 'multipart':
      return multipart(body);
    case 'binary':
      return {
        ...nothing,
        setup: [`file, err := os.Open(${quoted(String(body))})`, ...check.map((line) => line.slice(1))],
        reader: 'file',
      };
  }
}

function multipart(body: unknown): Body {
  const fields = formFields(body);
  const parts = fields.flatMap(([name, value], index) => {
    if (typeof value === 'string') return [`form.WriteField(${quoted(name)}, ${quoted(value)})`];
    const [file, part] = [`file${index}`, `part${index}`];
    return [
      ...('file' in value ? [`${file}, _ := os.ReadFile(${quoted(value.file)})`] : []),
      ...createPart(part, name, value),
      `${part}.Write(${'file' in value ? file : `[]byte(${quoted(value.text)})`})`,
    ];
  });
  const hasTypes = fields.some(([, value]) => typeof value !== 'string' && value.type !== undefined);
  return {
    packages: ['bytes', 'mime/multipart', ...(hasTypes ? ['net/textproto'] : [])],
    setup: ['body := &bytes.Buffer{}', 'form := multipart.NewWriter(body)', ...parts, 'form.Close()'],
    reader: 'body',
    headers: [['Content-Type', formContentType]],
  };
}

/** What `mime/multipart` makes for a file is always of `application/octet-stream`. */
function createPart(variable: string, name: string, part: FormPart): string[] {
  if (part.type === undefined)
    return [`${variable}, _ := form.CreateFormFile(${quoted(name)}, ${quoted(fileNameOf(name, part))})`];
  const file = 'file' in part ? `; filename="${headerText(part.file)}"` : '';
  return [
    `${variable}, _ := form.CreatePart(textproto.MIMEHeader{`,
    `\t"Content-Disposition": {${quoted(`form-data; name="${headerText(name)}"${file}`)}},`,
    `\t"Content-Type":        {${quoted(part.type)}},`,
    '})',
  ];
}

/** Name or file name inside a part's header, as `CreateFormFile` writes it. */
function headerText(text: string): string {
  return text.replace(/[\\"]/g, '\\$&').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function headerLine(name: string, value: SecretText, request: SampleRequest): string {
  return `\trequest.Header.Set(${quoted(name)}, ${value === formContentType ? value : string(value, request)})`;
}

/** A raw string keeps JSON readable; it cannot hold a backquote or a carriage return. */
function raw(text: string): string {
  return /[`\r\ufeff]/.test(text) || !text.isWellFormed() ? quoted(text) : `\`${text}\``;
}

function quoted(text: string): string {
  return jsonString(text.toWellFormed());
}

function string(text: SecretText, { secretVariable }: SampleRequest): string {
  const variable = `os.Getenv("${secretVariable}")`;
  const parts = partsOf(text).flatMap((part, index) => [
    ...(index > 0 ? [variable] : []),
    ...(part === '' ? [] : [quoted(part)]),
  ]);
  return parts.join('+') || '""';
}
