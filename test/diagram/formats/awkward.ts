import { modelFromTexts } from '../../../src/model/from-text.js';
import type { Model } from '../../../src/model/model.js';

/** Titles that are syntax in some notation or other. */
export const awkwardTitles = [
  'quote " and \' and `',
  '</script><script>alert(1)</script>',
  ']]> & < > &amp;',
  'back\\slash \\" \\n',
  '# hash; semi | pipe {brace} [bracket] (paren) %% comment',
  'end',
  '@enduml !include /etc/passwd',
  '${HOME} !const x',
  '\u202Eright to left\u202C שלום',
  'zero\u200Bwidth \u0000 \u0007 \ud800',
  '--> A',
];

/** A model whose names and titles are as unpleasant as the language allows. */
export function awkward(): Model {
  const contexts = awkwardTitles.map(
    (title, index) =>
      `context C${String(index)} ${text(title)} { service S "x" { technology ${text(title)} store Db: postgres publishes E } event E { id: uuid } service W { subscribes E } }`,
  );
  const relations = awkwardTitles
    .slice(1)
    .map((title, index) => `C${String(index)} [OHS] -> [ACL] C${String(index + 1)} ${text(title)}`);
  return modelFromTexts({
    'a.arch': [
      `system X ${text(awkwardTitles[0] ?? '')}`,
      'context __proto__ { service constructor { store end: postgres } }',
      'context graph context end external subgraph context class actor style { calls graph }',
      ...contexts,
      `contextmap M ${text(awkwardTitles[1] ?? '')} {`,
      ...relations,
      '__proto__ <-> graph',
      'graph >< end',
      'end <-> class : shared-kernel',
      'subgraph -> end',
      '}',
    ].join('\n'),
  });
}

function text(title: string): string {
  return `"${title.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
