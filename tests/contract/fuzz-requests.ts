import type { OpenApiDocument } from '../../src/openapi/document/openapi-document.ts';
import type { Operation } from '../../src/openapi/model/operations.ts';
import type { Random } from '../../src/sandbox/random.ts';
import { Values } from './fuzz-schema.ts';
import { HOSTILE, mutate } from './fuzz-values.ts';
import { exampleBodies, exampleRequest } from './requests.ts';

/** What a request is made from, so that a failure can say it. */
export interface Draft {
  readonly operation: Operation;
  readonly request: Request;
  /** The request as a line to read. */
  readonly line: string;
}

const LEVELS: readonly string[] = ['_read', '_write', '_admin', '_admin', '_admin', '', ''];
const PLANS: readonly string[] = ['', '', '', '', '_free', '_basic', '_professional', '_enterprise'];
/** The workspaces that the requests go to. */
export const WORKSPACES = ['fuzzing1', 'fuzzing2', 'fuzzing3'];
const ODD_KEYS: readonly (string | null)[] = [null, 'sk_live_abc123', 'sk_test_x', 'token', 'sk_', ''];
const HEADERS: readonly Readonly<Record<string, string>>[] = [
  ...[
    'text/plain',
    'application/xml',
    'application/json; charset=latin1',
    'application/json;charset=utf-8',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/merge-patch+json',
    ';',
  ].map((type) => ({ 'Content-Type': type })),
  { 'Content-Encoding': 'gzip' },
  { Accept: 'application/xml' },
  { 'Accept-Language': 'tlh', 'If-None-Match': '*', Range: 'bytes=0-1' },
  { Origin: 'https://elsewhere.example', 'X-HTTP-Method-Override': 'DELETE' },
  { 'X-Forwarded-Proto': 'http', 'X-Forwarded-For': 'nobody' },
];
const BROKEN = [
  '',
  '{',
  '[1,]',
  'nul',
  '"\\ud800"',
  '{"a":1}{"b":2}',
  '\ufeff{}',
  '[['.repeat(5000),
  `"${'x'.repeat(1_100_000)}"`,
];

/** Draws requests of every operation, valid and not, on records that exist, are gone, or belong to another workspace. */
export class Requests {
  readonly #operations: readonly Operation[];
  readonly #random: Random;
  readonly #values: Values;
  readonly #tokens: string[] = [];
  /** Ids that answers have named, gone ones too. */
  readonly #ids: string[] = ['con_abc123', 'conv_abc123', 'vis_abc123', 'bot_abc123', 'op_xyz789', 'wh_abc123'];

  constructor(document: OpenApiDocument, operations: readonly Operation[], random: Random) {
    this.#operations = operations;
    this.#random = random;
    this.#values = new Values(document, random);
  }

  /** One of the workspaces that the requests go to. */
  workspace(): string {
    return this.#random.pick(WORKSPACES);
  }

  /** Learns an access token, which may have ended. */
  learnToken(token: string): void {
    this.#tokens.push(token);
    if (this.#tokens.length > 30) this.#tokens.shift();
  }

  /** Learns the ids that an answer names. */
  learn(text: string): void {
    for (const [id] of text.matchAll(/\b(?:con|conv|msg|vis|ses|bot|op|wh)_[0-9a-z]{6,}/g)) {
      if (this.#ids.length < 400) this.#ids.push(id);
      else this.#ids[this.#random.between(0, 399)] = id;
      if (this.#random.chance(0.7)) break;
    }
  }

  next(base: string): Draft {
    const operation = this.#random.pick(this.#operations);
    const body = this.#body(operation);
    const key = this.#key();
    const headers: Record<string, string> =
      body !== null && this.#random.chance(0.05) ? this.#random.pick(HEADERS) : {};
    const changes = { key, body, headers, path: this.#path(operation), query: this.#query(operation) };
    const request = exampleRequest(operation, base, changes);
    const line = `${request.method} ${request.url} key=${String(key)} ${JSON.stringify(headers)} ${JSON.stringify(body)}`;
    return { operation, request, line };
  }

  /** A key of any level and plan or an access token, of one of the workspaces; now and then none or a wrong one. */
  #key(): string | null {
    if (this.#random.chance(0.04)) return this.#random.pick(ODD_KEYS);
    if (this.#tokens.length > 0 && this.#random.chance(0.2)) return this.#random.pick(this.#tokens);
    return `sk_test_${this.workspace()}${this.#random.pick(LEVELS)}${this.#random.pick(PLANS)}`;
  }

  #path({ parameters, tag }: Operation): Record<string, string> {
    const given: Record<string, string> = {};
    for (const { name } of parameters.filter((parameter) => parameter.in === 'path')) {
      if (this.#random.chance(0.3)) continue;
      const prefix = name === 'message_id' ? 'msg' : { conversations: 'conv', messages: 'conv', chatbots: 'bot' }[tag];
      const fitting = this.#ids.filter((id) => id.startsWith(`${prefix ?? tag.slice(0, 2)}`));
      const id = this.#random.chance(0.8) && fitting.length > 0 ? this.#random.pick(fitting) : this.#oddId();
      given[name] = id;
    }
    return given;
  }

  #oddId(): string {
    if (this.#random.chance(0.1)) return '%E0%A4';
    if (this.#random.chance(0.5)) return this.#random.pick(this.#ids);
    // Dots and nothing at all would make another path of it.
    return `x${encodeURIComponent(this.#random.pick(HOSTILE).toWellFormed())}`;
  }

  #query({ parameters }: Operation): string {
    const query = new URLSearchParams();
    for (const { name, schema } of parameters.filter((parameter) => parameter.in === 'query')) {
      if (!this.#random.chance(0.2)) continue;
      const value = this.#random.chance(0.8) ? this.#values.draw(schema) : this.#random.pick(HOSTILE);
      query.append(name, name === 'after' && this.#random.chance(0.7) ? this.#random.pick(this.#ids) : String(value));
      if (this.#random.chance(0.03)) query.append(name, this.#random.pick(['1', '', String(value)]));
    }
    if (this.#random.chance(0.03)) query.append(this.#random.pick(HOSTILE), 'x');
    if (this.#random.chance(0.02)) return '?x=%FF';
    return query.size > 0 ? `?${query.toString()}` : '';
  }

  #body(operation: Operation): unknown {
    const schema = operation.requestBody?.content[0]?.schema;
    if (!operation.requestBody) return null;
    if (this.#random.chance(0.03)) return this.#random.pick(BROKEN);
    const examples = exampleBodies(operation);
    const value = this.#random.chance(0.6) ? this.#values.draw(schema) : this.#random.pick([...examples]);
    const body = this.#random.chance(0.4) ? mutate(value, this.#random) : value;
    return typeof body === 'string' ? JSON.stringify(body) : body;
  }
}
