package orbinto

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var digits = regexp.MustCompile(`^[0-9]{1,12}$`)

// VerifyWebhook verifies X-Orbinto-Signature: the lower-case hex HMAC-SHA256 of the
// body, keyed with the whole secret. The body is as received: io.ReadAll(r.Body).
// An empty signature, which is what a missing header gives, is false.
func VerifyWebhook(body []byte, signature, secret string) bool {
	if !isWebhookSecret(secret) {
		return false
	}
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write(body)
	expected := hex.EncodeToString(mac.Sum(nil))
	return hmac.Equal([]byte(expected), []byte(signature))
}

// VerifyStandardWebhook verifies webhook-id, webhook-timestamp and
// webhook-signature, the headers of Standard Webhooks, and refuses an attempt that
// is more than five minutes old or early.
func VerifyStandardWebhook(body []byte, id, timestamp, signature, secret string, now time.Time) bool {
	if id == "" || !isWebhookSecret(secret) || !digits.MatchString(timestamp) {
		return false
	}
	sent, _ := strconv.ParseInt(timestamp, 10, 64)
	if age := now.Unix() - sent; age > 300 || age < -300 {
		return false
	}
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil {
		return false
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(id + "." + timestamp + "."))
	mac.Write(body)
	expected := "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	valid := false
	for _, entry := range strings.Split(signature, " ") {
		valid = hmac.Equal([]byte(expected), []byte(entry)) || valid
	}
	return valid
}

func isWebhookSecret(secret string) bool {
	return strings.HasPrefix(secret, "whsec_") && len(secret) > len("whsec_")
}
