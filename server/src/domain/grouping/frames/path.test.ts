import { expect, it } from 'vitest'
import { moduleOfPath } from './path.ts'

it.each([
  ['https://shop.example/assets/app-MGKA4PKP.js', 'assets/app'],
  ['https://shop.example/static/main.3f2a1c9e.chunk.js?v=3', 'static/main'],
  ['/srv/releases/20261123101500/shop/cart.rb', 'shop/cart'],
  ['C:\\shop\\src\\cart.ts', 'src/cart'],
  ['/srv/jobs/program-0b9e7a52-9d0c-4d43-8a53-0f5cf2a2c1de.mjs', 'program'],
  ['~/c8b04a26-5b0e-4a3a-9d4f-62c81ad8b9a1-0.js', '~/'],
  ['/srv/shop/well-known-config.js', 'well-known-config'],
  ['/app/main.js', 'main'],
  ['/home/ann/desk/lib/seats.js', 'lib/seats'],
  ['file:///srv/desk/lib/seats.mjs', 'lib/seats'],
  ['/data/desk-1.4.2/seats.rb', 'desk/seats'],
  ['/data/desk-5f0c2e1/seats.js', 'desk/seats'],
  ['webpack-internal:///(rsc)/./src/page.tsx', 'src/page'],
  ['http://localhost:5173/@fs/home/ann/desk/src/seats.ts?t=1764000000000', 'src/seats'],
  ['https://x.example/_next/static/dQw4w9WgXcQ/pages/seat.js', 'pages/seat'],
  ['/var/www/desk/storage/framework/views/9a0364b9e99bb480dd25e1f0284c8555aa112233.php', 'views/*'],
])('reads %s as %s, the same in every deployment', (path, module) => expect(moduleOfPath(path)).toBe(module))
