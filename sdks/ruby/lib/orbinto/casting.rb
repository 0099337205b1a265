# frozen_string_literal: true

module Orbinto
  # Turns parsed JSON into models. Never raises: what has another form than documented is handed over as it is.
  #
  # A type is a Symbol for a class in Orbinto::Models, `[type]` for a list, `{ any: type }` for a map, nil for what is not known.
  # @api private
  module Casting
    module_function

    def cast(value, type)
      case type
      when Symbol then named(value, type)
      when Array then value.is_a?(Array) ? value.map { |member| cast(member, type.first) }.freeze : cast(value, nil)
      when Hash then map(value, type[:any])
      else unknown(value)
      end
    end

    def named(value, name)
      return unknown(value) unless value.is_a?(Hash)

      Models.const_get(name, false).cast(value)
    end

    def map(value, type)
      return unknown(value) unless value.is_a?(Hash)

      type ? value.transform_values { |member| cast(member, type) }.freeze : value
    end

    def unknown(value)
      case value
      when Hash then Model.new(value)
      when Array then value.map { |member| unknown(member) }.freeze
      else value
      end
    end

    # A copy without models, free to be changed.
    def plain(value)
      case value
      when Model then plain(value.to_h)
      when Hash then value.transform_values { |member| plain(member) }
      when Array then value.map { |member| plain(member) }
      when String then value.dup
      else value
      end
    end
  end
end
