/**
 * Runs an Insomnia export as Insomnia's collection runner does, as far as ours uses it: variables of the environment, the bearer
 * token, scripts after the response. Its own runner, inso, is to be had as a download only.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect } from 'vitest';

interface Entry {
  name: string;
  value: string;
  disabled: boolean;
}
interface Body {
  mimeType?: string;
  text?: string;
  params?: { name: string; type?: 'text' | 'file'; value?: string; fileName?: string; multiline?: string }[];
  fileName?: string;
}
interface Resource {
  _id: string;
  _type: string;
  parentId: string | null;
  name: string;
  metaSortKey: number;
  data: Record<string, string>;
  method: string;
  url: string;
  parameters: Entry[];
  headers: Entry[];
  authentication: { token: string };
  body: Body;
  afterResponseScript: string;
}

interface Report {
  passed: number;
  /** The titles of tests that failed, and why. */
  failed: string[];
  /** `GET /v1/contacts` */
  sent: string[];
}

export async function runInsomnia(file: string, environment: string): Promise<Report> {
  const { resources } = JSON.parse(readFileSync(file, 'utf8')) as { resources: Resource[] };
  const chosen = resources.find(({ _type, name }) => _type === 'environment' && name === environment);
  const base = resources.find(({ _id }) => _id === chosen?.parentId);
  const variables: Record<string, string> = { ...base?.data, ...chosen?.data };
  const report: Report = { passed: 0, failed: [], sent: [] };
  for (const request of inOrder(resources)) {
    const response = await send(request, variables, dirname(file));
    report.sent.push(`${request.method} ${new URL(response.url).pathname}`);
    runScript(request, { code: response.status, text: await response.text() }, variables, report);
  }
  return report;
}

/** Folder by folder, each in the order of its sort keys. */
function inOrder(resources: readonly Resource[]): Resource[] {
  const bySortKey = (a: Resource, b: Resource) => a.metaSortKey - b.metaSortKey;
  const folders = resources.filter(({ _type }) => _type === 'request_group').sort(bySortKey);
  return folders.flatMap(({ _id }) =>
    resources.filter(({ _type, parentId }) => _type === 'request' && parentId === _id).sort(bySortKey),
  );
}

async function send(request: Resource, variables: Readonly<Record<string, string>>, folder: string): Promise<Response> {
  const fill = (text: string) =>
    text.replace(/\{\{ "(.)" \}\}|\{\{ _\.(\w+) \}\}|\{[{%#]|#\}/g, (tag, sign?: string, name?: string) => {
      if (sign !== undefined) return sign;
      const value = variables[name ?? ''];
      if (value === undefined) throw new Error(`${request.name}: there is no variable for ${tag}`);
      return value;
    });
  const url = new URL(fill(request.url));
  for (const { name, value, disabled } of request.parameters) if (!disabled) url.searchParams.append(name, fill(value));
  const headers = request.headers.filter(({ disabled }) => !disabled).map(({ name, value }) => [name, fill(value)]);
  const { body, type } = bodyOf(request.body, fill, folder);
  if (type !== undefined) headers.push(['Content-Type', type]);
  return fetch(url, {
    method: request.method,
    headers: [...headers, ['Authorization', `Bearer ${fill(request.authentication.token)}`]] as [string, string][],
    ...(body !== undefined && { body }),
  });
}

/** As Insomnia writes it, by its media type: a text form of fields, parts with a boundary of its own, a file, or the text as it is. */
function bodyOf(
  { mimeType, text, params = [], fileName }: Body,
  fill: (text: string) => string,
  folder: string,
): { body?: string; type?: string } {
  if (mimeType === 'application/x-www-form-urlencoded')
    return { body: new URLSearchParams(params.map(({ name, value = '' }) => [fill(name), fill(value)])).toString() };
  if (mimeType === 'multipart/form-data') {
    const boundary = 'X-INSOMNIA-BOUNDARY';
    const parts = params.map(({ name, type, value = '', fileName: file = '', multiline }) => {
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="${fill(name)}"`;
      if (type !== 'file')
        return `${head}${multiline === undefined ? '' : `\r\nContent-Type: ${multiline}`}\r\n\r\n${fill(value)}\r\n`;
      const known = file.endsWith('.png') ? 'image/png' : 'application/octet-stream';
      const content = readFileSync(join(folder, file), 'utf8');
      return `${head}; filename="${file}"\r\nContent-Type: ${known}\r\n\r\n${content}\r\n`;
    });
    return { body: `${parts.join('')}--${boundary}--\r\n`, type: `multipart/form-data; boundary=${boundary}` };
  }
  if (fileName !== undefined) return { body: readFileSync(join(folder, fileName), 'utf8') };
  return text === undefined ? {} : { body: fill(text) };
}

/** @see https://developer.konghq.com/insomnia/scripts/ */
function runScript(
  { afterResponseScript }: Resource,
  { code, text }: { code: number; text: string },
  variables: Record<string, string>,
  report: Report,
): void {
  const insomnia = {
    test: (title: string, check: () => void) => {
      try {
        check();
        report.passed += 1;
      } catch (error) {
        report.failed.push(`${title} ${String(error)}`);
      }
    },
    expect,
    response: {
      code,
      text: () => text,
      json: () => JSON.parse(text) as unknown,
      to: { have: { status: (status: number) => expect(code).to.equal(status) } },
    },
    environment: {
      get: (name: string) => variables[name],
      set: (name: string, value: string) => void (variables[name] = value),
    },
  };
  runInNewContext(afterResponseScript, { insomnia });
}
