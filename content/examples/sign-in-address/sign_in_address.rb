require "uri"

def sign_in_address(code_challenge, state)
  query = {
    client_id: "YOUR_CLIENT_ID",
    redirect_uri: "https://yourapp.com/callback",
    response_type: "code",
    scope: "contacts:read conversations:read conversations:write",
    state: state,
    code_challenge: code_challenge,
    code_challenge_method: "S256"
  }
  "https://app.orbinto.com/oauth/authorize?#{URI.encode_www_form(query)}"
end
