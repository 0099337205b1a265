<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Resource;

use Orbinto\Exception\OrbintoException;
use Orbinto\Internal\Caller;
use Orbinto\Internal\Operation;
use Orbinto\Model\Chatbot;
use Orbinto\Model\ChatbotList;
use Orbinto\Paginator;
use Orbinto\RequestOptions;

/**
 * Manage chatbot configurations, triggers, and workflow definitions.
 *
 * @phpstan-type ChatbotCreateFields array{name: string, description?: string, status?: 'draft'|'active'|'paused',
 *   triggers?: list<TriggerFields>, workflow: WorkflowFields}
 * @phpstan-type TriggerFields
 *   PageViewTriggerFields|TimeOnPageTriggerFields|KeywordTriggerFields|NewConversationTriggerFields
 * @phpstan-type PageViewTriggerFields array{type: 'page_view', url: UrlMatchFields}
 * @phpstan-type UrlMatchFields array{match: 'equals'|'starts_with'|'contains', value: string}
 * @phpstan-type TimeOnPageTriggerFields array{type: 'time_on_page', seconds: int, url?: UrlMatchFields}
 * @phpstan-type KeywordTriggerFields array{type: 'keyword', keywords: list<string>}
 * @phpstan-type NewConversationTriggerFields array{type: 'new_conversation'}
 * @phpstan-type WorkflowFields array{entry_step: string, steps: list<StepFields>}
 * @phpstan-type StepFields MessageStepFields|QuestionStepFields|ConditionStepFields|AssignStepFields|EndStepFields
 * @phpstan-type MessageStepFields array{id: string, type: 'message', text: string, next: string}
 * @phpstan-type QuestionStepFields array{id: string, type: 'question', text: string, options:
 *   list<QuestionOptionFields>, save_as?: string}
 * @phpstan-type QuestionOptionFields array{label: string, next: string}
 * @phpstan-type ConditionStepFields array{id: string, type: 'condition', field: string, operator:
 *   'equals'|'not_equals'|'contains', value: string, then: string, else: string}
 * @phpstan-type AssignStepFields array{id: string, type: 'assign', operator_id: string|null, next: string}
 * @phpstan-type EndStepFields array{id: string, type: 'end', close_conversation?: bool}
 * @phpstan-type ChatbotUpdateFields array{name?: string, description?: string|null, status?:
 *   'draft'|'active'|'paused', triggers?: list<TriggerFields>, workflow?: WorkflowUpdateFields}
 * @phpstan-type WorkflowUpdateFields array{entry_step?: string, steps?: list<StepFields>}
 */
final class Chatbots
{
    /** @internal the client makes it */
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * List chatbots.
     *
     * Returns the chatbots of your workspace, newest first.
     *
     * @param array{status?: 'draft'|'active'|'paused', page?: int, per_page?: int, after?: string, limit?: int}
     *   $params
     *   - `status` 'draft'|'active'|'paused': Only chatbots with this status.
     *   - `page` int: Page number (offset-based). Not together with `after` or `limit`.
     *   - `per_page` int: Items per page (max: 100). Not together with `after` or `limit`.
     *   - `after` string: Cursor for forward pagination, the id of a chatbot. Returns what comes after it in the
     *     list. Not together with `page` or `per_page`.
     *   - `limit` int: Items to return (cursor-based, max: 100). `limit` without `after` starts at the newest record.
     *     Not together with `page` or `per_page`.
     * @param RequestOptions|null $options what is different for this call
     * @return Paginator<Chatbot>
     * @throws OrbintoException when pages are asked for with codes such as invalid_query_parameter,
     *   unknown_query_parameter, invalid_cursor, invalid_url, missing_api_key, invalid_api_key, live_key_in_sandbox,
     *   invalid_access_token, insufficient_scope, rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/chatbots/list-chatbots/
     */
    public function list(array $params = [], ?RequestOptions $options = null): Paginator
    {
        return $this->caller->list(new Operation(
            'chatbots.list',
            'GET',
            '/chatbots',
            query: $params,
            result: ChatbotList::class,
            isRepeatable: true,
        ), $options);
    }

