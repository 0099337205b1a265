import type { SdkModel } from '../model.ts';
import { exceptionName } from './exceptions.ts';
import { arrayOf, constantName, docBlock, float, literal, oneLine, phpFile } from './php-text.ts';
import type { PhpFile } from './php-text.ts';
import { className } from './php-text.ts';
import type { PhpTypes } from './php-types.ts';

/** Codes of errors, and what the core takes from the specification. */
export function printConstants(model: SdkModel, types: PhpTypes): PhpFile[] {
  return [
    ['ErrorCode.php', errorCodes(model)],
    ['Internal/Spec.php', specFile(model)],
    ['Internal/EventTypes.php', eventTypes(model, types)],
    ['Internal/EventExamples.php', eventExamples(model)],
  ];
}

function errorCodes({ errors }: SdkModel): string {
  const constants = errors.map(({ code, status, title, cause, fix, docUrl }) => {
    const doc = docBlock(
      [`${oneLine(title)} (${status}).`, '', oneLine(cause), '', oneLine(fix), '', `@link ${docUrl}`],
      '    ',
    );
    return `${doc}    public const ${constantName(code)} = ${literal(code)};\n`;
  });
  const body = `/** What \`errorCode\` of an {@see Exception\\ApiException} may be today. Later versions of the API may add others. */
final class ErrorCode
{
${constants.join('\n')}}`;
  return phpFile('Orbinto', [], body);
}

function specFile(model: SdkModel): string {
  const { defaults, retried, headers, oauth, errorClasses, errorDocUrl, baseUrl } = model;
  const statuses = Object.entries(errorClasses.byStatus).map(
    ([status, name]) => [status, `\\Orbinto\\Exception\\${exceptionName(name)}::class`] as const,
  );
  const constants: [string, string][] = [
    ['BASE_URL', literal(baseUrl)],
    ['TIMEOUT', float(defaults.timeoutSeconds)],
    ['TOTAL_TIMEOUT', float(defaults.totalTimeoutSeconds)],
    ['MAX_RETRIES', literal(defaults.maxRetries)],
    ['BACKOFF_FIRST', float(defaults.backoffSeconds.first)],
    ['BACKOFF_FACTOR', literal(defaults.backoffSeconds.factor)],
    ['BACKOFF_MOST', float(defaults.backoffSeconds.most)],
    ['JITTER_FROM', float(defaults.jitterFrom)],
    ['LONGEST_RETRY_AFTER', float(defaults.longestRetryAfterSeconds)],
    ['RETRIED_ALWAYS', literal(retried.always)],
    ['RETRIED_IF_REPEATABLE', literal(retried.ifRepeatable)],
    ['WEBHOOK_TOLERANCE', literal(defaults.webhookToleranceSeconds)],
    ['REFRESH_BEFORE_EXPIRY', literal(defaults.refreshBeforeExpirySeconds)],
    ['RATE_LIMIT_HEADERS', literal([headers.rateLimit.limit, headers.rateLimit.remaining, headers.rateLimit.reset])],
    ['REQUEST_ID_HEADER', literal(headers.requestId)],
    ['RETRY_AFTER_HEADER', literal(headers.retryAfter)],
    ['WEBHOOK_ID_HEADER', literal(headers.webhook.id)],
    ['WEBHOOK_TIMESTAMP_HEADER', literal(headers.webhook.timestamp)],
    ['WEBHOOK_SIGNATURE_HEADER', literal(headers.webhook.signature)],
    ['WEBHOOK_PLAIN_HEADER', literal(headers.webhook.plainSignature)],
    ['AUTHORIZE_URL', literal(oauth.authorizeUrl)],
    ['TOKEN_URL', literal(oauth.tokenUrl)],
    ['REVOKE_URL', literal(oauth.revokeUrl)],
    ['ERROR_DOC_URL', literal(errorDocUrl)],
    ['STATUS_CLASSES', arrayOf(statuses)],
  ];
  const body = `/**
 * What the core takes from the specification. Times are seconds.
 *
 * @internal
 */
final class Spec
{
${constants.map(([name, value]) => `    public const ${name} = ${value};\n`).join('')}}`;
  return phpFile('Orbinto\\Internal', [], body);
}

function eventTypes({ events }: SdkModel, types: PhpTypes): string {
  const classes = events.map(
    ({ name, payload }) => [name, `\\Orbinto\\Model\\${className(types.resultClass(payload))}::class`] as const,
  );
  const body = `/**
 * The class of each event.
 *
 * @internal
 */
final class EventTypes
{
    public const CLASSES = ${arrayOf(classes)};
}`;
  return phpFile('Orbinto\\Internal', [], body);
}

function eventExamples({ events }: SdkModel): string {
  const examples = events.map(({ name, example }) => [name, literal(JSON.stringify(example))] as const);
  const body = `/**
 * The documentation's example of each event, as JSON.
 *
 * @internal
 */
final class EventExamples
{
    public const ALL = ${arrayOf(examples)};
}`;
  return phpFile('Orbinto\\Internal', [], body);
}
