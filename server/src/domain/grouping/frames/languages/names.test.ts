import { expect, it } from 'vitest'
import { aFrame } from '../../testing/an-event.ts'
import { readStack } from '../read-stack.ts'

/** The place of a lone frame, as "module#function". */
function placeOf(platform: string, name: string, module?: string): string {
  const frame = aFrame('src/x.any', { function: name, in_app: true, ...(module && { module }) })
  const [call] = readStack([frame], platform).calls
  return call ? `${module ? call.module : ''}#${call.name}` : 'skipped'
}

it.each([
  ['rust', 'shop::cart::total', '#shop::cart::total'],
  ['rust', '<shop::cart::Cart<u32> as shop::cart::Priced>::price::{{closure}}', '#shop::cart::Cart::price'],
  ['rust', 'shop::cart::Cart<T>::first::<u32>::h0123456789abcdef', '#shop::cart::Cart::first'],
  ['native', '<&mut shop::Cart as core::fmt::Display>::fmt', '#shop::Cart::fmt'],
  ['native', 'shop::main::{closure#0}', '#shop::main'],
  ['native', '__rustc::rust_begin_unwind', 'skipped'],
  ['native', 'sentry_panic::PanicIntegration::event_from_panic_info', 'skipped'],
  ['native', '<sentry_panic::PanicIntegration as sentry_core::integration::Integration>::setup', 'skipped'],
  ['native', 'core::option::unwrap_failed', '#'],
  ['native', 'void geo::Tree<int>::insert<int>(int const&)', '#geo::Tree::insert'],
  ['native', 'std::vector<int> geo::list<int>(int) const', '#geo::list'],
  ['native', 'geo::Tree::operator<(geo::Tree const&)', '#geo::Tree::operator<'],
  ['native', 'geo::Tree<int>::operator->() const', '#geo::Tree::operator->'],
  ['native', 'geo::(anonymous namespace)::walk(int) [clone .cold]', '#geo::walk'],
  ['native', 'geo::f(int)::{lambda(int)#1}::operator()(int) const', '#geo::f'],
  ['native', '__cxa_throw', 'skipped'],
  ['cocoa', '-[CartView(Layout) layout]', '#-[CartView layout]'],
  ['cocoa', '__31-[CartView layout]_block_invoke_2', '#-[CartView layout]'],
  ['cocoa', 'specialized closure #1 in Cart.total(of:)', '#Cart.total'],
  ['cocoa', '@objc CartViewController.tap(_:)', '#CartViewController.tap'],
  ['cocoa', 'protocol witness for Priced.price() in conformance Cart', '#Priced.price'],
  ['cocoa', '<redacted>', '#'],
  ['dart', '_CartState@20081234.build.<anonymous closure>', '#_CartState.build'],
  ['dart', '<asynchronous suspension>', 'skipped'],
  ['php', '{closure:App\\Cart::total():12}', '#'],
  ['php', 'App\\Cart@anonymous\0/srv/a.php:12$0::run', '#App\\Cart@anonymous::run'],
  ['php', '__TwigTemplate_0a1b2c3d4e5f___7::doDisplay', '#__TwigTemplate::doDisplay'],
  ['ruby', 'rescue in block in Cart#total', '#total'],
  ['ruby', 'Cart.load', '#load'],
  ['ruby', '_app_views_cart_show_html_erb__1234_5678', '#_app_views_cart_show_html_erb'],
  ['ruby', '<top (required)>', '#'],
])('reads the %s function %s', (platform, raw, expected) => expect(placeOf(platform, raw)).toBe(expected))

it.each([
  ['java', 'access$000', 'com.acme.Cart', 'skipped'],
  ['java', 'invokeSuspend', 'com.acme.Cart$load$1', 'com.acme.Cart#load'],
  ['java', 'load$lambda$1$lambda$0', 'com.acme.Cart', 'com.acme.Cart#load'],
  ['java', 'price-WZ4Q5Ns', 'com.acme.Cart', 'com.acme.Cart#price'],
  ['java', 'load$default', 'com.acme.Cart', 'skipped'],
  ['java', 'apply', 'com.acme.Flow$$anonfun$settle$1', 'com.acme.Flow#settle'],
  ['java', 'total', 'com.acme.Cart$HibernateProxy$aBcD1234', 'com.acme.Cart#total'],
  ['java', 'total', 'com.acme.Cart$$Lambda/0x00007f12', 'com.acme.Cart#total'],
  ['java', 'run', 'com.acme.Cart$2', 'com.acme.Cart$n#run'],
  ['clojure', 'invoke', 'acme.core$load_cart__1234', 'acme.core$load_cart__n#invoke'],
  ['csharp', 'MoveNext', 'Acme.Cart+<Load>d__3', 'Acme.Cart#Load'],
  ['csharp', '<Run>b__0', 'Acme.Cart+<>c__DisplayClass1_0', 'Acme.Cart#Run'],
  ['csharp', 'Save(T row)', 'Acme.Repo`1[[Acme.Row, Acme]]', 'Acme.Repo#Save'],
  ['csharp', 'Total_mABCDEF0123456789ABCDEF0123456789ABCDEF01', 'Acme.Cart', 'Acme.Cart#Total'],
  ['csharp', 'async Task<int> Load(int id)', 'Acme.Cart', 'Acme.Cart#Load'],
  ['go', '(*Cart).Total.func1.2', 'example.org/shop/cart', 'example.org/shop/cart#(*Cart).Total'],
  ['go', 'Map[...]', 'example.org/shop/list', 'example.org/shop/list#Map'],
  ['go', 'Run.gowrap1', 'example.org/shop@v1.2.3/run', 'example.org/shop/run#Run'],
  ['elixir', 'anonymous fn/2 in Shop.Cart.total/1', 'Shop.Cart', 'Shop.Cart#total/1'],
  ['python', 'Cart.total', 'shop.cart', 'shop.cart#total'],
])('reads the %s function %s of %s', (platform, raw, module, expected) => {
  expect(placeOf(platform, raw, module)).toBe(expected)
})
