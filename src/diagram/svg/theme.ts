/** Colours of a map. In the live map each is a CSS variable, so that it follows VS Code's theme. */
export interface Theme {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly core: string;
  readonly coreLine: string;
  readonly coreGround: string;
  readonly supporting: string;
  readonly supportingLine: string;
  readonly supportingGround: string;
  readonly generic: string;
  readonly genericLine: string;
  readonly genericGround: string;
  readonly plain: string;
  readonly plainLine: string;
  readonly plainGround: string;
  readonly external: string;
  readonly externalLine: string;
  readonly actor: string;
  readonly actorLine: string;
  readonly service: string;
  readonly serviceLine: string;
  readonly event: string;
  readonly eventLine: string;
  readonly store: string;
  readonly storeLine: string;
  readonly command: string;
  readonly ghost: string;
  readonly ghostLine: string;
  readonly group: string;
  readonly groupLine: string;
  readonly port: string;
  readonly portText: string;
  readonly portGround: string;
  readonly added: string;
  readonly removed: string;
  readonly changed: string;
  readonly hit: string;
}

export type ThemeName = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

const light: Theme = {
  background: '#ffffff',
  text: '#1c2733',
  muted: '#4f5d69',
  line: '#4a5a68',
  core: '#ffe7c2',
  coreLine: '#8f4a00',
  coreGround: '#fff8ec',
  supporting: '#d9eafb',
  supportingLine: '#2a6099',
  supportingGround: '#f3f9ff',
  generic: '#e9e9e9',
  genericLine: '#636363',
  genericGround: '#f8f8f8',
  plain: '#f1f4f6',
  plainLine: '#5c6f81',
  plainGround: '#fafbfc',
  external: '#f2e7f7',
  externalLine: '#7b4b94',
  actor: '#eef2f5',
  actorLine: '#43566a',
  service: '#ffffff',
  serviceLine: '#50687d',
  event: '#ffd39a',
  eventLine: '#7d4300',
  store: '#e3f3e8',
  storeLine: '#35754a',
  command: '#2763b8',
  ghost: '#ffffff',
  ghostLine: '#7f8c98',
  group: '#f6f8fa',
  groupLine: '#9aa8b5',
  port: '#22313f',
  portText: '#ffffff',
  portGround: '#ffffff',
  added: '#116b2d',
  removed: '#b3202b',
  changed: '#6b3fc4',
  hit: '#855600',
};
const dark: Theme = {
  background: '#1b1f24',
  text: '#e8edf2',
  muted: '#a9b5c0',
  line: '#93a4b3',
  core: '#4d3612',
  coreLine: '#f0a94a',
  coreGround: '#261f14',
  supporting: '#17344f',
  supportingLine: '#6fb1ec',
  supportingGround: '#18232e',
  generic: '#383c40',
  genericLine: '#a8adb2',
  genericGround: '#23272b',
  plain: '#2a3138',
  plainLine: '#8b9dad',
  plainGround: '#1f252a',
  external: '#3a2745',
  externalLine: '#c79be0',
  actor: '#28323b',
  actorLine: '#9fb3c5',
  service: '#22282e',
  serviceLine: '#93a9bc',
  event: '#5d3f13',
  eventLine: '#f2ad5c',
  store: '#1d3a27',
  storeLine: '#7cc493',
  command: '#7fb0f5',
  ghost: '#1f2429',
  ghostLine: '#7e8d9a',
  group: '#20262c',
  groupLine: '#5d6c79',
  port: '#dfe7ee',
  portText: '#15191d',
  portGround: '#1b1f24',
  added: '#4ac26b',
  removed: '#ff7b72',
  changed: '#c297ff',
  hit: '#e3b341',
};
const highContrast: Theme = {
  background: '#000000',
  text: '#ffffff',
  muted: '#ffffff',
  line: '#ffffff',
  core: '#000000',
  coreLine: '#ffb000',
  coreGround: '#000000',
  supporting: '#000000',
  supportingLine: '#6fc3ff',
  supportingGround: '#000000',
  generic: '#000000',
  genericLine: '#d0d0d0',
  genericGround: '#000000',
  plain: '#000000',
  plainLine: '#ffffff',
  plainGround: '#000000',
  external: '#000000',
  externalLine: '#e0a0ff',
  actor: '#000000',
  actorLine: '#ffffff',
  service: '#000000',
  serviceLine: '#ffffff',
  event: '#000000',
  eventLine: '#ffb000',
  store: '#000000',
  storeLine: '#7dff9b',
  command: '#9ac8ff',
  ghost: '#000000',
  ghostLine: '#d0d0d0',
  group: '#000000',
  groupLine: '#ffffff',
  port: '#ffffff',
  portText: '#000000',
  portGround: '#000000',
  added: '#3fff6e',
  removed: '#ff9a9a',
  changed: '#d7b0ff',
  hit: '#ffd633',
};
const highContrastLight: Theme = {
  background: '#ffffff',
  text: '#000000',
  muted: '#000000',
  line: '#000000',
  core: '#ffffff',
  coreLine: '#7a3d00',
  coreGround: '#ffffff',
  supporting: '#ffffff',
  supportingLine: '#003a75',
  supportingGround: '#ffffff',
  generic: '#ffffff',
  genericLine: '#333333',
  genericGround: '#ffffff',
  plain: '#ffffff',
  plainLine: '#000000',
  plainGround: '#ffffff',
  external: '#ffffff',
  externalLine: '#4b0070',
  actor: '#ffffff',
  actorLine: '#000000',
  service: '#ffffff',
  serviceLine: '#000000',
  event: '#ffffff',
  eventLine: '#7a3d00',
  store: '#ffffff',
  storeLine: '#00501c',
  command: '#003f9e',
  ghost: '#ffffff',
  ghostLine: '#333333',
  group: '#ffffff',
  groupLine: '#000000',
  port: '#000000',
  portText: '#ffffff',
  portGround: '#ffffff',
  added: '#005c1f',
  removed: '#a00010',
  changed: '#4b1d96',
  hit: '#5c3d00',
};

export const themes: Readonly<Record<ThemeName, Theme>> = {
  light,
  dark,
  'high-contrast': highContrast,
  'high-contrast-light': highContrastLight,
};

/** Every colour as `var(--av-…)`, for the webview, which sets the variables from a theme. */
export const variableTheme = Object.fromEntries(
  Object.keys(light).map((name) => [name, `var(--av-${name})`]),
) as unknown as Theme;
