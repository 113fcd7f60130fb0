import { describe, expect, it } from 'vitest'
import { isOldBrowser } from './is-old-browser.ts'

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const iosWebKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'
const android = 'Mozilla/5.0 (Linux; Android 10; K)'

describe('a browser is old', () => {
  it.each([
    ['Internet Explorer 8', 'Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.0; Trident/4.0)'],
    ['Internet Explorer 11', 'Mozilla/5.0 (Windows NT 6.3; Trident/7.0; rv:11.0) like Gecko'],
    ['Edge 18', `${windows} ${webKit} Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763`],
    ['Chrome 79', `${windows} ${webKit} Chrome/79.0.3945.88 Safari/537.36`],
    ['Chromium Edge 79', `${windows} ${webKit} Chrome/79.0.309.0 Safari/537.36 Edg/79.0.309.71`],
    ['Android WebView 44', `${android} ${webKit} Version/4.0 Chrome/44.0.2403.119 Mobile Safari/537.36`],
    ['Firefox 77', 'Mozilla/5.0 (X11; Linux x86_64; rv:77.0) Gecko/20100101 Firefox/77.0'],
    ['Opera 66', `${windows} ${webKit} Chrome/79.0.3945.130 Safari/537.36 OPR/66.0.3515.72`],
    ['Opera 12', 'Opera/9.80 (X11; Linux i686; Ubuntu/14.10) Presto/2.12.388 Version/12.16'],
    ['Opera Mini', 'Opera/9.80 (Android; Opera Mini/36.2/119.132; U; id) Presto/2.12.423 Version/12.16'],
    ['Safari 12', `${mac} ${iosWebKit} Version/12.1.2 Safari/605.1.15`],
    [
      'Safari on iOS 12',
      `Mozilla/5.0 (iPhone; CPU iPhone OS 12_4 like Mac OS X) ${iosWebKit} Version/12.1.2 Mobile/15E148 Safari/604.1`,
    ],
    ['an app on iOS 12', `Mozilla/5.0 (iPad; CPU OS 12_5_5 like Mac OS X) ${iosWebKit} Mobile/15E148`],
    [
      'Chrome 90 on iOS 12',
      `Mozilla/5.0 (iPhone; CPU iPhone OS 12_5 like Mac OS X) ${iosWebKit} CriOS/90.0.4430.78 Mobile/15E148 Safari/604.1`,
    ],
    [
      'Android browser 4',
      'Mozilla/5.0 (Linux; U; Android 4.1.1; en-gb; Build/KLP) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Safari/534.30',
    ],
  ])('%s', (_, userAgent) => expect(isOldBrowser(userAgent)).toBe(true))
})

describe('a browser is not old', () => {
  it.each([
    ['Chrome 80', `${windows} ${webKit} Chrome/80.0.3987.87 Safari/537.36`],
    ['Chrome 140', `${android} ${webKit} Chrome/140.0.0.0 Mobile Safari/537.36`],
    ['Edge 140', `${windows} ${webKit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`],
    ['Firefox 78', 'Mozilla/5.0 (X11; Linux x86_64; rv:78.0) Gecko/20100101 Firefox/78.0'],
    ['Firefox on Android 9', 'Mozilla/5.0 (Android 9; Mobile; rv:120.0) Gecko/120.0 Firefox/120.0'],
    ['Opera 67', `${windows} ${webKit} Chrome/80.0.3987.87 Safari/537.36 OPR/67.0.3575.53`],
    [
      'Opera 60 for Android',
      `${android} ${webKit} Chrome/86.0.4240.99 Mobile Safari/537.36 OPR/60.3.3004.55692`,
    ],
    ['Safari 13', `${mac} ${iosWebKit} Version/13.0 Safari/605.1.15`],
    ['Safari 26', `${mac} ${iosWebKit} Version/26.0 Safari/605.1.15`],
    [
      'Safari on iOS 13',
      `Mozilla/5.0 (iPhone; CPU iPhone OS 13_0 like Mac OS X) ${iosWebKit} Version/13.0 Mobile/15E148 Safari/604.1`,
    ],
    [
      'Firefox 14 on iOS 17',
      `Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) ${iosWebKit} FxiOS/14.0 Mobile/15E148 Safari/605.1.15`,
    ],
    [
      'Chrome on an iPad that asks for pages of a desktop',
      `${mac} ${iosWebKit} CriOS/120 Version/11.1.1 Safari/605.1.15`,
    ],
    ['Node', 'node-fetch/1.0'],
    ['a browser that gives no version', `${windows} ${webKit} Chrome/ Safari/537.36`],
    ['nothing', ''],
  ])('%s', (_, userAgent) => expect(isOldBrowser(userAgent)).toBe(false))
})
