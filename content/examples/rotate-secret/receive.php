<?php

require __DIR__ . '/verify_webhook.php';
require __DIR__ . '/your_queue.php';

$body = file_get_contents('php://input');
$headers = [
    'id' => $_SERVER['HTTP_WEBHOOK_ID'] ?? null,
    'timestamp' => $_SERVER['HTTP_WEBHOOK_TIMESTAMP'] ?? null,
    'signature' => $_SERVER['HTTP_WEBHOOK_SIGNATURE'] ?? null,
];
$secrets = [getenv('ORBINTO_WEBHOOK_SECRET'), getenv('ORBINTO_WEBHOOK_NEW_SECRET')];
$fitting = array_filter($secrets, fn ($secret) => verify_standard_webhook($body, $headers, $secret));
if ($fitting === []) {
    http_response_code(401);
    exit;
}

add_to_queue($headers['id'], json_decode($body)); // your queue: one entry an id
http_response_code(204);
