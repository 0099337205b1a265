<?php

// Carries out scenarios, by sdks/README.md: php runner.php FILE

declare(strict_types=1);

namespace Orbinto\Tests;

error_reporting(E_ALL);
require __DIR__ . '/../autoload.php';
require __DIR__ . '/Steps.php';
require __DIR__ . '/Scenario.php';

$flags = JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE;
['scenarios' => $scenarios] = json_decode((string) file_get_contents($argv[1]), true, 512, JSON_THROW_ON_ERROR);
foreach ($scenarios as $scenario) {
    echo json_encode((new Scenario($scenario))->run(), $flags), "\n";
}
