/**
 * Robots whose names do not end in "bot", "crawler" or "spider"; in small letters. Of companies that also make
 * browsers or apps for people (Yandex, Baidu, Sogou, Facebook, Slack) only the robot's own name stands here.
 */
const robots = [
  // Search
  'googlebot',
  'bingbot',
  'yandexbot',
  'baiduspider',
  'mediapartners-google',
  'feedfetcher-google',
  'google-inspectiontool',
  'google-read-aloud',
  'googleother',
  'bingpreview',
  'slurp',
  'yandeximages',
  'yandexmetrika',
  'yeti/',
  'ia_archiver',
  'heritrix',
  'nutch',
  // Previews of links
  'facebookexternalhit',
  'facebookcatalog',
  'meta-externalagent',
  'meta-externalfetcher',
  'slack-imgproxy',
  'skypeuripreview',
  'embedly',
  'vkshare',
  // Language models
  'gptbot',
  'claudebot',
  'chatgpt-user',
  'claude-user',
  'claude-web',
  'perplexity-user',
  'mistralai-user',
  'anthropic-ai',
  'cohere-ai',
  // Search engine optimisers
  'ahrefs',
  'semrush',
  'screaming frog',
  'siteaudit',
  'megaindex',
  // Watchers
  'pingdom',
  'better uptime',
  'statuscake',
  'site24x7',
  'chrome-lighthouse',
  'aws security scanner',
]

/** Cubot is a maker of telephones, which stand in the User-Agent as "CUBOT_X30" or "CUBOT NOTE 20". */
const people = new Set(['cubot'])

/** The part of Slack that carries the commands of people to a server; https://api.slack.com/robots. */
const carrier = /slackbot 1\.\d/

export function isCrawler(userAgent: string): boolean {
  const text = userAgent.toLowerCase()
  if (carrier.test(text)) return false
  return robots.some((name) => text.includes(name)) || hasRobotWord(text)
}

/** A word, not a part of one: "Abbott" and "Spiderman" are none. What follows sets a name apart from an address. */
function hasRobotWord(text: string): boolean {
  for (const { 0: word, index } of text.matchAll(/[a-z]+/g)) {
    if (!people.has(word) && isRobotWord(word) && endsName(text.charAt(index + word.length))) return true
  }
  return false
}

function isRobotWord(word: string): boolean {
  return ['bot', 'bots', 'crawler', 'crawlers', 'spider', 'spiders'].some((end) => word.endsWith(end))
}

function endsName(next: string): boolean {
  return next === '' || ' /;),:-'.includes(next)
}
