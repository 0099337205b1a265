import { DEFAULTS } from '../../generators/sdk/defaults.ts';
import type { Bytes } from './bytes.ts';
import { findingsOf } from './diagnosis.ts';
import type { Diagnosis, Finding, Judgement, Pasted } from './diagnosis.ts';
import { bodyForms } from './forms/body-forms.ts';
import type { Form } from './forms/body-forms.ts';
import { secretForms } from './forms/secret-forms.ts';
import { judgeComputed } from './judge-computed.ts';
import { judgeHeader } from './judge-header.ts';
import { judgeUnknown } from './judge-unknown.ts';
import { readHeaders } from './read-headers.ts';
import type { DeliveryHeaders } from './read-headers.ts';
import { headerNames } from './schemes.ts';
import type { Scheme } from './schemes.ts';
import type { Ingredients } from './search.ts';
import { problemOf } from './unreadable.ts';

/** How far a receiver lets the clocks differ, in seconds. */
export const TOLERANCE = DEFAULTS.webhookToleranceSeconds;

/**
 * Says whether a delivery is signed as it must be and, if not, which of the known mistakes that is. It sends nothing anywhere.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export async function diagnose(pasted: Pasted): Promise<Diagnosis> {
  const problem = problemOf(pasted);
  if (problem !== undefined) return { kind: 'unreadable', problem };
  const headers = readHeaders(pasted.headers);
  const merged = headers.merged.flatMap((name) => findingsOf(['merged-headers'], name));
  const missing = missingHeaders(headers).flatMap((name) => findingsOf(['missing-header'], name));
  if (missing.length > 0) return tell([{ findings: [...merged, ...missing], notes: [] }]);
  const ingredients = ingredientsOf(pasted, headers);
  const signatures = await judgeSignatures(pasted, headers, ingredients);
  const isSigned = signatures.every(({ findings }) => findings.length === 0);
  return tell([
    { findings: merged, notes: [] },
    ...signatures,
    ...(isSigned ? [judgeTime(headers, pasted.receivedAt)] : []),
    await judgeComputed(pasted.computed ?? '', headers, ingredients),
    { findings: [], notes: notChecked(headers) },
  ]);
}

async function judgeSignatures(
  pasted: Pasted,
  headers: DeliveryHeaders,
  ingredients: Ingredients,
): Promise<Judgement[]> {
  const [plain, standard] = await Promise.all(
    (['plain', 'standard'] as const).map(async (scheme) =>
      headers[scheme] === undefined ? undefined : judgeHeader(scheme, headers, ingredients),
    ),
  );
  const judge = async (scheme: Scheme, own: Judgement | undefined, other: Judgement | undefined) =>
    headers[scheme] === undefined ? [] : [own ?? (await judgeUnknown(scheme, { headers, ingredients, pasted }, other))];
  return [...(await judge('plain', plain, standard)), ...(await judge('standard', standard, plain))];
}

/** The same is told once, whichever signature shows it. */
function tell(judgements: readonly Judgement[]): Diagnosis {
  const notes = judgements.flatMap((judgement) => judgement.notes);
  const findings: Finding[] = [];
  for (const finding of judgements.flatMap((judgement) => judgement.findings)) {
    const isKnown = findings.some(({ mistake, about }) => mistake === finding.mistake && about === finding.about);
    if (!isKnown) findings.push(finding);
  }
  return findings.length > 0 ? { kind: 'mistaken', findings, notes } : { kind: 'valid', notes };
}

/** What a verification lacks: one signature is enough, with what it covers. */
function missingHeaders(headers: DeliveryHeaders): string[] {
  const parts = (['id', 'timestamp', 'standard'] as const).filter((key) => headers[key] === undefined);
  if (parts.length < 3) return parts.map((key) => headerNames[key]);
  return headers.plain === undefined ? [headerNames.plain, headerNames.standard] : [];
}

function ingredientsOf({ body, secret, otherSecrets = '' }: Pasted, headers: DeliveryHeaders): Ingredients {
  const others = otherSecrets
    .split(/\r?\n/)
    .flatMap((line) => secretForms(line).map(({ value }): Form<string> => ({ value, mistake: 'other-secret' })));
  let bodies: Form<Bytes>[] | undefined;
  return {
    body,
    // Of a delivery that is right nobody asks for them.
    get bodies() {
      return (bodies ??= bodyForms(body));
    },
    secrets: [...secretForms(secret), ...others],
    id: headers.id ?? '',
    timestamp: headers.timestamp ?? '',
  };
}

function judgeTime({ timestamp }: DeliveryHeaders, receivedAt: number): Judgement {
  if (timestamp === undefined) return { findings: [], notes: [] };
  if (!/^\d{1,12}$/.test(timestamp))
    return { findings: findingsOf(['timestamp-format'], headerNames.timestamp), notes: [] };
  const age = Math.floor(receivedAt) - Number(timestamp);
  const distance = Math.abs(age) === 1 ? '1 second' : `${Math.abs(age)} seconds`;
  const notes = [`Signed ${distance} ${age < 0 ? 'after' : 'before'} it was received.`];
  if (Math.abs(age) <= TOLERANCE) return { findings: [], notes };
  const mistake = age > 0 ? 'old-timestamp' : 'future-timestamp';
  return { findings: findingsOf([mistake], headerNames.timestamp), notes };
}

function notChecked(headers: DeliveryHeaders): string[] {
  return (['plain', 'standard'] as const)
    .filter((scheme) => headers[scheme] === undefined)
    .map((scheme) => `${headerNames[scheme]} is not among the headers, so it was not checked.`);
}
