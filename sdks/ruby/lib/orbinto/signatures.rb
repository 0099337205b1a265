# frozen_string_literal: true

module Orbinto
  # Makes and checks signatures of deliveries. Never raises for what it is given to check.
  # @api private
  module Signatures
    SECRET = /\Awhsec_[A-Za-z0-9+\/]+={0,2}\z/n.freeze

    module_function

    def secret?(secret)
      secret.is_a?(String) && secret.b.match?(SECRET) && !key(secret).nil?
    end

    # @return [String, nil]
    def key(secret)
      secret.b.delete_prefix("whsec_").unpack1("m0")
    rescue ArgumentError
      nil
    end

    def plain(secret, body)
      OpenSSL::HMAC.hexdigest("SHA256", secret.b, body.b)
    end

    def standard(secret, id, timestamp, body)
      digest = OpenSSL::HMAC.digest("SHA256", key(secret), "#{id.b}.#{timestamp.b}.".b + body.b)
      "v1,#{[digest].pack("m0")}"
    end

    def plain?(body, signature, secret)
      return false unless body.is_a?(String) && signature.is_a?(String) && secret?(secret)

      same?(plain(secret, body), signature)
    end

    # Freshness apart.
    def standard?(body, id, timestamp, signature, secret)
      return false unless [body, id, timestamp, signature].all?(String) && secret?(secret)

      expected = standard(secret, id, timestamp, body)
      signature.b.split(" ").count { |one| same?(expected, one) }.positive?
    end

    def fresh?(timestamp, now, tolerance)
      timestamp.is_a?(String) && timestamp.b.match?(/\A[0-9]{1,12}\z/n) && (now - timestamp.to_i).abs <= tolerance
    end

    # In constant time.
    def same?(expected, given)
      expected.bytesize == given.bytesize && OpenSSL.fixed_length_secure_compare(expected.b, given.b)
    end
  end
end
