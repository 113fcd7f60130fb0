/**
 * What the crash-report dialog does in a page, as text: it is written for browsers, and the server is compiled without
 * their types. It takes the settings, and works where the page's policy allows nothing but this script and requests to its
 * origin: no style attribute, no style element, no markup made from text.
 */
export const dialogProgram = String.raw`(function (settings) {
  'use strict'
  var script = document.currentScript
  if (!script || !script.src) return
  var address = script.src
  var texts = settings.texts

  function add(parent, name, properties) {
    return parent.appendChild(Object.assign(document.createElement(name), properties))
  }

  var host = add(document.body || document.documentElement, 'div', {})
  var root = host.attachShadow({ mode: 'open' })
  try {
    var sheet = new CSSStyleSheet()
    sheet.replaceSync(settings.styles)
    root.adoptedStyleSheets = [sheet]
  } catch (error) {
    // An old browser shows the dialog in its own style.
  }

  var dialog = add(root, 'dialog', {})
  dialog.setAttribute('aria-labelledby', 'title')
  var form = add(dialog, 'form', { noValidate: true })
  add(form, 'h2', { id: 'title', textContent: texts.title })
  if (settings.notice) return showNotice()
  add(form, 'p', { textContent: texts.subtitle + ' ' + texts.subtitle2 })
  var failure = add(form, 'p', { className: 'error' })
  failure.setAttribute('role', 'alert')
  var fields = {
    name: addField('name', 'input', { type: 'text', autocomplete: 'name', value: settings.name }),
    email: addField('email', 'input', { type: 'email', autocomplete: 'email', value: settings.email }),
    comments: addField('comments', 'textarea', {}),
  }
  var actions = add(form, 'div', { className: 'actions' })
  var closing = add(actions, 'button', { type: 'button', textContent: texts.labelClose })
  var sending = add(actions, 'button', { type: 'submit', textContent: texts.labelSubmit })

  function showNotice() {
    add(form, 'p', { textContent: settings.notice })
    var actions = add(form, 'div', { className: 'actions' })
    var done = add(actions, 'button', { type: 'button', textContent: texts.labelClose })
    done.addEventListener('click', close)
    dialog.addEventListener('close', finish)
    open()
    done.focus()
  }

  function open() {
    if (dialog.showModal) dialog.showModal()
    else dialog.setAttribute('open', '')
  }

  function addField(name, element, properties) {
    var label = add(form, 'label', { textContent: texts['label' + name.charAt(0).toUpperCase() + name.slice(1)] })
    var input = add(label, element, Object.assign({ name: name, required: true }, properties))
    var error = add(form, 'p', { className: 'error', id: name + '-error' })
    input.setAttribute('aria-describedby', error.id)
    return { input: input, error: error }
  }

  function showErrors(message, errors) {
    failure.textContent = message
    var first
    Object.keys(fields).forEach(function (name) {
      var complaint = (errors[name] || []).join(' ')
      fields[name].error.textContent = complaint
      if (complaint) {
        fields[name].input.setAttribute('aria-invalid', 'true')
        first = first || fields[name].input
      } else fields[name].input.removeAttribute('aria-invalid')
    })
    if (first) first.focus()
  }

  function thank() {
    form.replaceChildren()
    add(form, 'h2', { id: 'title', textContent: texts.successMessage })
    var actions = add(form, 'div', { className: 'actions' })
    var done = add(actions, 'button', { type: 'button', textContent: texts.labelClose })
    done.setAttribute('aria-describedby', 'title')
    done.addEventListener('click', close)
    done.focus()
  }

  function answer(response) {
    if (response.ok) return thank()
    return response.json().then(function (body) {
      if (body && body.errors) showErrors(texts.errorFormEntry, body.errors)
      else showErrors(texts.errorGeneric, {})
    })
  }

  function send(event) {
    event.preventDefault()
    sending.disabled = true
    fetch(address, {
      method: 'POST',
      credentials: 'omit',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams({
        name: fields.name.input.value,
        email: fields.email.input.value,
        comments: fields.comments.input.value,
      }),
    })
      .then(answer)
      .catch(function () {
        showErrors(texts.errorGeneric, {})
      })
      .then(function () {
        sending.disabled = false
      })
  }

  function close() {
    if (dialog.close) dialog.close()
    else finish()
  }

  function finish() {
    host.remove()
    // The SDKs' onClose waits for this word.
    window.postMessage('__sentry_reportdialog_closed__', '*')
  }

  form.addEventListener('submit', send)
  closing.addEventListener('click', close)
  dialog.addEventListener('close', finish)
  open()
  fields[settings.name ? (settings.email ? 'comments' : 'email') : 'name'].input.focus()
})`
