# frozen_string_literal: true

module Orbinto
  # A type with several forms: each form includes its module, so that `message.is_a?(Orbinto::Models::Message)` holds for all of them.
  # A form that is newer than this version is the module's class `Unknown`.
  # @api private
  module Union
    # @return [String, nil] the field that tells the forms apart
    attr_reader :discriminator

    # @api private
    def cast(values)
      name = @discriminator ? @forms[values[@discriminator]] : form_by_fields(values)
      name ? Models.const_get(name, false).cast(values) : const_get(:Unknown, false).new(values)
    end

    private

    def forms(discriminator, forms)
      @discriminator = discriminator
      @forms = forms.freeze
      union = self
      const_set(:Unknown, Class.new(Model) { include union })
    end

    def form_by_fields(values)
      @forms.find { |_, names| names.all? { |name| values.key?(name) } }&.first
    end
  end
end
