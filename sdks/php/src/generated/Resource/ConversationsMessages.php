<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Resource;

use Orbinto\Exception\OrbintoException;
use Orbinto\Internal\Caller;
use Orbinto\Internal\Operation;
use Orbinto\Model\Message;
use Orbinto\Model\MessageList;
use Orbinto\Paginator;
use Orbinto\RequestOptions;

/**
 * Read and send individual messages within conversations.
 *
 * @phpstan-type MessageCreateFields
 *   VisitorMessageCreateFields|OperatorMessageCreateFields|BotMessageCreateFields|NoteCreateFields
 * @phpstan-type VisitorMessageCreateFields array{type: 'visitor', body: string}
 * @phpstan-type OperatorMessageCreateFields array{type: 'operator', body: string, operator_id?: string}
 * @phpstan-type BotMessageCreateFields array{type: 'bot', body: string, chatbot_id: string}
 * @phpstan-type NoteCreateFields array{type: 'note', body: string, operator_id?: string}
 */
final class ConversationsMessages
{
    /** @internal the client makes it */
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * List messages.
     *
     * Returns the messages of a conversation, newest first, notes included.
     *
     * @param string $id The conversation's id.
     * @param array{type?: 'visitor'|'operator'|'bot'|'note', page?: int, per_page?: int, after?: string, limit?: int}
     *   $params
     *   - `type` 'visitor'|'operator'|'bot'|'note': Only messages of this type.
     *   - `page` int: Page number (offset-based). Not together with `after` or `limit`.
     *   - `per_page` int: Items per page (max: 100). Not together with `after` or `limit`.
     *   - `after` string: Cursor for forward pagination, the id of a message of this conversation. Returns what comes
     *     after it in the list. Not together with `page` or `per_page`.
     *   - `limit` int: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest record.
     *     Not together with `page` or `per_page`.
     * @param RequestOptions|null $options what is different for this call
     * @return Paginator<Message>
     * @throws OrbintoException when pages are asked for with codes such as invalid_query_parameter,
     *   unknown_query_parameter, invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
     *   invalid_access_token, insufficient_scope, not_found, rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/messages/list-messages/
     */
    public function list(string $id, array $params = [], ?RequestOptions $options = null): Paginator
    {
        return $this->caller->list(new Operation(
            'conversations.messages.list',
            'GET',
            '/conversations/{id}/messages',
            ids: ['id' => $id],
            query: $params,
            result: MessageList::class,
            isRepeatable: true,
        ), $options);
    }

    /**
     * Send a message.
     *
     * Adds a message of any type to a conversation: an operator's or a chatbot's, a note for the team, or one that
     * the visitor wrote elsewhere. A closed conversation takes notes only; to answer there, use `POST
     * /conversations/{id}/reply`. Sends `message.created`.
     *
     * @param string $id The conversation's id.
     * @param MessageCreateFields $params
     * @param RequestOptions|null $options what is different for this call
     * @throws OrbintoException with codes such as invalid_json, invalid_url, unknown_query_parameter,
     *   missing_api_key, invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
     *   conversation_closed, payload_too_large, unsupported_media_type, unsupported_content_encoding,
     *   invalid_parameter, missing_parameter, unknown_parameter, author_required, rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/messages/send-message/
     */
    public function send(string $id, array $params, ?RequestOptions $options = null): Message
    {
        return $this->caller->call(new Operation(
            'conversations.messages.send',
            'POST',
            '/conversations/{id}/messages',
            ids: ['id' => $id],
            body: $params,
            shape: 'MessageCreate',
            result: Message::class,
        ), $options);
    }

    /**
     * Get a message.
     *
     * Returns one message of a conversation.
     *
     * @param string $id The conversation's id.
     * @param string $messageId The message's id.
     * @param RequestOptions|null $options what is different for this call
     * @throws OrbintoException with codes such as invalid_url, unknown_query_parameter, missing_api_key,
     *   invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
     *   rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/messages/get-message/
     */
    public function get(string $id, string $messageId, ?RequestOptions $options = null): Message
    {
        return $this->caller->call(new Operation(
            'conversations.messages.get',
            'GET',
            '/conversations/{id}/messages/{message_id}',
            ids: ['id' => $id, 'message_id' => $messageId],
            result: Message::class,
            isRepeatable: true,
        ), $options);
    }
}
