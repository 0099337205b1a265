<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto;

/** What `errorCode` of an {@see Exception\ApiException} may be today. Later versions of the API may add others. */
final class ErrorCode
{
    /**
     * The request is not valid HTTP (400).
     *
     * What arrived cannot be read as an HTTP request, or does not say plainly which host it is for. Nothing of it was
     * looked at.
     *
     * Send requests with an HTTP client rather than writing to the socket, and look for line breaks in headers and
     * for a Content-Length that does not fit the body.
     *
     * @link https://developers.orbinto.com/errors/#malformed_request
     */
    public const MALFORMED_REQUEST = 'malformed_request';

    /**
     * The request did not arrive in time (408).
     *
     * The headers or the body were not sent to their end, or the Content-Length is larger than the body.
     *
     * Look for a Content-Length that does not fit the body, then send the request again.
     *
     * @link https://developers.orbinto.com/errors/#request_timeout
     */
    public const REQUEST_TIMEOUT = 'request_timeout';

    /**
     * The Expect header cannot be met (417).
     *
     * The `Expect` header asks for something else than `100-continue`.
     *
     * Leave the header out.
     *
     * @link https://developers.orbinto.com/errors/#expectation_failed
     */
    public const EXPECTATION_FAILED = 'expectation_failed';

    /**
     * The host is not served here (421).
     *
     * The host in the request's address or in its `Host` header is another one. The sandbox answers for `localhost`,
     * for the address it listens on, and for the names given with `--allow-host`, so that no web page reaches it
     * under a name of its own.
     *
     * Use the address that the sandbox prints, or start it with `--allow-host` and the name that you reach it by.
     *
     * @link https://developers.orbinto.com/errors/#misdirected_request
     */
    public const MISDIRECTED_REQUEST = 'misdirected_request';

    /**
     * The headers are too large (431).
     *
     * The address with its query string, or the headers, are too long.
     *
     * Put long values into the body, and look for cookies that your client sends along.
     *
     * @link https://developers.orbinto.com/errors/#headers_too_large
     */
    public const HEADERS_TOO_LARGE = 'headers_too_large';

    /**
     * The method is not known (501).
     *
     * The method of the request is none that HTTP knows, none that an API has a use for, or is not written in capital
     * letters.
     *
     * Use one of the methods on the operation's page, as it is written there. Some clients capitalise every method
     * but `patch`.
     *
     * @link https://developers.orbinto.com/errors/#unknown_method
     */
    public const UNKNOWN_METHOD = 'unknown_method';

    /**
     * The transfer coding is not known (501).
     *
     * The `Transfer-Encoding` header names a coding other than `chunked`, such as `gzip`.
     *
     * Send the body as it is, with a `Content-Length` or with `Transfer-Encoding` set to `chunked`.
     *
     * @link https://developers.orbinto.com/errors/#unsupported_transfer_encoding
     */
    public const UNSUPPORTED_TRANSFER_ENCODING = 'unsupported_transfer_encoding';

    /**
     * The body is not JSON (400).
     *
     * The body cannot be parsed, is not UTF-8, or is empty where a body is required.
     *
     * Send one JSON object. Build it with your language's JSON encoder rather than by joining strings, and look for
     * trailing commas and single quotes.
     *
     * @link https://developers.orbinto.com/errors/#invalid_json
     */
    public const INVALID_JSON = 'invalid_json';

    /**
     * The URL cannot be decoded (400).
     *
     * A percent sign in the path or the query string is not followed by two hexadecimal digits, or the bytes they
     * stand for are not UTF-8.
     *
     * Encode every value you put into a URL, for example with `encodeURIComponent` or your HTTP client's parameter
     * option. A literal percent sign is `%25`.
     *
     * @link https://developers.orbinto.com/errors/#invalid_url
     */
    public const INVALID_URL = 'invalid_url';

    /**
     * A query parameter has a wrong value (400).
     *
     * The parameter named in `param` has a value outside its documented range or format, is given twice, or belongs
     * to the other pagination mode.
     *
     * Correct or remove the parameter named in `param`. Page mode takes `page` and `per_page`, cursor mode `after`
     * and `limit`; a request uses one of the two.
     *
     * @link https://developers.orbinto.com/errors/#invalid_query_parameter
     */
    public const INVALID_QUERY_PARAMETER = 'invalid_query_parameter';

    /**
     * A query parameter does not exist (400).
     *
     * The query string has a parameter that the operation does not document. Nothing is ignored in silence, so that a
     * typing error in a filter cannot return the whole list.
     *
     * Check the spelling of the name in `param`. Values of a POST or PATCH belong in the JSON body, not in the query
     * string.
     *
     * @link https://developers.orbinto.com/errors/#unknown_query_parameter
     */
    public const UNKNOWN_QUERY_PARAMETER = 'unknown_query_parameter';

