import { describe, expect, it } from 'vitest'
import { isCrawler } from './is-crawler.ts'

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

describe('a crawler', () => {
  it.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Googlebot-Image/1.0',
    'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',
    'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
    'Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)',
    'Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)',
    'Twitterbot/1.0',
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    `Mozilla/5.0 ${webKit}; compatible; GPTBot/1.2; +https://openai.com/gptbot`,
    `Mozilla/5.0 ${webKit}; compatible; ClaudeBot/1.0; +claudebot@anthropic.com)`,
    'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)',
    'Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)',
    'Mozilla/5.0 (compatible; MJ12bot/v1.4.8; http://mj12bot.com/)',
    'Mozilla/5.0 (compatible; archive.org_bot +http://archive.org/details/archive.org_bot)',
    'Mozilla/5.0 (compatible; HubSpot Crawler; web-crawlers@hubspot.com)',
    'somebot',
    'Some Spider',
    'Mozilla/5.0 (Linux; Android 11; moto g power (2022)) Chrome-Lighthouse',
  ])('is told from %s', (userAgent) => expect(isCrawler(userAgent)).toBe(true))
})

describe('a person', () => {
  it.each([
    [
      'with a Cubot telephone',
      `Mozilla/5.0 (Linux; Android 9; CUBOT_X30) ${webKit} Chrome/91.0 Mobile Safari/537.36`,
    ],
    [
      'with another one',
      `Mozilla/5.0 (Linux; Android 11; CUBOT NOTE 20) ${webKit} Chrome/96.0 Safari/537.36`,
    ],
    ['with a third', `Mozilla/5.0 (Linux; Android 8; Cubot; wv) ${webKit} Chrome/96.0 Safari/537.36`],
    [
      'with the browser of Yandex',
      `Mozilla/5.0 (Windows NT 10.0) ${webKit} YaBrowser/24.1.0 Yowser/2.5 Safari/537.36`,
    ],
    [
      'in the app of Baidu',
      `Mozilla/5.0 (Linux; Android 10) ${webKit} baiduboxapp/13.0 Mobile Safari/537.36`,
    ],
    [
      'in the app of Facebook',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) Mobile/15E148 [FBAN/FBIOS;FBAV/440.0]',
    ],
    [
      'in the app of Slack',
      `Mozilla/5.0 (Macintosh) ${webKit} Slack/4.35 Chrome/118.0 Electron/27.0 Safari/537.36`,
    ],
    ['at Abbott', 'AbbottPortal/2.0 (Botswana; Spiderman)'],
    ['whose command Slack carries', 'Slackbot 1.0(+https://api.slack.com/robots)'],
    ['who does not say', ''],
  ])('%s is none', (_, userAgent) => expect(isCrawler(userAgent)).toBe(false))
})
