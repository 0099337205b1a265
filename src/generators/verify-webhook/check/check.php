<?php

// Prints what verify_webhook.php says of each test vector: php check.php vectors.json
require __DIR__ . '/../verify_webhook.php';

$vectors = json_decode(file_get_contents($argv[1]), true);
$body = fn ($v) => array_key_exists('parsed', $v) ? $v['parsed'] : base64_decode($v['body_base64']);

echo json_encode([
    'signature' => array_map(fn ($v) => verify_webhook($body($v), $v['signature'], $v['secret']), $vectors['signature']),
    'standard' => array_map(fn ($v) => verify_standard_webhook($body($v), $v, $v['secret'], $v['now']), $vectors['standard']),
]);
