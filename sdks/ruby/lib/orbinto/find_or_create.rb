# frozen_string_literal: true

module Orbinto
  # Included by the contacts' namespace.
  module FindOrCreate
    # The contact with this email; without one, a new one with the other fields. Safe where the answer of the creation is lost, and
    # where somebody else creates it at the same time: it is looked for once more. A contact that exists is not changed.
    #
    # @param email [String]
    # @param fields fields of `create`
    # @return [Models::Contact]
    # @raise [APIError, ConnectionError, TimeoutError]
    def find_or_create(email:, request_options: {}, **fields)
      look = -> { contacts.list(email: email, request_options: options_of_look(request_options)).page.items.first }
      look.call || begin
        contacts.create(email: email, **fields, request_options: request_options)
      rescue ConflictError, ConnectionError, TimeoutError, ServerError => e
        look.call || raise(e)
      end
    end

    private

    # A record is wanted, also after Client#with_response.
    def contacts
      @caller.raw? ? self.class.new(Caller.new(@caller.configuration)) : self
    end

    # What is meant for the creation alone.
    def options_of_look(options)
      options.reject { |name, _| %i[extra_body extra_query retry_unsafe].include?(name.to_sym) }
    end
  end

  Resources::Contacts.include(FindOrCreate)
end
