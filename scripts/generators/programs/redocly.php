<?php

declare(strict_types=1);

require __DIR__ . '/client.php';

$client = new OrbintoApi\Client(new OrbintoApi\Config(
    serverUrl: (string) getenv('BASE_URL'),
    auth: ['bearer' => (string) getenv('API_KEY')],
));
echo json_encode(array_map(fn ($contact) => $contact->id, $client->listContacts()->data));
