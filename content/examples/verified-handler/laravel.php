<?php

// routes/api.php, where nothing checks for CSRF

use App\Jobs\HandleOrbintoEvent;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\Route;
use Orbinto\Exception\WebhookVerificationException;
use Orbinto\Webhooks;

Route::post('/webhooks/orbinto', function (Request $request) {
    $secret = trim(config('services.orbinto.webhook_secret'));
    $body = $request->getContent(); // not $request->all()
    try {
        $event = Webhooks::unwrap($body, $request->headers->all(), $secret);
    } catch (WebhookVerificationException $error) {
        return response($error->getMessage(), 400);
    }
    HandleOrbintoEvent::dispatch($event); // your job: the work comes later
    return response()->noContent();
});
