/** How the page looks: in light and dark, and on paper. */
export const styles = `
:root { color-scheme: light dark; --text: #1b1f24; --back: #ffffff; --soft: #f2f4f7; --line: #c9d1da;
  --bad: #a40e26; --warn: #7a4d00; --note: #0550ae; --good: #116329; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6e9ee; --back: #1b1f24; --soft: #2a3037; --line: #444c56;
    --bad: #ff8f8a; --warn: #e3b341; --note: #79c0ff; --good: #7ee787; }
}
@media print {
  :root { color-scheme: light; --text: #000; --back: #fff; --soft: #fff; --line: #999;
    --bad: #a40e26; --warn: #7a4d00; --note: #0550ae; --good: #116329; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  li, img, tr { break-inside: avoid; }
}
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem; }
h1, h2, summary, th, td, .headline { overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; }
.headline { font-size: 1.1rem; }
details { border: 1px solid var(--line); border-radius: 6px; margin: .75rem 0; padding: .5rem 1rem; }
summary { font-weight: 600; cursor: pointer; }
.count { font-weight: 400; opacity: .75; }
ul { padding-left: 1.25rem; }
li { margin: .5rem 0; overflow-wrap: anywhere; }
code { font: .9em ui-monospace, monospace; background: var(--soft); padding: 0 .25em; border-radius: 3px; }
.mark { font-weight: 600; }
.mark.breaking, .mark.error { color: var(--bad); }
.mark.warning { color: var(--warn); }
.mark.info { color: var(--note); }
.mark.approved { color: var(--good); }
.stands { font: .9em/1.5 ui-monospace, monospace; }
del { color: var(--bad); } ins { color: var(--good); text-decoration: none; }
del::before { content: "− "; } ins::before { content: "+ "; }
del { display: block; text-decoration: none; } ins { display: block; }
table { border-collapse: collapse; margin: .5rem 0; }
th, td { text-align: left; padding: .25rem .75rem; border-bottom: 1px solid var(--line); }
td + td, th + th { text-align: right; font-variant-numeric: tabular-nums; }
.differs td { font-weight: 600; }
img { max-width: 100%; height: auto; display: block; margin: .75rem auto; }
`;
