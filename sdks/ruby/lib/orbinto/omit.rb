# frozen_string_literal: true

module Orbinto
  # The class of OMIT.
  class Omit
    # @return [String]
    def inspect
      "Orbinto::OMIT"
    end
  end

  # The default of every optional argument: it is not sent. In an update, nil clears a field and OMIT leaves it as it is.
  #
  #   client.contacts.update(id, phone: nil)                                    # clears the phone number
  #   client.contacts.update(id, phone: phone_is_known ? phone : Orbinto::OMIT) # may leave it as it is
  OMIT = Omit.new.freeze
  Omit.private_class_method :new
end
