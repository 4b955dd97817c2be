// @ts-check
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: ['dist/', 'out/', 'node_modules/', '**/generated/', '.vscode-test/', 'coverage/'],
  },
  {
    files: ['src/**/*.ts', 'webview/**/*.ts', 'test/**/*.ts', 'vitest.config.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './webview/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: 'error',
      // Every index may be undefined to the compiler (noUncheckedIndexedAccess); `!` says that the
      // code around has just made sure of it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Identifiers of other systems and trees of YAML are text by contract where they are written.
      '@typescript-eslint/no-base-to-string': 'off',
      // Code points are what is measured and counted; graphemes are the renderer's business.
      '@typescript-eslint/no-misused-spread': 'off',
      // An empty title counts as none, which is what `||` says.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      // The newest rules on assignments misjudge enums and classes of other packages.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      // A number says itself plainly; anything else in a text is a mistake.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Interfaces and type aliases are both fine; the data model needs unions.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // An index signature is read with brackets on purpose: the compiler asks for it.
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // A test that dereferences nothing fails, which is what it is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  {
    files: ['vitest.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
