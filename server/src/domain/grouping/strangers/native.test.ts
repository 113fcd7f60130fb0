import { expect, it } from 'vitest'
import type { Frame } from '../../event/event.ts'
import { aFrame } from '../testing/an-event.ts'
import { anException, eventOf, judgePair, type Pair } from '../testing/a-stranger.ts'

const native = (said: string, ...frames: (string | Frame)[]) =>
  eventOf('native', anException(said, ...frames))
const cocoa = (said: string, ...frames: (string | Frame)[]) => eventOf('cocoa', anException(said, ...frames))
const image = (name: string, path: string): Frame => ({ function: name, package: path, in_app: true })
const std = (name: string) =>
  aFrame(`/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/x.rs#${name}`)

const pairs: Pair[] = [
  [
    'one Rust panic with the hooks of two versions of an SDK',
    'one',
    native(
      'panic: index out of bounds: the len is 2 but the index is 5',
      '/srv/shop/src/cart.rs#shop::cart::total',
      std('core::panicking::panic_bounds_check'),
      std('rust_begin_unwind'),
      aFrame('/root/.cargo/registry/src/x/sentry-panic-0.31.0/src/lib.rs#sentry_panic::panic_handler'),
    ),
    native(
      'panic: index out of bounds: the len is 8 but the index is 8',
      '/build/shop/src/cart.rs#shop::cart::total',
      std('core::panicking::panic_bounds_check'),
      std('__rustc::rust_begin_unwind'),
      '/srv/shop/src/main.rs#shop::main::{{closure}}',
    ),
  ],
  [
    'a generic Rust function for two types',
    'one',
    native('panic: cart is empty', '/srv/shop/src/cart.rs#shop::cart::Cart<T>::first'),
    native('panic: cart is empty', '/srv/shop/src/cart.rs#<shop::cart::Cart<u64>>::first::h0123456789abcdef'),
  ],
  [
    'unwrap on nothing in two functions',
    'two',
    native(
      'panic: called `Option::unwrap()` on a `None` value',
      '/srv/shop/src/cart.rs#shop::cart::first',
      std('core::option::unwrap_failed'),
    ),
    native(
      'panic: called `Option::unwrap()` on a `None` value',
      '/srv/shop/src/cart.rs#shop::cart::last',
      std('core::option::unwrap_failed'),
    ),
  ],
  [
    'a C++ template for two types, inlined differently',
    'one',
    native(
      'SIGSEGV: Segfault',
      'src/tree.cc#void geo::Tree<int>::insert<int>(int const&)',
      image('memmove', '/lib/x86_64-linux-gnu/libc.so.6'),
    ),
    native(
      'SIGSEGV: Segfault',
      'src/tree.cc#void geo::Tree<double>::insert<double>(double const&) [clone .isra.0]',
    ),
  ],
  [
    'a crash below std::vector in two of our functions',
    'two',
    native(
      'SIGSEGV: Segfault',
      'src/a.cc#geo::area(Shape const&)',
      'a.h#std::vector<int, std::allocator<int>>::at(unsigned long)',
    ),
    native(
      'SIGSEGV: Segfault',
      'src/a.cc#geo::rim(Shape const&)',
      'a.h#std::vector<int, std::allocator<int>>::at(unsigned long)',
    ),
  ],
  [
    'an abort seen by a handler of signals',
    'one',
    native('SIGABRT: Abort', 'src/job.cc#job::run()', 'libc#abort', 'libc#raise'),
    native(
      'SIGABRT: Abort',
      'src/job.cc#job::run()',
      'libc#abort',
      'libc#raise',
      '#__restore_rt',
      'src/crash.cc#crash::onSignal(int)',
    ),
  ],
  [
    'a Swift closure that was specialised by the optimiser',
    'one',
    cocoa('Fatal error: Index out of range', 'Shop/Cart.swift#closure #1 in Cart.total(of:)'),
    cocoa('Fatal error: Index out of range', 'Shop/Cart.swift#specialized closure #2 in Cart.total(of:)'),
  ],
  [
    'an app installed twice on a phone, with symbols only',
    'one',
    cocoa(
      'EXC_BAD_ACCESS: Attempted to dereference garbage pointer',
      image(
        '-[CartView layout]',
        '/private/var/containers/Bundle/Application/0B1F2C3D-1111-4222-8333-444455556666/Shop.app/Shop',
      ),
    ),
    cocoa(
      'EXC_BAD_ACCESS: Attempted to dereference garbage pointer',
      image(
        '-[CartView layout]',
        '/private/var/containers/Bundle/Application/AAAAAAAA-9999-4888-8777-666655554444/Shop.app/Shop',
      ),
    ),
  ],
  [
    'an exception of Foundation for two selectors of our view',
    'two',
    cocoa(
      'NSInvalidArgumentException: -[__NSCFString total]: unrecognized selector sent to instance 0x600003e1c2a0',
      'Shop/CartView.m#-[CartView layout]',
    ),
    cocoa(
      'NSInvalidArgumentException: -[__NSCFString price]: unrecognized selector sent to instance 0x600003e1c2a0',
      'Shop/CartView.m#-[CartView layout]',
    ),
  ],
  [
    'a Dart closure within a widget whose library was given another number',
    'one',
    eventOf(
      'dart',
      anException(
        'StateError: Bad state: No element',
        'dart:core#List.first',
        'package:shop/cart.dart#_CartState@20081234.build.<anonymous closure>',
      ),
    ),
    eventOf(
      'dart',
      anException(
        'StateError: Bad state: No element',
        'dart:core#List.first',
        'package:shop/cart.dart#_CartState@77001122.build.<fn>',
      ),
    ),
  ],
]

it.each(pairs)('strangers in native code: %s is %s', (_, verdict, a, b) => {
  const judged = judgePair(a, b)
  expect(judged.verdict, judged.keys).toBe(verdict)
})
