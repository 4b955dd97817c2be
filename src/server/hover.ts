import { MarkupContent, MarkupKind, type Hover } from 'vscode-languageserver';
import { figureFacts } from '../metrics/figure-facts.js';
import { describe, describeTerm } from '../model/describe.js';
import { partAt, statementDocAt } from '../model/describe-parts.js';
import { elementById, nameAt } from '../model/navigation.js';
import { contains } from '../model/span.js';
import { chainFacts, findingFacts } from './hover-facts.js';
import { toLspRange } from './places.js';
import { keywordHover } from './keyword-hover.js';
import { ruleHover } from './rule-pages.js';
import { spotOf, type Session, type Spot } from './session.js';

/** What a term of a context's language means. */
function termHover({ model, file, position }: Spot): Hover | null {
  for (const context of model.contexts) {
    for (const term of context.terms) {
      if (term.span.file !== file || !contains(term.nameSpan, position)) continue;
      const value = describeTerm(context, term);
      return { range: toLspRange(term.nameSpan), contents: { kind: MarkupKind.Markdown, value } };
    }
  }
  return null;
}

/** What a value of an enum or a parameter is for. */
function partHover({ model, file, position }: Spot): Hover | null {
  const part = partAt(model, file, position);
  return (
    (part && {
      range: toLspRange(part.span),
      contents: { kind: MarkupKind.Markdown, value: part.text },
    }) ??
    null
  );
}

/** A hover with what is written about the relation, step or collaboration that it stands in. */
function documented(spot: Spot | undefined, hover: Hover | null): Hover | null {
  const doc = spot && statementDocAt(spot.model, spot.file, spot.position);
  if (doc === undefined) return hover;
  const said =
    hover && MarkupContent.is(hover.contents) ? `${hover.contents.value}\n\n---\n\n` : '';
  return { ...hover, contents: { kind: MarkupKind.Markdown, value: `${said}${doc}` } };
}

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
      const keyword = document ? keywordHover(document, params.position) : null;
      const hover = partHover(spot) ?? keyword ?? termHover(spot);
      return documented(spot, hover);
    }
    return documented(name.declaration ? undefined : spot, {
      range: toLspRange(name.span),
      contents: {
        kind: MarkupKind.Markdown,
        value: describe(spot.model, element, [
          ...chainFacts(spot.model, element),
          ...figureFacts(spot.model, element),
          ...findingFacts(spot.root.project.latest.of(element.span.file), element.id),
        ]),
      },
    });
  });
}
