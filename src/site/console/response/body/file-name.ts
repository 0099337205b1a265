/** How a body is called as a file: by the operation and the time. */

const extensions: [pattern: RegExp, extension: string][] = [
  [/^application\/pdf$/, 'pdf'],
  [/^application\/zip$/, 'zip'],
  [/^application\/gzip$/, 'gz'],
  [/^text\/html$/, 'html'],
  [/^text\/csv$/, 'csv'],
  [/^text\/markdown$/, 'md'],
  [/^image\/jpeg$/, 'jpg'],
  [/^image\/svg\+xml$/, 'svg'],
  [/^(?:image|audio|video|font)\/([a-z0-9]{1,8})$/, '$1'],
  [/^application\/(?:x-)?(?:ndjson|jsonl)$/, 'jsonl'],
  [/[/+]json$/, 'json'],
  [/[/+]xml$/, 'xml'],
  [/[/+](?:x-)?yaml$/, 'yaml'],
  [/^text\//, 'txt'],
];

/**
 * `createContact-2026-11-25T01-45-03.json`
 * @param name Of the operation; what a file system might not take becomes a hyphen.
 * @param mediaType Without parameters.
 */
export function fileName(name: string, mediaType: string, time: Date): string {
  const type = mediaType.toLowerCase();
  const [pattern, found = 'bin'] = extensions.find(([candidate]) => candidate.test(type)) ?? [];
  const extension = found === '$1' ? pattern?.exec(type)?.[1] : found;
  const safe = name.replace(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^[-.]+/, '') || 'response';
  return `${safe}-${time.toISOString().slice(0, 19).replaceAll(':', '-')}.${extension}`;
}
