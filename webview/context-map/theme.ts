import { themes, type ThemeName } from '../../src/diagram/svg/theme.js';

/** Sets the colours of the map from the theme that VS Code says is active, now and later. */
export function followTheme(): void {
  const apply = () => {
    for (const [name, colour] of Object.entries(themes[activeTheme()])) {
      document.body.style.setProperty(`--av-${name}`, colour as string);
    }
    // The map lies on the editor's own ground.
    document.body.style.setProperty('--av-background', 'var(--vscode-editor-background)');
  };
  new MutationObserver((changes) => {
    if (changes.some(({ attributeName }) => attributeName === 'class')) apply();
  }).observe(document.body, { attributes: true, attributeFilter: ['class'] });
  apply();
}

function activeTheme(): ThemeName {
  const { classList } = document.body;
  if (classList.contains('vscode-high-contrast-light')) return 'high-contrast-light';
  if (classList.contains('vscode-high-contrast')) return 'high-contrast';
  return classList.contains('vscode-dark') ? 'dark' : 'light';
}
