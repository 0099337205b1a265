<?php

function every_visitor(string $apiKey): Generator
{
    $query = ['limit' => 100];
    do {
        $request = curl_init('https://api.orbinto.com/v1/visitors?' . http_build_query($query));
        curl_setopt_array($request, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_HTTPHEADER => ["Authorization: Bearer $apiKey"],
        ]);
        $answer = curl_exec($request);
        $status = curl_getinfo($request, CURLINFO_RESPONSE_CODE);
        if ($status !== 200) {
            throw new RuntimeException($answer === false ? curl_error($request) : "$status $answer");
        }
        $page = json_decode($answer, true);
        foreach ($page['data'] as $visitor) {
            yield $visitor;
        }
        $query['after'] = $page['pagination']['next_cursor'];
    } while ($query['after'] !== null);
}
