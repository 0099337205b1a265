# frozen_string_literal: true

module Orbinto
  # For what holds a key, a token or a secret: `inspect` names the class and nothing else. Ruby's own errors show it.
  module Hidden
    # @return [String]
    def inspect
      "#<#{self.class.name}>"
    end
  end
end
