import { formText } from './form-text.ts';
import { jsonString, jsonText } from './literal.ts';
import type { FormPart, SampleRequest, SecretText } from './request.ts';
import { comments, formFields, notSet, partsOf, secretsOf } from './request.ts';

/** Prints a request with Go's `net/http`, as a program that runs. */
export function go(request: SampleRequest): string {
  const body = bodyOf(request);
  const secrets = secretsOf(request);
  const packages = new Set(['io', 'log', 'net/http', ...(secrets.length > 0 ? ['os'] : []), ...body.packages]);
  packages.add(request.responseFormat === 'none' ? 'fmt' : 'os');
  return [
    ...comments(request, '//'),
    'package main',
    '',
    'import (',
    ...[...packages].toSorted().map((name) => `\t"${name}"`),
    ')',
    '',
    'func main() {',
    ...secrets.flatMap((name) => [`\tif os.Getenv("${name}") == "" {`, `\t\tlog.Fatal("${name} ${notSet}.")`, '\t}']),
    ...body.setup.map((line) => `\t${line}`),
    `\trequest, err := http.NewRequest(${quoted(request.method)}, ${string(request.url)}, ${body.reader})`,
    ...check,
    ...request.headers.map(([name, value]) => headerLine(name, string(value))),
    ...body.headers,
    '\tresponse, err := http.DefaultClient.Do(request)',
    ...check,
    '\tdefer response.Body.Close()',
    '\tif response.StatusCode >= 300 {',
    '\t\tanswer, _ := io.ReadAll(response.Body)',
    '\t\tlog.Fatalf("%s %s", response.Status, answer)',
    '\t}',
    ...shown(request),
    '}',
  ].join('\n');
}

/** Bytes are copied as they come, to a file or to the terminal. */
function shown({ responseFormat, responseFile = 'response' }: SampleRequest): string[] {
  if (responseFormat === 'none') return ['\tfmt.Println(response.Status)'];
  const isFile = responseFormat === 'file';
  return [
    ...(isFile ? [`\toutput, err := os.Create(${quoted(responseFile)})`, ...check, '\tdefer output.Close()'] : []),
    `\tif _, err := io.Copy(${isFile ? 'output' : 'os.Stdout'}, response.Body); err != nil {`,
    '\t\tlog.Fatal(err)',
    '\t}',
  ];
}

const checked = ['if err != nil {', '\tlog.Fatal(err)', '}'];
const check = checked.map((line) => `\t${line}`);

interface Body {
  packages: string[];
  setup: string[];
  reader: string;
  /** Lines that set a header of the request. */
  headers: string[];
}

function bodyOf(request: SampleRequest): Body {
  const { body, bodyFormat = 'json' } = request;
  const nothing: Body = { packages: [], setup: [], reader: 'nil', headers: [] };
  if (body === undefined) return nothing;
  switch (bodyFormat) {
    case 'json':
      return {
        ...nothing,
        packages: ['strings'],
        setup: [`body := strings.NewReader(${raw(jsonText(body))})`],
        reader: 'body',
      };
    case 'text':
      return {
        ...nothing,
        packages: ['strings'],
        setup: [`body := strings.NewReader(${raw(String(body))})`],
        reader: 'body',
      };
    case 'form':
      // `url.Values` would sort the fields.
      return { ...nothing, packages: ['strings'], reader: `strings.NewReader(${quoted(formText(body))})` };
    case 'multipart':
      return multipart(request);
    case 'binary':
      return {
        ...nothing,
        packages: ['os'],
        setup: [`file, err := os.Open(${quoted(String(body))})`, ...checked],
        reader: 'file',
      };
  }
}

function multipart({ body, multipartType }: SampleRequest): Body {
  const fields = formFields(body);
  const parts = fields.flatMap(([name, value], index) => {
    if (typeof value === 'string') return [`form.WriteField(${quoted(name)}, ${quoted(value)})`];
    const [file, part] = [`file${index}`, `part${index}`];
    return [
      ...('file' in value ? [`${file}, err := os.ReadFile(${quoted(value.file)})`, ...checked] : []),
      ...createPart(part, name, value),
      `${part}.Write(${'file' in value ? file : `[]byte(${quoted(value.text)})`})`,
    ];
  });
  const typed = fields.flatMap(([, value]) => (typeof value === 'string' ? [] : [value]));
  const hasTypes = typed.some((part) => !isPlainFile(part));
  const hasFiles = typed.some((part) => 'file' in part);
  const contentType =
    multipartType === undefined
      ? 'form.FormDataContentType()'
      : `${quoted(`${multipartType}; boundary=`)}+form.Boundary()`;
  return {
    packages: ['bytes', 'mime/multipart', ...(hasTypes ? ['net/textproto'] : []), ...(hasFiles ? ['os'] : [])],
    setup: ['body := &bytes.Buffer{}', 'form := multipart.NewWriter(body)', ...parts, 'form.Close()'],
    reader: 'body',
    headers: [headerLine('Content-Type', contentType)],
  };
}

/** What `mime/multipart` makes for a file is always of `application/octet-stream`. */
function createPart(variable: string, name: string, part: FormPart): string[] {
  if (isPlainFile(part))
    return [`${variable}, _ := form.CreateFormFile(${quoted(name)}, ${quoted('file' in part ? part.file : name)})`];
  const file = 'file' in part ? `; filename="${headerText(part.file)}"` : '';
  const headers = [
    ['Content-Disposition', `form-data; name="${headerText(name)}"${file}`],
    ['Content-Type', part.type ?? 'application/octet-stream'],
    ...(part.headers ?? []),
  ].map(([header = '', value = '']) => [`${quoted(header)}:`, quoted(value)] as const);
  const width = Math.max(...headers.map(([header]) => header.length));
  return [
    `${variable}, _ := form.CreatePart(textproto.MIMEHeader{`,
    ...headers.map(([header, value]) => `\t${header.padEnd(width)} {${value}},`),
    '})',
  ];
}

function isPlainFile({ type, headers }: FormPart): boolean {
  return type === undefined && headers === undefined;
}

/** Name or file name inside a part's header, as `CreateFormFile` writes it. */
function headerText(text: string): string {
  return text.replace(/[\\"]/g, '\\$&').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** @param value an expression */
function headerLine(name: string, value: string): string {
  return `\trequest.Header.Set(${quoted(name)}, ${value})`;
}

/** A raw string keeps JSON readable; it cannot hold a backquote or a carriage return. */
function raw(text: string): string {
  return /[`\r\u001e\ufeff]/.test(text) || !text.isWellFormed() ? quoted(text) : `\`${text}\``;
}

function quoted(text: string): string {
  return jsonString(text.toWellFormed());
}

function string(text: SecretText): string {
  const parts = partsOf(text).map((part) =>
    typeof part === 'string' ? quoted(part) : `os.Getenv("${part.variable}")`,
  );
  return parts.join('+') || '""';
}
