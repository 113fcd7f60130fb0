import { expect, it } from 'vitest'
import type { Frame } from '../../event/event.ts'
import { aFrame, anError, thrown } from '../testing/an-event.ts'
import { markInApp } from './mark-in-app.ts'

const own = aFrame('/own/file#g')

/** What becomes of a frame that the SDK calls ours, beside one that is. */
function isOurs(platform: string, frame: Frame): boolean | undefined {
  return markInApp(thrown([anError('x', [own, frame])], { platform })).exception?.values[0]?.stacktrace
    ?.frames[1]?.in_app
}

it.each([
  ['node', '/app/bower_components/x/x.js'],
  ['node', 'internal/process/task_queues.js'],
  ['javascript', '[native code]'],
  ['javascript', '<anonymous>'],
  ['javascript', 'webpack/bootstrap'],
  ['javascript', 'https://unpkg.com/react@18/umd/react.js'],
  ['javascript', 'moz-extension://0a1b/content.js'],
  ['javascript', 'safari-web-extension://0A1B/content.js'],
  ['python', '/usr/lib/python3/dist-packages/yaml/loader.py'],
  ['python', '/opt/conda/lib/python3.11/json/decoder.py'],
  ['python', '/usr/lib64/python3.9/socket.py'],
  ['python', 'C:\\Python311\\Lib\\json\\decoder.py'],
  ['python', '<frozen importlib._bootstrap>'],
  ['ruby', '/app/vendor/bundle/ruby/3.3.0/gems/pg-1.5/lib/pg.rb'],
  ['ruby', '/usr/lib/ruby/vendor_ruby/json.rb'],
  ['ruby', '<internal:kernel>'],
  ['php', '/var/www/shop/vendor/laravel/framework/x.php'],
  ['php', '[internal]'],
  ['go', '/usr/local/go/src/net/http/server.go'],
  ['go', '/opt/hostedtoolcache/go/1.22.1/x64/src/runtime/panic.go'],
  ['go', 'net/http/server.go'],
  ['go', '/src/vendor/example.org/x/x.go'],
  ['rust', '/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/x.rs'],
  ['native', '/srv/cargo/registry/src/index.crates.io-1949cf8c6b5b557f/anyhow-1.0/src/lib.rs'],
  ['native', './csu/../sysdeps/nptl/libc_start_call_main.h'],
  ['native', '/usr/include/c++/12/bits/stl_vector.h'],
  ['cocoa', '/work/Pods/Alamofire/Source/Session.swift'],
  ['dart', '/home/x/.pub-cache/hosted/pub.dev/http-1.1/lib/http.dart'],
  ['dart', 'dart:async/zone.dart'],
  ['dart', 'package:flutter/src/widgets/framework.dart'],
  ['elixir', 'deps/ecto/lib/ecto/repo.ex'],
])('%s code of %s is not the application’s', (platform, path) => {
  expect(isOurs(platform, aFrame(`${path}#f`))).toBe(false)
})

it.each([
  ['java', 'jdk.internal.reflect.DirectMethodHandleAccessor'],
  ['java', 'kotlinx.coroutines.DispatchedTask'],
  ['java', 'io.ktor.server.engine.Pipeline'],
  ['java', 'org.springframework.web.servlet.DispatcherServlet'],
  ['java', 'com.zaxxer.hikari.pool.HikariPool'],
  ['csharp', 'Microsoft.AspNetCore.Mvc.Controller'],
  ['csharp', 'UnityEngine.Events.UnityEvent'],
  ['elixir', 'Ecto.Repo.Queryable'],
])('%s code of %s is not the application’s', (platform, module) => {
  expect(isOurs(platform, { module, function: 'f', in_app: true })).toBe(false)
})

it.each([
  ['ruby', { ...aFrame('/srv/shop/gems/billing/lib/billing.rb#f') }],
  ['python', { ...aFrame('/srv/python/shop/cart.py#f') }],
  ['go', { ...aFrame('/go/src/shop/net.go#f') }],
  ['java', { module: 'com.acme.android.Cart', function: 'f', in_app: true }],
  ['csharp', { module: 'SystemShop.Cart', function: 'f', in_app: true }],
  ['native', { function: 'std_dev', package: '/opt/shop/bin/shop', in_app: true }],
])('%s code of the application stays its own', (platform, frame) =>
  expect(isOurs(platform, frame)).toBe(true),
)
