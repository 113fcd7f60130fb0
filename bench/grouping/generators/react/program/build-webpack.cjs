// Lists the scripts of the page, in the order in which they are to run.
const { writeFileSync } = require('node:fs')
const { join } = require('node:path')
const webpack = require('webpack')
const config = require('./webpack.config.cjs')

webpack(config, (error, stats) => {
  if (error || stats.hasErrors()) throw error ?? new Error(stats.toString())
  const { assets } = stats.toJson().entrypoints.main
  const scripts = assets.map(({ name }) => `<script src="/${name}" defer></script>`).join('')
  const body =
    '<div id="root"></div><div id="trip"><p>3 days in Lisbon</p></div><div id="offer"><ul><li>Train</li></ul></div>'
  writeFileSync(join(__dirname, 'dist/index.html'), `<!doctype html><title>Planner</title>${body}${scripts}`)
})
