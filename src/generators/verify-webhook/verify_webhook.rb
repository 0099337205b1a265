require "openssl"

# Verifies X-Orbinto-Signature: the lower-case hex HMAC-SHA256 of the body, keyed
# with the whole secret.
#
# body is the request body as received: request.raw_post. signature is the
# header's value, secret the webhook's secret, whsec_…
# Never raises: what is not a valid signature is false.
def verify_webhook(body, signature, secret)
  return false unless body.is_a?(String) && signature.is_a?(String) && webhook_secret?(secret)

  equal_in_constant_time?(OpenSSL::HMAC.hexdigest("SHA256", secret, body), signature)
end

# Verifies webhook-id, webhook-timestamp and webhook-signature, the headers of
# Standard Webhooks, and refuses an attempt that is more than five minutes old or
# early. now is Unix time in seconds.
# Never raises: what is not a valid, fresh signature is false.
def verify_standard_webhook(body, id, timestamp, signature, secret, now: Time.now.to_i)
  return false unless [body, id, timestamp, signature].all?(String) && webhook_secret?(secret)
  return false unless timestamp.b.match?(/\A[0-9]{1,12}\z/) && (now - timestamp.to_i).abs <= 300

  key = secret.delete_prefix("whsec_").unpack1("m0")
  digest = OpenSSL::HMAC.digest("SHA256", key, "#{id.b}.#{timestamp.b}.".b + body.b)
  expected = "v1,#{[digest].pack("m0")}"
  signature.b.split(" ").map { |entry| equal_in_constant_time?(expected, entry) }.any?
rescue ArgumentError # the secret is not base64
  false
end

def webhook_secret?(value)
  value.is_a?(String) && value.start_with?("whsec_") && value.length > "whsec_".length
end

def equal_in_constant_time?(expected, given)
  expected.bytesize == given.bytesize && OpenSSL.fixed_length_secure_compare(expected, given)
end
