import { validateWith } from '../checks/validate-body.ts';
import type { Validator } from '../checks/validate-body.ts';
import { ApiError } from '../http/api-error.ts';
import { MAX_COUNTER } from '../ids.ts';
import type { Kind } from '../records/collections.ts';
import type { Stored } from '../records/row.ts';
import type { Deletion } from '../records/deletions.ts';
import { ControlError, invalid } from './control-error.ts';
import { membersOf } from './members.ts';
import { EXPORTED_KINDS, FORMAT, VERSION } from './state.ts';
import type { StateDocument } from './state.ts';
import { eachInSteps } from './steps.ts';
import type { Steps } from './steps.ts';

export type RecordValidators = Readonly<Record<Kind, Validator>>;

/** What the API deletes. */
const DELETABLE: readonly string[] = ['contacts', 'chatbots', 'webhooks'];
const ID = /^[a-z]+_[A-Za-z0-9]+$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/**
 * Checks a document: its form, and every record of it against the spec's schema.
 * @param seed the number that this sandbox's records are made from
 * @param validators of the records, by kind
 * @throws ControlError 422 that names the place
 */
export function* readState(body: unknown, seed: number, validators: RecordValidators): Steps<StateDocument> {
  const members = membersOf(body, ['format', 'version', 'seed', 'counter', 'records', 'deleted'], '');
  const { format, version, counter = 0, records = {}, deleted = [] } = members;
  if (format !== FORMAT) throw invalid('format', `must be '${FORMAT}'`);
  if (version !== VERSION) throw invalid('version', `must be ${VERSION}`);
  if (members['seed'] !== seed) {
    throw invalid('seed', `must be ${seed}, the number that this sandbox's records are made from`);
  }
  if (typeof counter !== 'number' || !Number.isInteger(counter) || counter < 0 || counter > MAX_COUNTER) {
    throw invalid('counter', `must be a whole number from 0 to ${MAX_COUNTER}`);
  }
  return {
    format: FORMAT,
    version: VERSION,
    seed,
    counter,
    records: yield* readRecords(records, validators),
    deleted: yield* readDeletions(deleted),
  };
}

function* readRecords(value: unknown, validators: RecordValidators): Steps<StateDocument['records']> {
  const members = membersOf(value, EXPORTED_KINDS, 'records');
  for (const [kind, records] of Object.entries(members)) {
    const where = `records.${kind}`;
    if (!Array.isArray(records)) throw invalid(where, 'must be a list');
    yield* eachInSteps(records as unknown[], (record, index) =>
      checkRecord(validators[kind as Kind], record, `${where}[${index}]`),
    );
    yield* refuseTwice(records as Stored[], where);
  }
  return members;
}

function checkRecord(validate: Validator, record: unknown, where: string): void {
  try {
    validateWith(validate, record);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { param, message } = error;
    const path = param === undefined ? where : `${where}.${param}`;
    const reason = param === undefined ? message.replace('The request body', `'${where}'`) : message;
    throw new ControlError(422, 'invalid_parameter', reason.replace(`'${param}'`, `'${path}'`), { param: path });
  }
}

function* refuseTwice(records: readonly Stored[], where: string): Steps {
  const seen = new Set<string>();
  yield* eachInSteps(records, ({ id }, index) => {
    if (seen.has(id)) throw invalid(`${where}[${index}].id`, 'must be unique among the records of its kind');
    seen.add(id);
  });
}

function* readDeletions(value: unknown): Steps<Deletion[]> {
  if (!Array.isArray(value)) throw invalid('deleted', 'must be a list');
  const deletions: Deletion[] = [];
  yield* eachInSteps(value as unknown[], (item, index) => {
    const where = `deleted[${index}]`;
    const { kind, id, sort } = membersOf(item, ['kind', 'id', 'sort'], where);
    if (!DELETABLE.includes(String(kind))) throw invalid(`${where}.kind`, `must be one of ${DELETABLE.join(', ')}`);
    if (typeof id !== 'string' || !ID.test(id)) throw invalid(`${where}.id`, 'must be the id of a record');
    if (typeof sort !== 'string' || !TIME.test(sort)) throw invalid(`${where}.sort`, 'must be a time in UTC');
    deletions.push({ kind: String(kind), id, sort });
  });
  return deletions;
}
