<?php

declare(strict_types=1);

// For projects without Composer: require this file once, and every class of the library is found.

spl_autoload_register(static function (string $class): void {
    if (!str_starts_with($class, 'Orbinto\\')) {
        return;
    }
    $path = str_replace('\\', '/', substr($class, strlen('Orbinto\\'))) . '.php';
    foreach (['/src/', '/src/generated/'] as $folder) {
        if (is_file(__DIR__ . $folder . $path)) {
            require __DIR__ . $folder . $path;
            return;
        }
    }
});
