# app/controllers/orbinto_webhooks_controller.rb
require "orbinto"

class OrbintoWebhooksController < ActionController::API
  def create
    secret = ENV.fetch("ORBINTO_WEBHOOK_SECRET").strip
    body = request.raw_post # not params
    event = Orbinto::Webhooks.unwrap(body, request.headers, secret)
    OrbintoEventJob.perform_later(event.to_h) # your job: the work comes later
    head :no_content
  rescue Orbinto::WebhookVerificationError => e
    render plain: e.message, status: :bad_request
  end
end