    /**
     * The cursor is unknown (400).
     *
     * The `after` parameter is not the id of a record of this list, or its record was deleted so long ago that its
     * place in the list is forgotten.
     *
     * Use `next_cursor` of the page before, or the id of any record of the list. If the cursor has been forgotten,
     * start again without `after`.
     *
     * @link https://developers.orbinto.com/errors/#invalid_cursor
     */
    public const INVALID_CURSOR = 'invalid_cursor';

    /**
     * No key was sent (401).
     *
     * The request has no `Authorization` header, or the header is not of the form `Bearer` and a key. Some HTTP
     * clients drop the header when they follow a redirect to another host.
     *
     * Send `Authorization: Bearer YOUR_API_KEY` with every request, straight to the https address.
     *
     * @link https://developers.orbinto.com/errors/#missing_api_key
     */
    public const MISSING_API_KEY = 'missing_api_key';

    /**
     * The key is not known (401).
     *
     * The key was mistyped, cut short, deleted in the dashboard, or belongs to another environment.
     *
     * Copy the key again from Settings → Developers → API Keys, without spaces or quotes around it.
     *
     * @link https://developers.orbinto.com/errors/#invalid_api_key
     */
    public const INVALID_API_KEY = 'invalid_api_key';

    /**
     * A live key was sent to the sandbox (401).
     *
     * The key starts with `sk_live_`, but the request went to the sandbox.
     *
     * Use a test key such as `sk_test_admin` here, and keep live keys for `https://api.orbinto.com`.
     *
     * @link https://developers.orbinto.com/errors/#live_key_in_sandbox
     */
    public const LIVE_KEY_IN_SANDBOX = 'live_key_in_sandbox';

    /**
     * The workspace of the key has ended (401).
     *
     * The key opens a workspace of the sandbox that was made for a while. Its end has come, or it was deleted. Only
     * the sandbox answers this.
     *
     * Make a new workspace with `POST /_sandbox/workspaces`. To keep one longer, move its end on with `PATCH
     * /_sandbox/workspaces` while it lives.
     *
     * @link https://developers.orbinto.com/errors/#workspace_expired
     */
    public const WORKSPACE_EXPIRED = 'workspace_expired';

    /**
     * The OAuth access token does not work (401).
     *
     * The access token has reached the end of its hour, was revoked, or was never issued here.
     *
     * Get a new access token with the refresh token. If that fails too, send the user through authorization again.
     *
     * @link https://developers.orbinto.com/errors/#invalid_access_token
     */
    public const INVALID_ACCESS_TOKEN = 'invalid_access_token';

    /**
     * The key may not do this (403).
     *
     * The key is valid, but its level or the scopes the user granted do not cover this operation.
     *
     * Use a key of the level named in the message, or ask the user for the scope. The operation's page names both.
     *
     * @link https://developers.orbinto.com/errors/#insufficient_scope
     */
    public const INSUFFICIENT_SCOPE = 'insufficient_scope';

    /**
     * The workspace is everybody's (403).
     *
     * On a hosted sandbox the keys of the guides, and tokens of a sign-in that names no workspace, open the seeded
     * workspace. Nobody may change or control what others look at. Only a hosted sandbox answers this.
     *
     * Take a key of your own: `sk_test_` and at least eight letters and digits. Its workspace begins with the same
     * records. A sign-in opens it where its name is the `login_hint`.
     *
     * @link https://developers.orbinto.com/errors/#shared_workspace
     */
    public const SHARED_WORKSPACE = 'shared_workspace';

    /**
     * Nothing is there (404).
     *
     * No record of this kind has the id in your workspace, it has been deleted, or the path itself does not exist.
     *
     * Check the id and its prefix, and that the key belongs to the workspace of the record. For a path that does not
     * exist, check the spelling and the `/v1` in front.
     *
     * @link https://developers.orbinto.com/errors/#not_found
     */
    public const NOT_FOUND = 'not_found';

    /**
     * The path does not take this method (405).
     *
     * The path exists, but not with this HTTP method.
     *
     * Use one of the methods in the `Allow` header. A change is a PATCH, never a PUT.
     *
     * @link https://developers.orbinto.com/errors/#method_not_allowed
     */
    public const METHOD_NOT_ALLOWED = 'method_not_allowed';

