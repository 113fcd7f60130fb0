import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'

// The document of the tests lays nothing out.
Element.prototype.scrollIntoView = () => {}
window.scrollTo = () => {}

// A screen may have to be loaded first; on a busy machine that takes longer than the second given by default.
configure({ asyncUtilTimeout: 10_000 })

beforeEach(() => localStorage.clear())
afterEach(cleanup)
