<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Internal;

/**
 * Which fields of bodies are lists, maps and objects; {@see BodyEncoder} tells how they are read.
 *
 * @internal
 */
final class Shapes
{
    public const ALL = [
        'AssignStep' => [],
        'BotMessageCreate' => [],
        'ChatbotCreate' => [
            'triggers' => ['list', 'Trigger'],
            'workflow' => 'Workflow',
        ],
        'ChatbotUpdate' => [
            'triggers' => ['list', 'Trigger'],
            'workflow' => 'WorkflowUpdate',
        ],
        'ConditionStep' => [],
        'ContactCreate' => [
            'custom_attributes' => ['map', null],
            'tags' => ['list', null],
        ],
        'ContactFilters' => [
            'tags' => ['list', null],
            'custom_attributes' => ['map', null],
        ],
        'ContactSearch' => [
            'filters' => 'ContactFilters',
        ],
        'ContactUpdate' => [
            'custom_attributes' => ['map', null],
            'tags' => ['list', null],
        ],
        'ConversationAssignment' => [],
        'ConversationReply' => [],
        'EndStep' => [],
        'KeywordTrigger' => [
            'keywords' => ['list', null],
        ],
        'MessageCreate' => [],
        'MessageStep' => [],
        'NewConversationTrigger' => [],
        'NoteCreate' => [],
        'OperatorMessageCreate' => [],
        'PageViewTrigger' => [
            'url' => 'UrlMatch',
        ],
        'QuestionOption' => [],
        'QuestionStep' => [
            'options' => ['list', 'QuestionOption'],
        ],
        'Step' => [
            'options' => ['list', 'QuestionOption'],
        ],
        'TimeOnPageTrigger' => [
            'url' => 'UrlMatch',
        ],
        'Trigger' => [
            'url' => 'UrlMatch',
            'keywords' => ['list', null],
        ],
        'UrlMatch' => [],
        'VisitorMessageCreate' => [],
        'WebhookCreate' => [
            'events' => ['list', null],
        ],
        'Workflow' => [
            'steps' => ['list', 'Step'],
        ],
        'WorkflowUpdate' => [
            'steps' => ['list', 'Step'],
        ],
    ];
}
