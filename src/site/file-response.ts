import { stringify } from 'yaml';

/** A route's answer: JSON, indented, since people read these files too. */
export function jsonFile(value: unknown): Response {
  return new Response(`${JSON.stringify(value, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
}

/** A route's answer: YAML without anchors, which some readers do not know. */
export function yamlFile(value: unknown): Response {
  const text = stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 });
  return new Response(text, { headers: { 'Content-Type': 'application/yaml; charset=utf-8' } });
}

export function xmlFile(text: string): Response {
  return new Response(text, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
}
