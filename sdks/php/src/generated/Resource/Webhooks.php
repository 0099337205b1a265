<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Resource;

use Orbinto\Exception\OrbintoException;
use Orbinto\Internal\Caller;
use Orbinto\Internal\Operation;
use Orbinto\Model\Webhook;
use Orbinto\Model\WebhookCreated;
use Orbinto\Model\WebhookList;
use Orbinto\Paginator;
use Orbinto\RequestOptions;

/**
 * Register and manage webhook endpoints for receiving real-time event notifications.
 *
 * @phpstan-type WebhookCreateFields array{url: string, events:
 *   list<'conversation.created'|'conversation.closed'|'conversation.assigned'|'conversation.rated'|'message.created'|'contact.created'|'contact.updated'|'visitor.identified'|'visitor.page_viewed'|'chatbot.triggered'|'chatbot.completed'|'operator.status_changed'>,
 *   description?: string}
 */
final class Webhooks
{
    /** @internal the client makes it */
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * List webhooks.
     *
     * Returns the webhooks of your workspace, newest first, without their secrets.
     *
     * @param array{page?: int, per_page?: int, after?: string, limit?: int} $params
     *   - `page` int: Page number (offset-based). Not together with `after` or `limit`.
     *   - `per_page` int: Items per page (max: 100). Not together with `after` or `limit`.
     *   - `after` string: Cursor for forward pagination, the id of a webhook. Returns what comes after it in the
     *     list. Not together with `page` or `per_page`.
     *   - `limit` int: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest record.
     *     Not together with `page` or `per_page`.
     * @param RequestOptions|null $options what is different for this call
     * @return Paginator<Webhook>
     * @throws OrbintoException when pages are asked for with codes such as invalid_query_parameter,
     *   unknown_query_parameter, invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
     *   invalid_access_token, insufficient_scope, rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/webhooks/list-webhooks/
     */
    public function list(array $params = [], ?RequestOptions $options = null): Paginator
    {
        return $this->caller->list(new Operation(
            'webhooks.list',
            'GET',
            '/webhooks',
            query: $params,
            result: WebhookList::class,
            isRepeatable: true,
        ), $options);
    }

    /**
     * Create a webhook.
     *
     * Registers an endpoint for the events you name. The response holds the secret that deliveries are signed with,
     * and it is the only one that does. To rotate a secret, create a second webhook with the same address and delete
     * the first. A workspace has at most 100 webhooks.
     *
     * @param WebhookCreateFields $params
     *   - `url` string, required: Address to send events to. https, and reachable from the internet.
     *   - `events` array, required: Events to receive.
     *   - `description` string: What the endpoint is for.
     * @param RequestOptions|null $options what is different for this call
     * @throws OrbintoException with codes such as invalid_json, invalid_url, unknown_query_parameter,
     *   missing_api_key, invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope,
     *   webhook_limit_reached, payload_too_large, unsupported_media_type, unsupported_content_encoding,
     *   invalid_parameter, missing_parameter, unknown_parameter, webhook_url_not_allowed, rate_limit_exceeded,
     *   internal_error
     * @link https://developers.orbinto.com/reference/webhooks/create-webhook/
     */
    public function create(array $params, ?RequestOptions $options = null): WebhookCreated
    {
        return $this->caller->call(new Operation(
            'webhooks.create',
            'POST',
            '/webhooks',
            body: $params,
            shape: 'WebhookCreate',
            result: WebhookCreated::class,
        ), $options);
    }

    /**
     * Delete a webhook.
     *
     * Deletes the webhook. Nothing more is sent to it, and waiting retries are dropped.
     *
     * @param string $id The webhook's id.
     * @param RequestOptions|null $options what is different for this call
     * @throws OrbintoException with codes such as invalid_url, unknown_query_parameter, missing_api_key,
     *   invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
     *   rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/webhooks/delete-webhook/
     */
    public function delete(string $id, ?RequestOptions $options = null): void
    {
        $this->caller->call(new Operation(
            'webhooks.delete',
            'DELETE',
            '/webhooks/{id}',
            ids: ['id' => $id],
            isRepeatable: true,
        ), $options);
    }
}
