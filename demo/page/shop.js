import { browserTroubles, serverTroubles } from './troubles.js'

const { Mishap, shop } = window
Mishap.init({ ...shop, environment: 'demo' })
Mishap.setUser({ id: '7', username: 'ada' })

const said = document.querySelector('#said')

addButtons('#server', serverTroubles, async ([method, path, body]) => {
  const headers = { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) }
  const answer = await fetch(path, { method, headers, ...(body && { body }) })
  said.textContent = `${answer.status}: ${await answer.text()}`
})
addButtons('#page', browserTroubles, (trouble) => trouble())

function addButtons(place, troubles, run) {
  for (const [name, trouble] of Object.entries(troubles)) {
    const button = Object.assign(document.createElement('button'), { textContent: name, type: 'button' })
    button.addEventListener('click', () => run(trouble))
    const item = document.createElement('li')
    item.append(button)
    document.querySelector(place).append(item)
  }
}
