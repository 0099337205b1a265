<?php

require 'vendor/autoload.php';

$orbinto = new Orbinto\Client(timeout: 5, maxRetries: 4);

// Sent again where that is harmless, after the time that a 429 names.
$contact = $orbinto->contacts->get('con_abc123');

// One contact, whatever becomes of the answers.
$created = $orbinto->contacts->findOrCreate(['email' => 'new.person@example.com', 'name' => $contact->name]);
echo $created->email, "\n";
