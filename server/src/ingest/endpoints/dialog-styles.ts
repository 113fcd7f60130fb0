/** Of the crash-report dialog. It stands in a shadow root: the page's own styles and these do not meet. */
export const dialogStyles = `
:host { all: initial }
dialog {
  box-sizing: border-box; width: min(32rem, calc(100vw - 2rem)); max-height: calc(100vh - 2rem); overflow: auto;
  padding: 1.5rem; border: 1px solid #8886; border-radius: 0.5rem;
  background: Canvas; color: CanvasText; color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif;
}
dialog::backdrop { background: rgb(0 0 0 / 0.5) }
h2 { margin: 0 0 0.25rem; font-size: 1.25rem; line-height: 1.3 }
p { margin: 0 0 0.75rem }
label { display: block; margin: 0 0 0.75rem; font-weight: 600 }
input, textarea {
  box-sizing: border-box; display: block; width: 100%; margin-top: 0.25rem; padding: 0.5rem;
  border: 1px solid #767676; border-radius: 0.25rem; background: Field; color: FieldText; font: inherit; font-weight: 400;
}
textarea { min-height: 6rem; resize: vertical }
[aria-invalid=true] { border-color: #c6262e; outline: 1px solid #c6262e }
:focus-visible { outline: 2px solid Highlight; outline-offset: 2px }
.error { color: #c6262e; font-weight: 400 }
.error:empty { display: none }
.actions { display: flex; flex-wrap: wrap; gap: 0.5rem; justify-content: flex-end }
button { padding: 0.5rem 1rem; border: 1px solid #767676; border-radius: 0.25rem; font: inherit; cursor: pointer }
button[type=submit] { border-color: #1c5bb8; background: #1c5bb8; color: #fff }
button:disabled { cursor: default; opacity: 0.6 }
@media (prefers-color-scheme: dark) { .error { color: #ff8a8a } }
`
