package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"time"

	"yourapp/orbinto" // verify_webhook.go
)

func receive(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 4<<20))
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	id := r.Header.Get("webhook-id")
	timestamp := r.Header.Get("webhook-timestamp")
	signature := r.Header.Get("webhook-signature")
	isSigned := false
	for _, name := range []string{"ORBINTO_WEBHOOK_SECRET", "ORBINTO_WEBHOOK_NEW_SECRET"} {
		secret := os.Getenv(name)
		if orbinto.VerifyStandardWebhook(body, id, timestamp, signature, secret, time.Now()) {
			isSigned = true
		}
	}
	if !isSigned {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}

	addToQueue(id, body) // your queue: one entry an id
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	http.HandleFunc("/webhooks/orbinto", receive)
	log.Fatal(http.ListenAndServe(":3000", nil))
}
