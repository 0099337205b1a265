package main

import "net/url"

func signInAddress(codeChallenge, state string) string {
	query := url.Values{
		"client_id":             {"YOUR_CLIENT_ID"},
		"redirect_uri":          {"https://yourapp.com/callback"},
		"response_type":         {"code"},
		"scope":                 {"contacts:read conversations:read conversations:write"},
		"state":                 {state},
		"code_challenge":        {codeChallenge},
		"code_challenge_method": {"S256"},
	}
	return "https://app.orbinto.com/oauth/authorize?" + query.Encode()
}
