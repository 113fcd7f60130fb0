const fs = require('fs')
const path = require('path')

exports.readOutbox = (dir, name) => fs.readFileSync(path.join(dir, name), 'utf8')
exports.readTemplate = async (dir, lang) => {
  return fs.promises.readFile(path.join(dir, 'templates', `${lang}.html`), 'utf8')
}
exports.parseOutbox = function (text) {
  const lines = text.split('\n')
  return lines.map((line) => JSON.parse(line))
}
