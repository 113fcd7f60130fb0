import { expect, it } from 'vitest'
import type { WireFrame } from './protocol/index.ts'
import { shortenPaths } from './short-paths.ts'

function shortened(frame: WireFrame, folder: string): WireFrame {
  shortenPaths({ exception: { values: [{ type: 'Error', stacktrace: { frames: [frame] } }] } }, folder)
  return frame
}

it.each([
  ['/srv/shop', '/srv/shop/cart.js', 'cart.js'],
  ['/', '/cart.js', 'cart.js'],
  ['C:\\shop', 'C:\\shop\\src\\cart.js', 'src\\cart.js'],
])('in %s the file %s is called %s, and its whole path is kept', (folder, file, name) => {
  expect(shortened({ filename: file }, folder)).toEqual({ filename: name, abs_path: file })
})

it.each(['/srv/shopping/cart.js', 'node:fs', '<anonymous>'])('%s is called what it was', (filename) => {
  expect(shortened({ filename }, '/srv/shop')).toEqual({ filename })
})

it('a frame that has both paths keeps them', () => {
  const frame = { filename: '/srv/shop/a.js', abs_path: '/srv/shop/b.js' }
  expect(shortened({ ...frame }, '/srv/shop')).toEqual(frame)
})
