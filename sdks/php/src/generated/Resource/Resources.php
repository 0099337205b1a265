<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Resource;

use Orbinto\Internal\Caller;

/** The resources of the client. */
trait Resources
{
    /** Manage contact records — visitors who have been identified by name or email. */
    public readonly Contacts $contacts;
    /** Access and manage chat conversations including assignment, replies, and lifecycle. */
    public readonly Conversations $conversations;
    /** Access real-time and historical visitor data including sessions and pageviews. */
    public readonly Visitors $visitors;
    /** Manage chatbot configurations, triggers, and workflow definitions. */
    public readonly Chatbots $chatbots;
    /** Retrieve operator profiles, availability status, and assignments. */
    public readonly Operators $operators;
    /** Register and manage webhook endpoints for receiving real-time event notifications. */
    public readonly Webhooks $webhooks;

    private function startResources(Caller $caller): void
    {
        $this->contacts = new Contacts($caller);
        $this->conversations = new Conversations($caller);
        $this->visitors = new Visitors($caller);
        $this->chatbots = new Chatbots($caller);
        $this->operators = new Operators($caller);
        $this->webhooks = new Webhooks($caller);
    }
}
