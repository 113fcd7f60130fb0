import { restrictImports } from './tooling/arrows/restrict-imports.js'

const plugins = ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'promise']
const tests = ['**/*.test.{ts,tsx}', '**/testing/**', 'e2e/**']

export default {
  // Written as other people write: how they come out in events is what is measured.
  ignorePatterns: ['bench/grouping/generators/*/program/**'],
  plugins,
  categories: { correctness: 'error', suspicious: 'error' },
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/only-throw-error': 'error',
    // Also forbids `import('…')` in types, which the arrows would not see.
    'typescript/consistent-type-imports': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    eqeqeq: 'error',
    'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
    'max-depth': ['error', { max: 3 }],
    'max-lines': ['error', { max: 250 }],
    'max-lines-per-function': ['error', { max: 60 }],
    'max-params': ['error', { max: 4 }],

    // Our interfaces describe sets of closures: they have no `this` to lose.
    'typescript/unbound-method': 'off',
    // A closure stands where it is read, even if it could stand further out.
    'unicorn/consistent-function-scoping': 'off',
    // A module is imported for what it does: style sheets, and what extends a test runner.
    'import/no-unassigned-import': 'off',
    // `fc.string()` says where the string comes from.
    'import/no-named-as-default-member': 'off',
    // Express 5 hands a rejected promise to the error handler.
    'oxc/no-async-endpoint-handlers': 'off',
    // What is chained on a promise may end there.
    'promise/always-return': 'off',
    'no-underscore-dangle': ['error', { allow: ['_meta'] }],
    // At the edges, where drivers and parsers know more than types say. The inner folders have none, see below.
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  },
  overrides: [
    ...restrictImports,
    {
      files: ['client-sdk/src/**', 'server/src/**', 'web/src/**'],
      rules: { 'no-console': 'error' },
    },
    {
      files: ['client-sdk/src/protocol/**', 'server/src/{contract,domain}/**'],
      excludeFiles: tests,
      rules: { 'typescript/no-unsafe-type-assertion': 'error' },
    },
    {
      files: ['client-sdk/src/**'],
      // Runs on engines that have no `toSorted` and `toReversed`.
      rules: { 'unicorn/no-array-sort': 'off', 'unicorn/no-array-reverse': 'off' },
    },
    {
      files: ['web/**/*.{ts,tsx}'],
      plugins: [...plugins, 'react', 'jsx-a11y'],
      rules: {
        'react/rules-of-hooks': 'error',
        'react/exhaustive-deps': 'error',
        'react/no-danger': 'error',
        'react/jsx-no-target-blank': 'error',
        // The compiler's own JSX transform imports what it needs.
        'react/react-in-jsx-scope': 'off',
      },
    },
    {
      files: ['web/src/{app,features,ui}/**'],
      rules: {
        'no-restricted-globals': [
          'error',
          ...['fetch', 'EventSource', 'XMLHttpRequest'].map((name) => ({
            name,
            message: 'Only web/src/lib speaks to the server.',
          })),
        ],
      },
    },
    {
      files: tests,
      plugins: [...plugins, 'vitest'],
      rules: {
        'vitest/no-focused-tests': 'error',
        // `describe` is one long function, and a table of cases has as many columns as it needs.
        'max-lines-per-function': 'off',
        'max-params': 'off',
        // A mock takes its type from where it is used.
        'vitest/require-mock-type-parameters': 'off',
      },
    },
    {
      files: ['**/*.config.{js,ts}'],
      rules: { 'import/no-default-export': 'off' },
    },
  ],
}
