import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'

// The document of the tests lays nothing out.
Element.prototype.scrollIntoView = () => {}
window.scrollTo = () => {}

beforeEach(() => localStorage.clear())
afterEach(cleanup)
