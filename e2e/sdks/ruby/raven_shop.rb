# Does what its argument says, with sentry-raven.
require 'sentry-raven'

Raven.configure do |config|
  config.dsn = ENV.fetch('DSN')
  config.release = 'shop@1.4.2'
  config.current_environment = 'staging'
  config.environments = ['staging']
  config.silence_ready = true
  config.project_root = __dir__
end
Raven.user_context(id: 42, email: 'ada@example.com')
Raven.tags_context(coupon: 'SPRING')
Raven.context.extra[:order] = { number: 1001 }
Raven.breadcrumbs.record do |crumb|
  crumb.category = 'cart'
  crumb.message = 'coupon entered'
end

def total_of(order)
  raise KeyError, 'no items' unless order.key?('items')

  order['items'].length
end

def show_order(order)
  total_of(order)
end

case ARGV.first
when 'handled'
  begin
    show_order({})
  rescue KeyError => e
    Raven.capture_exception(e)
  end
when 'message'
  Raven.capture_message('Stock is low', level: 'warning')
when 'unhandled'
  Raven.capture { show_order({}) }
end