    /**
     * Create a chatbot.
     *
     * Creates a chatbot with its triggers and its workflow. The workflow starts at `entry_step` and goes from step to
     * step until an `end` step; every step it names must exist.
     *
     * @param ChatbotCreateFields $params
     *   - `name` string, required: What your team calls the chatbot.
     *   - `description` string: What it is for.
     *   - `status` 'draft'|'active'|'paused': Whether triggers start it at once (`active`) or not yet (`draft`) or
     *     not now (`paused`).
     *   - `triggers` array: What starts the chatbot. One of them is enough; without any, only your team starts it.
     *   - `workflow` array, required: The steps of the chatbot.
     * @param RequestOptions|null $options what is different for this call
     * @throws OrbintoException with codes such as invalid_json, invalid_url, unknown_query_parameter,
     *   missing_api_key, invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope,
     *   payload_too_large, unsupported_media_type, unsupported_content_encoding, invalid_parameter,
     *   missing_parameter, unknown_parameter, rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/chatbots/create-chatbot/
     */
    public function create(array $params, ?RequestOptions $options = null): Chatbot
    {
        return $this->caller->call(new Operation(
            'chatbots.create',
            'POST',
            '/chatbots',
            body: $params,
            shape: 'ChatbotCreate',
            result: Chatbot::class,
        ), $options);
    }

    /**
     * Get a chatbot.
     *
     * Returns one chatbot with its triggers and its workflow.
     *
     * @param string $id The chatbot's id.
     * @param RequestOptions|null $options what is different for this call
     * @throws OrbintoException with codes such as invalid_url, unknown_query_parameter, missing_api_key,
     *   invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
     *   rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/chatbots/get-chatbot/
     */
    public function get(string $id, ?RequestOptions $options = null): Chatbot
    {
        return $this->caller->call(new Operation(
            'chatbots.get',
            'GET',
            '/chatbots/{id}',
            ids: ['id' => $id],
            result: Chatbot::class,
            isRepeatable: true,
        ), $options);
    }

    /**
     * Update a chatbot.
     *
     * Changes the fields you send. Conversations in which the chatbot is active go on with the workflow they began
     * with.
     *
     * @param string $id The chatbot's id.
     * @param ChatbotUpdateFields $params what is left out stays as it is, null clears
     *   - `name` string: What your team calls the chatbot.
     *   - `description` string|null: What it is for.
     *   - `status` 'draft'|'active'|'paused': Only an `active` chatbot is started by its triggers. A `draft` has not
     *     been active yet, a `paused` one is off for now.
     *   - `triggers` array: What starts the chatbot. One of them is enough; without any, only your team starts it.
     *   - `workflow` array: Changes to the workflow. `steps` is replaced as a whole.
     * @param RequestOptions|null $options what is different for this call
     * @throws OrbintoException with codes such as invalid_json, invalid_url, unknown_query_parameter,
     *   missing_api_key, invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
     *   payload_too_large, unsupported_media_type, unsupported_content_encoding, invalid_parameter,
     *   missing_parameter, unknown_parameter, rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/chatbots/update-chatbot/
     */
    public function update(string $id, array $params, ?RequestOptions $options = null): Chatbot
    {
        return $this->caller->call(new Operation(
            'chatbots.update',
            'PATCH',
            '/chatbots/{id}',
            ids: ['id' => $id],
            body: $params,
            shape: 'ChatbotUpdate',
            result: Chatbot::class,
        ), $options);
    }

    /**
     * Delete a chatbot.
     *
     * Deletes the chatbot for good. The messages it has sent stay.
     *
     * @param string $id The chatbot's id.
     * @param RequestOptions|null $options what is different for this call
     * @throws OrbintoException with codes such as invalid_url, unknown_query_parameter, missing_api_key,
     *   invalid_api_key, live_key_in_sandbox, invalid_access_token, insufficient_scope, not_found,
     *   rate_limit_exceeded, internal_error
     * @link https://developers.orbinto.com/reference/chatbots/delete-chatbot/
     */
    public function delete(string $id, ?RequestOptions $options = null): void
    {
        $this->caller->call(new Operation(
            'chatbots.delete',
            'DELETE',
            '/chatbots/{id}',
            ids: ['id' => $id],
            isRepeatable: true,
        ), $options);
    }
}
