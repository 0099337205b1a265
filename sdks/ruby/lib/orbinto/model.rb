# frozen_string_literal: true

module Orbinto
  # A record of the API. Fields are read by name, `contact.email`, or by `contact["email"]`: the way for names that every Ruby object
  # has already, such as `then`. A field that the answer lacks is nil; one that is newer than this version is read in the same ways.
  # Records do not change; `to_h` gives a copy that may.
  class Model
    # Fields that `inspect` does not show.
    SECRET = /secret|token|password/.freeze
    private_constant :SECRET

    class << self
      # @return [Hash{String => Object}] documented fields and their types
      def fields
        @fields ||= superclass.respond_to?(:fields) ? superclass.fields.dup : {}
      end

      # @api private
      def cast(values)
        new(values)
      end

      private

      def field(name, type = nil)
        fields[name] = type
        return if Model.method_defined?(name)

        define_method(name) { self[name] }
      end
    end

    # @param values [Hash{String => Object}] parsed JSON
    def initialize(values)
      @values = values
      @read = {}
    end

    # @param name [String, Symbol]
    # @return [Object, nil] the value of the field; nil where it is null or absent, which #key? tells apart
    def [](name)
      name = name.to_s
      @read.fetch(name) { @read[name] = Casting.cast(@values[name], self.class.fields[name]) }
    end

    # @return [Object, nil] as Hash#dig
    def dig(name, *names)
      value = self[name]
      names.empty? || value.nil? ? value : value.dig(*names)
    end

    # @return [Boolean] whether the answer has the field, null included
    def key?(name)
      @values.key?(name.to_s)
    end

    # @return [Array<String>] names of the fields that the answer has
    def keys
      @values.keys
    end

    # @return [Time, nil] a date-time field such as `created_at`; nil where it is no time
    def time(name)
      Time.iso8601(@values[name.to_s])
    rescue ArgumentError, TypeError, NoMethodError
      nil
    end

    # @return [Hash{String => Object}] all fields as they came, free to be changed
    def to_h
      Casting.plain(@values)
    end

    # @return [String] JSON
    def to_json(*args)
      @values.to_json(*args)
    end

    # For pattern matching: `case event in { data: { id: } }`.
    # @return [Hash{Symbol => Object}]
    def deconstruct_keys(_names)
      @values.keys.to_h { |name| [name.to_sym, self[name]] }
    end

    # Equal where class and all fields are.
    def ==(other)
      other.instance_of?(self.class) && values == other.values
    end
    alias eql? ==

    # @return [Integer]
    def hash
      [self.class, @values].hash
    end

    # @return [String] the fields; secrets are hidden
    def inspect
      shown = @values.map { |name, value| " #{name}=#{name.match?(SECRET) && value ? "[hidden]" : value.inspect}" }
      "#<#{self.class.name}#{shown.join(",")}>"
    end

    # @api private
    def respond_to_missing?(name, include_private = false)
      @values.key?(name.to_s) || super
    end

    # @api private
    def method_missing(name, *arguments)
      arguments.empty? && @values.key?(name.to_s) ? self[name] : super
    end

    protected

    attr_reader :values
  end
end
