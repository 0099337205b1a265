import { escapeXml } from '../../text/escape.ts';
import type { Schema, SchemaObject, SchemaRoot } from '../document/openapi-document.ts';
import type { XmlObject } from '../document/xml-object.ts';
import { isRecord } from '../document/refs.ts';
import { refName } from './component-ref.ts';
import { flatten } from './flatten.ts';

/**
 * A value as the XML that its schema describes: names, attributes, namespaces and wrapped lists as its `xml` members say.
 * Two spaces a level, without an XML declaration.
 * @see https://spec.openapis.org/oas/v3.1.1#xml-object
 */
export function xmlOf(document: SchemaRoot, schema: Schema, value: unknown): string {
  const { xml } = flatten(document, schema);
  const root = xml?.name ?? refName(schema) ?? 'root';
  if (Array.isArray(value)) {
    const items = flatten(document, schema).items ?? true;
    const name = flatten(document, items).xml?.name ?? refName(items) ?? 'item';
    return tag(xml, root, [], value.map((item) => element(document, name, items, item)).join('\n'));
  }
  return element(document, root, schema, value);
}

function element(document: SchemaRoot, name: string, schema: Schema, value: unknown): string {
  const flat = flatten(document, schema);
  if (!isRecord(value)) return tag(flat.xml, name, [], value === null || value === undefined ? '' : textOf(value));
  const { attributes, children } = contentOf(document, flat, value);
  return tag(flat.xml, name, attributes, children.join('\n'));
}

interface Content {
  attributes: string[];
  children: string[];
}

/** What stands in an element, or in the one around it where an object has none of its own. */
function contentOf(document: SchemaRoot, flat: SchemaObject, value: Record<string, unknown>): Content {
  const parts = Object.entries(value).map(([key, member]): Content => {
    const own = flat.properties?.[key] ?? true;
    const described = flatten(document, own);
    const { xml } = described;
    const isAttribute = xml?.attribute ?? xml?.nodeType === 'attribute';
    if (isAttribute && !isRecord(member))
      return { attributes: [`${qualified(xml, xml?.name ?? key)}="${textOf(member)}"`], children: [] };
    if (xml?.nodeType === 'none' && isRecord(member)) return contentOf(document, described, member);
    if (xml?.nodeType === 'text') return { attributes: [], children: [textOf(member)] };
    if (xml?.nodeType === 'cdata') return { attributes: [], children: [cdata(member)] };
    return { attributes: [], children: membersOf(document, key, own, member) };
  });
  return {
    attributes: parts.flatMap(({ attributes }) => attributes),
    children: parts.flatMap(({ children }) => children),
  };
}

/** A list stands as its items in a row, within an element of its own only where it is wrapped. */
function membersOf(document: SchemaRoot, key: string, schema: Schema, member: unknown): string[] {
  const { xml, items = true } = flatten(document, schema);
  if (!Array.isArray(member)) return [element(document, xml?.name ?? key, schema, member)];
  const name = flatten(document, items).xml?.name ?? key;
  const list = member.map((item) => element(document, name, items, item));
  const isWrapped = xml?.wrapped ?? xml?.nodeType === 'element';
  return isWrapped ? [tag(xml, xml?.name ?? key, [], list.join('\n'))] : list;
}

function tag(xml: XmlObject | undefined, name: string, attributes: string[], content: string): string {
  const full = qualified(xml, name);
  const space =
    xml?.namespace === undefined ? [] : [`xmlns${xml.prefix ? `:${xml.prefix}` : ''}="${textOf(xml.namespace)}"`];
  const open = [full, ...space, ...attributes].join(' ');
  if (content === '') return `<${open}/>`;
  return /^<(?!!)/.test(content) ? `<${open}>\n${indent(content)}\n</${full}>` : `<${open}>${content}</${full}>`;
}

function qualified(xml: XmlObject | undefined, name: string): string {
  // A name from a document may hold what no XML name can.
  const safe = name.replace(/[^\p{L}\p{N}_.-]+/gu, '_').replace(/^(?=[^\p{L}_])/u, '_');
  return xml?.prefix ? `${xml.prefix}:${safe}` : safe;
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}

function textOf(value: unknown): string {
  return escapeXml(typeof value === 'string' ? value : JSON.stringify(value));
}

/** Its end cannot stand in it. */
function cdata(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
