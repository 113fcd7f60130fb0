// Runs before the first paint, so that a saved choice of colours does not flash.
;(function () {
  var saved = localStorage.getItem('mantine-color-scheme-value')
  var isDark = saved === 'dark' || (saved !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light')
})()
