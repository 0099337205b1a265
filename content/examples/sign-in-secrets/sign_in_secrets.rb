require "digest"
require "securerandom"

def sign_in_secrets
  code_verifier = SecureRandom.urlsafe_base64(32)
  digest = Digest::SHA256.digest(code_verifier)
  code_challenge = [digest].pack("m0").tr("+/", "-_").delete("=")
  [code_verifier, code_challenge, SecureRandom.urlsafe_base64(16)]
end
