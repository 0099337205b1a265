# frozen_string_literal: true

require_relative "lib/orbinto/version"

Gem::Specification.new do |spec|
  spec.name = "orbinto-ruby"
  spec.version = Orbinto::VERSION
  spec.summary = "Client library of the Orbinto REST API"
  spec.description = "Contacts, conversations, visitors, chatbots, operators and webhooks of Orbinto: typed results, lazy lists, " \
                     "retries, webhook verification, OAuth. No dependency but Ruby."
  spec.authors = ["Orbinto"]
  spec.homepage = "https://developers.orbinto.com"
  spec.license = "MIT"
  spec.required_ruby_version = ">= 3.0"
  spec.files = Dir.chdir(__dir__) { Dir["lib/**/*.rb", "sig/**/*.rbs", "README.md", "CHANGELOG.md", "LICENSE"] }.sort
  spec.require_paths = ["lib"]
  spec.metadata = {
    "documentation_uri" => "https://developers.orbinto.com/guides/sdks/",
    "changelog_uri" => "https://developers.orbinto.com/changelog/",
    "rubygems_mfa_required" => "true"
  }
end
