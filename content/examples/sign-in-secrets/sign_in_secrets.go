package main

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
)

func signInSecrets() (codeVerifier, codeChallenge, state string) {
	codeVerifier = randomText(32)
	digest := sha256.Sum256([]byte(codeVerifier))
	return codeVerifier, base64.RawURLEncoding.EncodeToString(digest[:]), randomText(16)
}

func randomText(size int) string {
	bytes := make([]byte, size)
	if _, err := rand.Read(bytes); err != nil {
		panic(err)
	}
	return base64.RawURLEncoding.EncodeToString(bytes)
}