    /**
     * A contact with this email exists (409).
     *
     * Emails are unique among contacts and compare without regard to case.
     *
     * Look the contact up with `GET /contacts?email=…` and update it instead. After a lost answer, this error tells
     * you that the first attempt worked.
     *
     * @link https://developers.orbinto.com/errors/#email_taken
     */
    public const EMAIL_TAKEN = 'email_taken';

    /**
     * The conversation is closed already (409).
     *
     * Someone, or an auto-close rule, closed the conversation before.
     *
     * Treat it as done, or read the conversation first and close it only while its `status` is `open`.
     *
     * @link https://developers.orbinto.com/errors/#conversation_already_closed
     */
    public const CONVERSATION_ALREADY_CLOSED = 'conversation_already_closed';

    /**
     * The conversation is open already (409).
     *
     * The conversation was never closed, or was reopened before. A reply reopens a conversation by itself.
     *
     * Treat it as done, or read the conversation first and reopen it only while its `status` is `closed`.
     *
     * @link https://developers.orbinto.com/errors/#conversation_already_open
     */
    public const CONVERSATION_ALREADY_OPEN = 'conversation_already_open';

    /**
     * The conversation is closed (409).
     *
     * A message of a type other than `note` was sent into a closed conversation.
     *
     * Reopen the conversation first, or use the reply operation, which reopens it by itself.
     *
     * @link https://developers.orbinto.com/errors/#conversation_closed
     */
    public const CONVERSATION_CLOSED = 'conversation_closed';

    /**
     * The workspace has as many webhooks as it may have (409).
     *
     * Every event is delivered to each webhook that asks for it, so their number is limited.
     *
     * Delete a webhook that is no longer used, or ask for several events with one.
     *
     * @link https://developers.orbinto.com/errors/#webhook_limit_reached
     */
    public const WEBHOOK_LIMIT_REACHED = 'webhook_limit_reached';

    /**
     * The body is too large (413).
     *
     * The body is over 1 MiB.
     *
     * Send less in one request. Keep files elsewhere and store their URLs.
     *
     * @link https://developers.orbinto.com/errors/#payload_too_large
     */
    public const PAYLOAD_TOO_LARGE = 'payload_too_large';

    /**
     * The body is not declared as JSON (415).
     *
     * The `Content-Type` header is missing, or names another format or another character set than UTF-8. Some clients
     * send form data unless told otherwise.
     *
     * Send `Content-Type: application/json`; a PATCH may also say `application/merge-patch+json`, which is what it
     * is. Formats that are taken stand in the `Accept-Patch` header of the answer to a PATCH.
     *
     * @link https://developers.orbinto.com/errors/#unsupported_media_type
     */
    public const UNSUPPORTED_MEDIA_TYPE = 'unsupported_media_type';

    /**
     * The body is compressed (415).
     *
     * The `Content-Encoding` header names a compression. The API reads bodies as they are; the answer says so in its
     * `Accept-Encoding` header.
     *
     * Send the body uncompressed, and leave the header out.
     *
     * @link https://developers.orbinto.com/errors/#unsupported_content_encoding
     */
    public const UNSUPPORTED_CONTENT_ENCODING = 'unsupported_content_encoding';

    /**
     * A body field has a wrong value (422).
     *
     * The field named in `param` has the wrong type, format or length, or names a record that does not exist.
     *
     * Correct the field named in `param`; paths read like `tags[0]` or `custom_attributes.plan`. Its limits stand on
     * the operation's page.
     *
     * @link https://developers.orbinto.com/errors/#invalid_parameter
     */
    public const INVALID_PARAMETER = 'invalid_parameter';

    /**
     * A required body field is missing (422).
     *
     * The body lacks the field named in `param`.
     *
     * Add the field.
     *
     * @link https://developers.orbinto.com/errors/#missing_parameter
     */
    public const MISSING_PARAMETER = 'missing_parameter';

    /**
     * A body field does not exist (422).
     *
     * The body has a field that the operation does not document, or one that only the API sets, such as `id` or
     * `created_at`. An operation that takes no body has no fields at all.
     *
     * Check the spelling of the field named in `param`, and send only the fields you mean to set. Data of your own
     * belongs in `custom_attributes`.
     *
     * @link https://developers.orbinto.com/errors/#unknown_parameter
     */
    public const UNKNOWN_PARAMETER = 'unknown_parameter';

    /**
     * Nobody is named as the author (422).
     *
     * The message names no `operator_id`, and the conversation has no assigned operator who could be its author.
     *
     * Send `operator_id`, or assign the conversation first.
     *
     * @link https://developers.orbinto.com/errors/#author_required
     */
    public const AUTHOR_REQUIRED = 'author_required';

