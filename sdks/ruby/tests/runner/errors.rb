# frozen_string_literal: true

module Runner
  # What a cancelled call is broken off by: no StandardError, so that no rescue takes it for a failure.
  class Cancelled < Exception # rubocop:disable Lint/InheritException
  end

  # Tells an exception by the names of the protocol.
  module Errors
    FACTS = %i[status code param request_id doc_url retry_after headers].freeze

    module_function

    def tell(error)
      return { class: "CancelledError", classes: ["CancelledError"], message: "", text: "" } if error.is_a?(Cancelled)

      facts = FACTS.select { |name| error.respond_to?(name) }.to_h { |name| [name, error.public_send(name)] }
      classes = classes_of(error)
      { class: classes.first, classes: classes, message: error.message, text: text_of(error), **facts, rate_limit: rate_limit(error) }
    end

    def classes_of(error)
      return [error.class.name] unless error.is_a?(Orbinto::Error)

      error.class.ancestors.select { |one| one.is_a?(Class) && one <= Orbinto::Error }
           .map { |one| one == Orbinto::Error ? "OrbintoError" : one.name.delete_prefix("Orbinto::") }
    end

    # All that Ruby prints of it, causes included; and what a console shows.
    def text_of(error)
      "#{error.full_message(highlight: false)}\n#{error.inspect}"
    end

    def rate_limit(error)
      error.respond_to?(:rate_limit) ? error.rate_limit&.to_h : nil
    end
  end
end
