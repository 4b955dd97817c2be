import { MarkupKind } from 'vscode-languageserver';
import { figureFacts } from '../metrics/figure-facts.js';
import { describe } from '../model/describe.js';
import { elementById, nameAt } from '../model/navigation.js';
import { chainFacts, findingFacts } from './hover-facts.js';
import { toLspRange } from './places.js';
import { keywordHover } from './keyword-hover.js';
import { ruleHover } from './rule-pages.js';
import { spotOf, type Session } from './session.js';

/** Documentation and effective values of what is under the pointer. */
export function registerHover(session: Session): void {
  session.connection.onHover((params) => {
    const rule = ruleHover(session, params);
    if (rule) return rule;
    const spot = spotOf(session, params);
    const name = nameAt(spot.model, spot.file, spot.position);
    const element = name && elementById(spot.model, name.target);
    if (!name || !element) {
      const document = session.documents.get(params.textDocument.uri);
      return document ? keywordHover(document, params.position) : null;
    }
    return {
      range: toLspRange(name.span),
      contents: {
        kind: MarkupKind.Markdown,
        value: describe(spot.model, element, [
          ...chainFacts(spot.model, element),
          ...figureFacts(spot.model, element),
          ...findingFacts(spot.root.project.latest.of(element.span.file), element.id),
        ]),
      },
    };
  });
}
