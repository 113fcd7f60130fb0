import { expect, test } from 'vitest'
import { choosePrefix, slugOf } from './slug.ts'

test.each([
  ['Shop', 'shop'],
  ['Café & Bar', 'cafe-bar'],
  ['  My   API v2 ', 'my-api-v2'],
  ['日本', 'project'],
  ['x'.repeat(49) + ' y', 'x'.repeat(49)],
])('the name %j gives the slug %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})

test.each([
  ['shop', [], 'SHOP'],
  ['shop-web', [], 'SHOP'],
  ['shop-web', ['SHOP'], 'SHOPWEB'],
  ['shop-web', ['SHOP', 'SHOPWEB'], 'SHOPWEB2'],
  ['shop', ['SHOP'], 'SHOP2'],
  ['storefront', ['STOREFRO'], 'STOREFR2'],
  ['a', [], 'PA'],
  ['404', [], 'P404'],
  ['2024-shop', [], '2024SHOP'],
  ['404', ['P404'], 'P4042'],
  ['a-b', [], 'AB'],
])('the slug %j beside the prefixes %j gets the prefix %j', (slug, taken, prefix) => {
  expect(choosePrefix(slug, (one) => taken.includes(one))).toBe(prefix)
})
