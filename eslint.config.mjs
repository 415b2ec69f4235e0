import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const fence = (message, selector) => ({ selector, message });

export default tseslint.config(
  {
    ignores: [
      '.next/',
      '.data/',
      'node_modules/',
      'migrations/',
      'payload-types.ts',
      'next-env.d.ts',
      'app/(payload)/admin/importMap.js',
      'coverage/',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  // Where components and hooks are: on every file it takes a tenth of the whole run.
  { files: ['admin/**', '**/*.tsx'], ...reactHooks.configs.flat['recommended-latest'] },
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An interface and a type alias each read well in their place.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // A number in a text is what it looks like.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An empty text counts as none: `text || fallback` says so.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // It asks for the `!` that is forbidden here.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Libraries take plain objects for the classes that their types name.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `() => resolve()` and `return done(error)` in a function that answers nothing hide nothing.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      eqeqeq: 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only env.ts reads the environment.' },
      ],
      'no-restricted-syntax': [
        'error',
        fence(
          'Only release-log/append-row.ts writes the release log.',
          'CallExpression[callee.property.name=/^(create|updateOne|updateMany|deleteOne|deleteMany|upsert)$/] Property[key.name="collection"][value.value="releases"]',
        ),
      ],
    },
  },
  {
    files: ['env.ts', 'instrumentation.ts', 'tests/**', 'vitest.config.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['release-log/append-row.ts', 'tests/**'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Vitest's matchers (`expect.any`, `expect.stringContaining`) are typed `any`.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  { files: ['**/*.mjs', '**/*.cjs'], extends: [tseslint.configs.disableTypeChecked] },
);