    /**
     * The webhook address is not allowed (422).
     *
     * The URL is not https, holds a user name or password, or points to a private, loopback or reserved address.
     *
     * Use an https URL that the internet can reach. While you develop, use a tunnel, or the sandbox, which delivers
     * to your own machine.
     *
     * @link https://developers.orbinto.com/errors/#webhook_url_not_allowed
     */
    public const WEBHOOK_URL_NOT_ALLOWED = 'webhook_url_not_allowed';

    /**
     * Too many requests (429).
     *
     * The key has used up its plan's requests of the minute, or its burst of the second. Refused requests do not
     * count.
     *
     * Wait as many seconds as `Retry-After` says, then send the request again. Spread requests evenly, and watch
     * `X-RateLimit-Remaining`.
     *
     * @link https://developers.orbinto.com/errors/#rate_limit_exceeded
     */
    public const RATE_LIMIT_EXCEEDED = 'rate_limit_exceeded';

    /**
     * The workspace sends as many deliveries as it may (429).
     *
     * The request makes an event happen that a webhook on the internet is told of, and the workspace has used up its
     * deliveries of the minute. Nothing was changed. Only a hosted sandbox answers this.
     *
     * Wait as many seconds as `Retry-After` says. For a load test take a sandbox of your own, or the built-in
     * receiver at `https://hooks.example.com`, which is not counted.
     *
     * @link https://developers.orbinto.com/errors/#delivery_limit_reached
     */
    public const DELIVERY_LIMIT_REACHED = 'delivery_limit_reached';

    /**
     * The address opens as many workspaces as it may (429).
     *
     * The key opens a workspace that nobody has used yet, and your address has opened as many as it may in a minute.
     * Nothing was done. Only a hosted sandbox answers this.
     *
     * Wait as many seconds as `Retry-After` says. Let tests share a workspace and reset it, or take a sandbox of your
     * own.
     *
     * @link https://developers.orbinto.com/errors/#opening_limit_reached
     */
    public const OPENING_LIMIT_REACHED = 'opening_limit_reached';

    /**
     * Something went wrong on our end (500).
     *
     * A fault of the API, not of your request.
     *
     * Read before you repeat a POST, because the first attempt may have worked. If it happens again, send
     * `request_id` to support.
     *
     * @link https://developers.orbinto.com/errors/#internal_error
     */
    public const INTERNAL_ERROR = 'internal_error';

    /**
     * The sandbox holds as many workspaces as it may (507).
     *
     * The request would be the first change in its workspace, and nobody's data is given up for it. Only the sandbox
     * answers this.
     *
     * Reset workspaces that are done with (`POST /_sandbox/reset` with their key), start the sandbox with another
     * data file, or use a workspace that has changes already.
     *
     * @link https://developers.orbinto.com/errors/#workspace_limit_reached
     */
    public const WORKSPACE_LIMIT_REACHED = 'workspace_limit_reached';

    /**
     * The workspace holds as much as it may (507).
     *
     * The records of the workspace have grown to the sandbox's limit. Only the sandbox answers this.
     *
     * Delete records, or reset the workspace.
     *
     * @link https://developers.orbinto.com/errors/#workspace_full
     */
    public const WORKSPACE_FULL = 'workspace_full';

    /**
     * The workspace has as many snapshots as it may (507).
     *
     * The request would take one snapshot more than there may be. Only the sandbox answers this.
     *
     * Delete a snapshot that you no longer need: `DELETE /_sandbox/snapshots/{name}`.
     *
     * @link https://developers.orbinto.com/errors/#snapshot_limit_reached
     */
    public const SNAPSHOT_LIMIT_REACHED = 'snapshot_limit_reached';

    /**
     * The snapshots of the workspace hold as much as they may (507).
     *
     * The snapshots of a workspace may hold as much as the workspace itself, all together. Only the sandbox answers
     * this.
     *
     * Delete a snapshot that you no longer need: `DELETE /_sandbox/snapshots/{name}`.
     *
     * @link https://developers.orbinto.com/errors/#snapshots_full
     */
    public const SNAPSHOTS_FULL = 'snapshots_full';

    /**
     * The workspace holds as many records as it may (507).
     *
     * The workspace has as many records that differ from the seeded ones as a hosted sandbox keeps. Only a hosted
     * sandbox answers this.
     *
     * Delete records that you have made, reset the workspace, or take a sandbox of your own.
     *
     * @link https://developers.orbinto.com/errors/#record_limit_reached
     */
    public const RECORD_LIMIT_REACHED = 'record_limit_reached';
}
