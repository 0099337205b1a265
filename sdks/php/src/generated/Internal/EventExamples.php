<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Internal;

/**
 * The documentation's example of each event, as JSON.
 *
 * @internal
 */
final class EventExamples
{
    public const ALL = [
        'conversation.created' => '{"event":"conversation.created","timestamp":"2026-02-11T10:30:00Z","data":{"id":"conv_abc123","status":"open","visitor":{"id":"vis_ghi789","name":"Jane Doe","email":"jane@example.com"},"assigned_to":null,"created_at":"2026-02-11T10:30:00Z","updated_at":"2026-02-11T10:30:00Z","messages_count":1}}',
        'conversation.closed' => '{"event":"conversation.closed","timestamp":"2026-02-11T10:52:40Z","data":{"id":"conv_abc123","status":"closed","visitor":{"id":"vis_ghi789","name":"Jane Doe","email":"jane@example.com"},"assigned_to":"op_xyz789","created_at":"2026-02-11T10:30:00Z","updated_at":"2026-02-11T10:52:40Z","messages_count":8,"closed_at":"2026-02-11T10:52:40Z"}}',
        'conversation.assigned' => '{"event":"conversation.assigned","timestamp":"2026-02-11T10:31:04Z","data":{"id":"conv_abc123","status":"open","visitor":{"id":"vis_ghi789","name":"Jane Doe","email":"jane@example.com"},"assigned_to":"op_xyz789","created_at":"2026-02-11T10:30:00Z","updated_at":"2026-02-11T10:31:04Z","messages_count":1}}',
        'conversation.rated' => '{"event":"conversation.rated","timestamp":"2026-02-11T10:54:11Z","data":{"id":"conv_abc123","status":"closed","visitor":{"id":"vis_ghi789","name":"Jane Doe","email":"jane@example.com"},"assigned_to":"op_xyz789","created_at":"2026-02-11T10:30:00Z","updated_at":"2026-02-11T10:54:11Z","messages_count":8,"closed_at":"2026-02-11T10:52:40Z","rating":{"score":5,"comment":"Quick and friendly, thank you!","rated_at":"2026-02-11T10:54:11Z"}}}',
        'message.created' => '{"event":"message.created","timestamp":"2026-02-11T10:35:22Z","data":{"id":"msg_def456","conversation_id":"conv_abc123","type":"visitor","body":"Hi, I need help with my order","visitor":{"id":"vis_ghi789","name":"Jane Doe","email":"jane@example.com"},"created_at":"2026-02-11T10:35:22Z"}}',
        'contact.created' => '{"event":"contact.created","timestamp":"2026-02-11T10:36:08Z","data":{"id":"con_xyz789","email":"jane@example.com","name":"Jane Doe","phone":"+15550123","company":"Acme Inc","avatar_url":null,"custom_attributes":{"plan":"professional","signup_source":"landing_page"},"tags":[],"created_at":"2026-02-11T10:36:08Z","updated_at":"2026-02-11T10:36:08Z"}}',
        'contact.updated' => '{"event":"contact.updated","timestamp":"2026-02-11T10:41:30Z","data":{"id":"con_xyz789","email":"jane@example.com","name":"Jane Doe","phone":"+15550123","company":"Acme Inc","avatar_url":null,"custom_attributes":{"plan":"professional","signup_source":"landing_page"},"tags":["customer"],"created_at":"2026-02-11T10:36:08Z","updated_at":"2026-02-11T10:41:30Z"}}',
        'visitor.identified' => '{"event":"visitor.identified","timestamp":"2026-02-11T10:36:08Z","data":{"id":"vis_ghi789","name":"Jane Doe","email":"jane@example.com","contact_id":"con_xyz789","online":true,"current_page":{"url":"https://shop.example.com/orders/4711","title":"Your order"},"location":{"country":"GB","region":"England","city":"London"},"device":{"type":"desktop","os":"macOS","browser":"Firefox"},"sessions_count":3,"pageviews_count":14,"first_seen_at":"2026-02-02T18:03:27Z","last_seen_at":"2026-02-11T10:35:22Z"}}',
        'visitor.page_viewed' => '{"event":"visitor.page_viewed","timestamp":"2026-02-11T10:37:02Z","data":{"id":"vis_ghi789","name":"Jane Doe","email":"jane@example.com","contact_id":null,"online":true,"current_page":{"url":"https://shop.example.com/returns","title":"Returns"},"location":{"country":"GB","region":"England","city":"London"},"device":{"type":"desktop","os":"macOS","browser":"Firefox"},"sessions_count":3,"pageviews_count":15,"first_seen_at":"2026-02-02T18:03:27Z","last_seen_at":"2026-02-11T10:37:02Z","pageview":{"id":"pv_xyz789","visitor_id":"vis_ghi789","session_id":"ses_abc123","url":"https://shop.example.com/returns","title":"Returns","referrer":"https://shop.example.com/orders/4711","duration_seconds":null,"viewed_at":"2026-02-11T10:37:02Z"}}}',
        'chatbot.triggered' => '{"event":"chatbot.triggered","timestamp":"2026-02-11T10:30:01Z","data":{"id":"bot_abc123","name":"Welcome","description":"Greets visitors and finds out what they need.","status":"active","triggers":[{"type":"new_conversation"}],"workflow":{"entry_step":"greeting","steps":[{"id":"greeting","type":"message","text":"Hello, and welcome to our shop!","next":"done"},{"id":"done","type":"end"}]},"created_at":"2026-01-20T13:05:00Z","updated_at":"2026-02-03T11:42:36Z","visitor":{"id":"vis_ghi789","name":"Jane Doe","email":"jane@example.com"},"conversation_id":"conv_abc123"}}',
        'chatbot.completed' => '{"event":"chatbot.completed","timestamp":"2026-02-11T10:30:58Z","data":{"id":"bot_abc123","name":"Welcome","description":"Greets visitors and finds out what they need.","status":"active","triggers":[{"type":"new_conversation"}],"workflow":{"entry_step":"greeting","steps":[{"id":"greeting","type":"message","text":"Hello, and welcome to our shop!","next":"done"},{"id":"done","type":"end"}]},"created_at":"2026-01-20T13:05:00Z","updated_at":"2026-02-03T11:42:36Z","visitor":{"id":"vis_ghi789","name":"Jane Doe","email":"jane@example.com"},"conversation_id":"conv_abc123"}}',
        'operator.status_changed' => '{"event":"operator.status_changed","timestamp":"2026-02-11T12:00:00Z","data":{"id":"op_xyz789","name":"Maya Chen","email":"maya.chen@example.com","role":"agent","status":"offline","avatar_url":"https://cdn.example.com/avatars/maya.png","created_at":"2025-11-17T08:30:00Z","last_active_at":"2026-02-11T12:00:00Z"}}',
    ];
}
