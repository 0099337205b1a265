<?php

// How arguments become requests.

declare(strict_types=1);

use Orbinto\ApiObject;
use Orbinto\Client;
use Orbinto\Exception\ConfigurationException;
use Orbinto\Tests\Recorder;
use Orbinto\Transport\Request;

$client = static fn (Recorder $recorder): Client => new Client('sk_test_key1', 'https://api.example.com/v1', transport: $recorder);

return [
    'empty arrays are objects where the API wants one, and lists where it wants those' => static function () use ($client): array {
        $recorder = new Recorder();
        $orbinto = $client($recorder);
        $orbinto->contacts->create(['email' => 'a@example.com', 'custom_attributes' => [], 'tags' => []]);
        $orbinto->contacts->update('con_1', []);
        $orbinto->contacts->create(['custom_attributes' => ['a', 'b'], 'tags' => array_filter(['x', '', 'y'])]);
        $orbinto->contacts->search(['query' => 'a', 'filters' => []])->page();
        $orbinto->chatbots->create(['name' => 'A', 'workflow' => ['entry_step' => 'a', 'steps' => []], 'triggers' => [['url' => []]]]);
        $bodies = array_map(static fn (Request $request): ?string => $request->body, $recorder->seen);
        $expected = [
            '{"email":"a@example.com","custom_attributes":{},"tags":[]}',
            '{}',
            '{"custom_attributes":{"0":"a","1":"b"},"tags":["x","y"]}',
            '{"query":"a","filters":{}}',
            '{"name":"A","workflow":{"entry_step":"a","steps":[]},"triggers":[{"url":{}}]}',
        ];
        return array_values(array_diff_assoc($bodies, $expected));
    },

    'times, enums and answers can be given' => static function () use ($client): array {
        $recorder = new Recorder('{"id":"x","custom_attributes":{},"tags":[]}');
        $orbinto = $client($recorder);
        $time = new DateTimeImmutable('2026-02-11T12:00:00+02:00');
        $old = $orbinto->contacts->get('x');
        $orbinto->contacts->search(['query' => 'a', 'filters' => ['created_after' => $time]], ['limit' => 5])->page();
        $orbinto->contacts->list(['created_after' => $time, 'tag' => null])->page();
        $orbinto->contacts->update('x', ['custom_attributes' => $old->custom_attributes]);
        $wrong = [];
        if ($recorder->seen[1]->body !== '{"query":"a","filters":{"created_after":"2026-02-11T10:00:00Z"}}') {
            $wrong[] = (string) $recorder->seen[1]->body;
        }
        if (!str_ends_with($recorder->seen[2]->url, '/contacts?created_after=2026-02-11T10%3A00%3A00Z')) {
            $wrong[] = $recorder->seen[2]->url;
        }
        return $recorder->seen[3]->body === '{"custom_attributes":{}}' ? $wrong : [...$wrong, (string) $recorder->seen[3]->body];
    },

    'what cannot be sent is refused before anything is sent' => static function () use ($client): array {
        $recorder = new Recorder();
        $orbinto = $client($recorder);
        $circle = [];
        $circle['self'] = &$circle;
        $deep = static fn (): array => $circle;
        $tries = [
            'NaN' => static fn () => $orbinto->contacts->create(['email' => NAN]),
            'no UTF-8' => static fn () => $orbinto->contacts->create(['email' => "\xff"]),
            'a resource' => static fn () => $orbinto->contacts->create(['email' => STDIN]),
            'a circle' => static fn () => $orbinto->contacts->create($deep()),
            'an array in an array of a query' => static fn () => $orbinto->contacts->list(['tag' => [[1]]])->page(),
            'a path of dots' => static fn () => $orbinto->request('GET', '/contacts/%2e%2E/x'),
            'a path with a line end' => static fn () => $orbinto->request('GET', "/contacts\r\n"),
            'a path with a backslash' => static fn () => $orbinto->request('GET', '/\\evil.example'),
            'a scheme' => static fn () => $orbinto->request('GET', 'file:///etc/passwd'),
            'a method that is none' => static fn () => $orbinto->request("GET\r\n", '/contacts'),
            'a user in the base URL' => static fn () => new Client('k', 'https://user:secret@example.com/v1'),
            'a timeout of zero' => static fn () => new Client('k', timeout: 0),
            'fewer than no retries' => static fn () => new Client('k', maxRetries: -1),
            'take of less than none' => static fn () => $orbinto->contacts->list()->take(-1),
        ];
        $wrong = [];
        foreach ($tries as $name => $try) {
            try {
                $try();
                $wrong[] = $name;
            } catch (ConfigurationException $error) {
                if (str_contains($error->getMessage(), 'secret@')) {
                    $wrong[] = "$name shows what it should not";
                }
            }
        }
        return $recorder->seen === [] ? $wrong : [...$wrong, 'something was sent'];
    },

    'objects behave like arrays that cannot be changed' => static function (): array {
        $object = ApiObject::hydrate(json_decode('{"a":null,"b":{"1":2},"c":[],"d":{}}'), null);
        $told = [isset($object->a), $object->has('a'), isset($object['x']), $object['x'] ?? 'none', $object->b[1], count($object)];
        $wrong = $told === [false, true, false, 'none', 2, 4] ? [] : [json_encode($told)];
        if (json_encode($object) !== '{"a":null,"b":{"1":2},"c":[],"d":{}}' || $object->toArray() !== ['a' => null, 'b' => [1 => 2], 'c' => [], 'd' => []]) {
            $wrong[] = json_encode($object);
        }
        $unset = function () use ($object): void {
            unset($object->a);
        };
        foreach ([fn () => $object->a = 1, fn () => $object['a'] = 1, $unset] as $change) {
            try {
                $change();
                $wrong[] = 'it can be changed';
            } catch (LogicException) {
            }
        }
        try {
            $object->nothing;
            $wrong[] = 'a field that nobody knows is no warning';
        } catch (ErrorException) {
        }
        return $wrong;
    },

    'a name that begins with NUL is read' => static function () use ($client): array {
        $contact = $client(new Recorder('{"id":"x","custom_attributes":{"\u0000a":1}}'))->contacts->get('x');
        return $contact->id === 'x' && $contact->custom_attributes["\u{FFFD}a"] === 1 ? [] : ['it is lost'];
    },

    'a list can be read twice, and its keys do not repeat' => static function () use ($client): array {
        $list = $client(new Recorder('{"data":[{"id":"a"},{"id":"b"}],"pagination":{"has_more":false}}'))->contacts->list();
        $ids = static fn (iterable $items): array => array_map(static fn (ApiObject $one): string => $one->id, iterator_to_array($items));
        return $ids($list) === ['a', 'b'] && $ids($list->take(5)) === ['a', 'b'] && count($list->toArray()) === 2 ? [] : ['it is not'];
    },
];
