package orbinto

// Prints what verify_webhook.go says of each test vector; null where Go's types rule the input out.
// VECTORS=vectors.json go test -run Check -v

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"time"
)

type vector struct {
	Body      *string         `json:"body_base64"`
	ID        json.RawMessage `json:"id"`
	Timestamp json.RawMessage `json:"timestamp"`
	Signature json.RawMessage `json:"signature"`
	Secret    json.RawMessage `json:"secret"`
	Now       int64           `json:"now"`
}

// text reads a string, or the empty string that a missing header gives in Go; ok is false for any other type.
func text(raw json.RawMessage) (value string, ok bool) {
	if len(raw) == 0 || string(raw) == "null" {
		return "", true
	}
	err := json.Unmarshal(raw, &value)
	return value, err == nil
}

func judge(v vector, verify func(body []byte, id, timestamp, signature, secret string) bool) *bool {
	id, ok1 := text(v.ID)
	timestamp, ok2 := text(v.Timestamp)
	signature, ok3 := text(v.Signature)
	secret, ok4 := text(v.Secret)
	if v.Body == nil || !ok1 || !ok2 || !ok3 || !ok4 {
		return nil
	}
	body, _ := base64.StdEncoding.DecodeString(*v.Body)
	result := verify(body, id, timestamp, signature, secret)
	return &result
}

func TestCheck(t *testing.T) {
	data, err := os.ReadFile(os.Getenv("VECTORS"))
	if err != nil {
		t.Fatal(err)
	}
	var vectors map[string][]vector
	if err := json.Unmarshal(data, &vectors); err != nil {
		t.Fatal(err)
	}
	results := map[string][]*bool{}
	for _, v := range vectors["signature"] {
		results["signature"] = append(results["signature"], judge(v, func(body []byte, _, _, signature, secret string) bool {
			return VerifyWebhook(body, signature, secret)
		}))
	}
	for _, v := range vectors["standard"] {
		results["standard"] = append(results["standard"], judge(v, func(body []byte, id, timestamp, signature, secret string) bool {
			return VerifyStandardWebhook(body, id, timestamp, signature, secret, time.Unix(v.Now, 0))
		}))
	}
	output, _ := json.Marshal(results)
	fmt.Println(string(output))
}
