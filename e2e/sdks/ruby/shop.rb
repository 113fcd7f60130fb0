# Does what its argument says, with sentry-ruby.
require 'sentry-ruby'

Sentry.init do |config|
  config.dsn = ENV.fetch('DSN')
  config.release = 'shop@1.4.2'
  config.environment = 'staging'
  config.background_worker_threads = 0
  config.project_root = __dir__
end
Sentry.set_user(id: 42, email: 'ada@example.com')
Sentry.set_tags(coupon: 'SPRING')
Sentry.set_context('cart', { items: 3 })
Sentry.add_breadcrumb(Sentry::Breadcrumb.new(category: 'cart', message: 'coupon entered', level: 'info'))

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
    Sentry.capture_exception(e)
  end
when 'message'
  Sentry.capture_message('Stock is low', level: :warning)
when 'on_demand'
  $stdin.each_line do |line|
    Sentry.capture_message(line.strip)
    puts 'done'
    $stdout.flush
  end
end
