import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import typescript from 'typescript-eslint';

// app → features → fields → ui, api → i18n, lib: an import goes down this list, never back, never sideways.
const mayNotImport = {
  features: ['app', 'features'],
  fields: ['app', 'features'],
  ui: ['app', 'features', 'fields', 'api'],
  api: ['app', 'features', 'fields', 'ui'],
  i18n: ['app', 'features', 'fields', 'ui', 'api'],
  lib: ['app', 'features', 'fields', 'ui', 'api', 'i18n'],
};

// Inside a layer imports are relative, across layers they begin with "@/": so the rule can tell them apart.
const boundaries = Object.entries(mayNotImport).map(([layer, forbidden]) => ({
  files: [`src/${layer}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: forbidden.map((name) => `@/${name}/**`), message: `${layer}/ may not import this layer.` },
          { group: ['../../../*'], message: 'Import another layer by its "@/" path.' },
        ],
      },
    ],
  },
}));

export default typescript.config(
  { ignores: ['dist', 'node_modules', 'playwright-report', 'test-results'] },
  js.configs.recommended,
  ...typescript.configs.strict,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 400 }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'e2e/**/*.ts'],
    ignores: ['src/ambient.d.ts', 'e2e/**/*.config.ts', 'e2e/**/global-setup.ts', 'e2e/speed/table-reporter.ts'],
    rules: { 'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }], 'no-empty-pattern': 'off' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  ...boundaries,
);
