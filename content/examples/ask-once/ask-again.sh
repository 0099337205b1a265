curl --fail "https://api.orbinto.com/v1/operators" \
  -H "Authorization: Bearer ${ORBINTO_API_KEY}"
