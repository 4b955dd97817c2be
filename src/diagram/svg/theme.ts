/** Colours of a map. In the live map each is a CSS variable, so that it follows VS Code's theme. */
export interface Theme {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly core: string;
  readonly coreLine: string;
  readonly supporting: string;
  readonly supportingLine: string;
  readonly generic: string;
  readonly genericLine: string;
  readonly plain: string;
  readonly plainLine: string;
  readonly external: string;
  readonly externalLine: string;
  readonly service: string;
  readonly serviceLine: string;
  readonly event: string;
  readonly eventLine: string;
  readonly store: string;
  readonly storeLine: string;
  readonly port: string;
  readonly portText: string;
}

export type ThemeName = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

const light: Theme = {
  background: '#ffffff', text: '#1c2733', muted: '#55636f', line: '#4a5a68',
  core: '#ffe9c7', coreLine: '#b45f06', supporting: '#dcebfb', supportingLine: '#2a6099',
  generic: '#ececec', genericLine: '#6b6b6b', plain: '#f4f6f8', plainLine: '#66788a',
  external: '#f3e9f7', externalLine: '#7b4b94', service: '#ffffff', serviceLine: '#50687d',
  event: '#ffdcb0', eventLine: '#c2700f', store: '#e6f4ea', storeLine: '#3b7d4f',
  port: '#22313f', portText: '#ffffff',
};
const dark: Theme = {
  background: '#1b1f24', text: '#e8edf2', muted: '#a4b1bd', line: '#93a4b3',
  core: '#4a3413', coreLine: '#f0a94a', supporting: '#17324d', supportingLine: '#6fb1ec',
  generic: '#34383c', genericLine: '#a3a8ad', plain: '#262c32', plainLine: '#8496a6',
  external: '#3a2745', externalLine: '#c79be0', service: '#22282e', serviceLine: '#93a9bc',
  event: '#573a12', eventLine: '#f2ad5c', store: '#1d3a27', storeLine: '#7cc493',
  port: '#dfe7ee', portText: '#15191d',
};
const highContrast: Theme = {
  background: '#000000', text: '#ffffff', muted: '#ffffff', line: '#ffffff',
  core: '#000000', coreLine: '#ffb000', supporting: '#000000', supportingLine: '#6fc3ff',
  generic: '#000000', genericLine: '#d0d0d0', plain: '#000000', plainLine: '#ffffff',
  external: '#000000', externalLine: '#e0a0ff', service: '#000000', serviceLine: '#ffffff',
  event: '#000000', eventLine: '#ffb000', store: '#000000', storeLine: '#7dff9b',
  port: '#ffffff', portText: '#000000',
};
const highContrastLight: Theme = {
  background: '#ffffff', text: '#000000', muted: '#000000', line: '#000000',
  core: '#ffffff', coreLine: '#7a3d00', supporting: '#ffffff', supportingLine: '#003a75',
  generic: '#ffffff', genericLine: '#333333', plain: '#ffffff', plainLine: '#000000',
  external: '#ffffff', externalLine: '#4b0070', service: '#ffffff', serviceLine: '#000000',
  event: '#ffffff', eventLine: '#7a3d00', store: '#ffffff', storeLine: '#00501c',
  port: '#000000', portText: '#ffffff',
};

export const themes: Readonly<Record<ThemeName, Theme>> = {
  light, dark, 'high-contrast': highContrast, 'high-contrast-light': highContrastLight,
};

/** Every colour as `var(--av-…)`, for the webview, which sets the variables from a theme. */
export const variableTheme = Object.fromEntries(
  Object.keys(light).map((name) => [name, `var(--av-${name})`]),
) as unknown as Theme;
