<?php

// What scenarios cannot say, each check a line of JSON: php checks.php AUTOLOAD INPUT [FILE…]
// AUTOLOAD makes the library's classes known; INPUT holds the model, the vectors and deliveries as JSON.

declare(strict_types=1);

error_reporting(E_ALL);
set_error_handler(static function (int $level, string $message, string $file, int $line): never {
    throw new ErrorException($message, 0, $level, $file, $line);
});
require $argv[1];
foreach (['psr', 'Recorder', 'Psr18Fake'] as $file) {
    require __DIR__ . "/checks/$file.php";
}
$input = json_decode((string) file_get_contents($argv[2]), true, 512, JSON_THROW_ON_ERROR);

foreach (array_slice($argv, 3) ?: ['model', 'webhooks', 'transports', 'requests', 'safety'] as $file) {
    foreach (require __DIR__ . "/checks/$file.php" as $name => $check) {
        try {
            $wrong = $check($input);
        } catch (Throwable $error) {
            $wrong = [(string) $error];
        }
        echo json_encode(['name' => $name, 'wrong' => $wrong], JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR), "\n";
    }
}
