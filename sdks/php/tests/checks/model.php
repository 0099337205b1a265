<?php

// The library against the model that the specification gives, by reflection.

declare(strict_types=1);

use Orbinto\ApiObject;
use Orbinto\Client;
use Orbinto\ErrorCode;
use Orbinto\Event;
use Orbinto\Internal\EventTypes;
use Orbinto\Paginator;
use Orbinto\RequestOptions;

// A word of PHP is no name of a class.
$named = static fn (string $folder, string $name): string
    => "$folder\\$name" . (preg_match('/\A(?:list|class|object)\z/i', $name) === 1 ? '_' : '');
$camel = static fn (string $name): string => lcfirst(str_replace('_', '', ucwords($name, '_')));
$constant = static function (string $value): string {
    $name = strtoupper((string) preg_replace('/[^A-Za-z0-9]+/', '_', $value));
    return preg_match('/\A(?:\d|CLASS\z)/', $name) === 1 ? "_$name" : $name;
};

return [
    'each file is read without a complaint and holds what its path names' => static function (): array {
        $wrong = [];
        $root = dirname((string) (new ReflectionClass(Client::class))->getFileName());
        $files = new RecursiveIteratorIterator(new RecursiveDirectoryIterator($root, FilesystemIterator::SKIP_DOTS));
        $count = 0;
        foreach ($files as $file) {
            $count++;
            $path = strtr(substr((string) $file, strlen($root) + 1, -strlen('.php')), ['generated/' => '', '/' => '\\']);
            $name = "Orbinto\\$path";
            if (!class_exists($name) && !interface_exists($name) && !trait_exists($name)) {
                $wrong[] = "$name is not in its file";
            }
            $text = (string) file_get_contents((string) $file);
            if (!str_contains($text, "\ndeclare(strict_types=1);\n")) {
                $wrong[] = "$name has no strict types";
            }
            if (str_contains((string) $file, '/generated/') !== str_contains($text, '// Generated from')) {
                $wrong[] = "$name does not tell rightly whether it was generated";
            }
        }
        return $count > 100 ? $wrong : ["only $count files"];
    },

    'every operation is a method of the documented kind' => static function (array $input) use ($camel, $named): array {
        $wrong = [];
        foreach ($input['model']['methods'] as $operation) {
            $parts = explode('.', $operation['fullName']);
            $name = $camel(array_pop($parts));
            $class = new ReflectionClass(Client::class);
            foreach ($parts as $part) {
                $class = new ReflectionClass((string) $class->getProperty($camel($part))->getType());
            }
            $method = $class->getMethod($name);
            $expected = array_map($camel, array_column($operation['pathParameters'], 'name'));
            $hasQuery = $operation['queryParameters'] !== [];
            if (isset($operation['body'])) {
                $expected[] = 'params';
            }
            if ($hasQuery) {
                $expected[] = isset($operation['body']) ? 'query' : 'params';
            }
            $expected[] = 'options';
            $found = array_map(static fn (ReflectionParameter $one): string => $one->getName(), $method->getParameters());
            $result = $operation['result']['name'] ?? null;
            $type = isset($operation['paging']) ? Paginator::class : ($result === null ? 'void' : $named('Orbinto\\Model', $result));
            $options = $method->getParameters()[count($found) - 1]->getType();
            if ($found !== $expected || (string) $options !== '?' . RequestOptions::class) {
                $wrong[] = "{$operation['fullName']} takes " . implode(', ', $found);
            }
            if ((string) $method->getReturnType() !== $type) {
                $wrong[] = "{$operation['fullName']} gives {$method->getReturnType()} instead of $type";
            }
            $comment = (string) $method->getDocComment();
            foreach ($operation['queryParameters'] as $parameter) {
                if (!str_contains($comment, "`{$parameter['name']}`")) {
                    $wrong[] = "{$operation['fullName']} does not tell of {$parameter['name']}";
                }
            }
            if (!str_contains($comment, $operation['docUrl'])) {
                $wrong[] = "{$operation['fullName']} does not tell where it is documented";
            }
        }
        return count($input['model']['methods']) >= 30 ? $wrong : ['there are too few operations'];
    },

    'every type that comes back is a class with all its fields' => static function (array $input) use ($named): array {
        $wrong = [];
        foreach ($input['model']['types'] as $type) {
            if ($type['kind'] !== 'object' || $type['usedIn'] === ['request']) {
                continue;
            }
            $class = new ReflectionClass($named('Orbinto\\Model', $type['name']));
            if (!$class->isSubclassOf(ApiObject::class)) {
                $wrong[] = "{$type['name']} is no ApiObject";
            }
            $fields = $class->getConstant('FIELDS');
            foreach ($type['fields'] as $field) {
                if (!array_key_exists($field['name'], $fields)) {
                    $wrong[] = "{$type['name']} lacks {$field['name']}";
                }
                // The comment is wrapped: a name may begin a line.
                $comment = (string) preg_replace('/\s+\* +/', ' ', (string) $class->getDocComment());
                if (preg_match("/@property-read [^$]+ \\\${$field['name']}\\b/", $comment) !== 1) {
                    $wrong[] = "{$type['name']} does not tell of {$field['name']}";
                }
            }
        }
        return $wrong;
    },

    'every enum has its values' => static function (array $input) use ($constant, $named): array {
        $wrong = [];
        foreach ($input['model']['types'] as $type) {
            if ($type['kind'] !== 'enum') {
                continue;
            }
            foreach ($type['values'] as $value) {
                $name = $named('Orbinto\\Enum', $type['name']) . "::{$constant($value['value'])}";
                if (!defined($name) || constant($name) !== $value['value']) {
                    $wrong[] = "$name is not {$value['value']}";
                }
            }
        }
        return $wrong;
    },

    'every member of a union has its class' => static function (array $input): array {
        $wrong = [];
        foreach ($input['model']['types'] as $type) {
            if ($type['kind'] !== 'union' || $type['usedIn'] === ['request']) {
                continue;
            }
            $union = "Orbinto\\Model\\{$type['name']}";
            foreach ($type['members'] as $member) {
                $raw = isset($type['discriminator'])
                    ? [$type['discriminator'] => $member['value']]
                    : array_fill_keys($member['ownFields'], 1);
                $made = $union::from((object) $raw);
                if ($made::class !== "Orbinto\\Model\\{$member['type']['name']}" || !$made instanceof $union) {
                    $wrong[] = "{$type['name']}: " . $made::class;
                }
            }
            if ($union::from((object) ['type' => 'hologram'])::class !== $union) {
                $wrong[] = "{$type['name']} has no place for what is new";
            }
        }
        return $wrong;
    },

    'every error code and every class of errors is there' => static function (array $input) use ($constant): array {
        $wrong = [];
        foreach ($input['model']['errors'] as $error) {
            $name = ErrorCode::class . '::' . $constant($error['code']);
            if (!defined($name) || constant($name) !== $error['code']) {
                $wrong[] = "$name is missing";
            }
        }
        $classes = [...$input['model']['errorClasses']['byStatus'], ...$input['model']['errorClasses']['others'], 'APIError', 'ServerError'];
        foreach ($classes as $class) {
            $name = 'Orbinto\\Exception\\' . preg_replace(['/^API/', '/Error$/'], ['Api', 'Exception'], $class);
            if (!is_subclass_of($name, Orbinto\Exception\OrbintoException::class)) {
                $wrong[] = "$name is missing";
            }
        }
        return $wrong;
    },

    'every event has its class' => static function (array $input): array {
        $wrong = [];
        foreach ($input['model']['events'] as $event) {
            $class = EventTypes::CLASSES[$event['name']] ?? '';
            if ($class !== "Orbinto\\Model\\{$event['payload']['name']}" || !is_subclass_of($class, Event::class)) {
                $wrong[] = "{$event['name']}: $class";
            }
        }
        return count($input['model']['events']) >= 12 ? $wrong : [...$wrong, 'there are fewer than twelve events'];
    },
];
