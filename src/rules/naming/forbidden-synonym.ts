import { foldedName, pascalOrCamel, wordsOf } from '../../language/names.js';
import { singular } from '../../language/singular.js';
import { singularWords } from '../../language/singular-words.js';
import { boundaryOf } from '../../model/lookup.js';
import type { Context } from '../../model/elements/context.js';
import type { Field } from '../../model/elements/data-types.js';
import type { Element } from '../../model/elements/element.js';
import type { ElementId } from '../../model/elements/identity.js';
import type { Model } from '../../model/model.js';
import { namesOfAll } from '../../model/navigation.js';
import { defineRule, type Fix } from '../rule.js';

/** A way of saying a term, in singular words, and the term that is preferred. */
interface Synonym {
  readonly words: readonly string[];
  readonly avoid: string;
  readonly term: string;
}

interface Glossary {
  readonly context: Context;
  /** By first word. */
  readonly synonyms: ReadonlyMap<string, readonly Synonym[]>;
  readonly terms: ReadonlyMap<string, readonly (readonly string[])[]>;
}

export const forbiddenSynonym = defineRule({
  id: 'forbidden-synonym',
  category: 'naming',
  severity: 'warning',
  gate: { kind: 'if-declared', fact: 'a `term` with `avoid`' },
  summary: 'A name uses a word that its context’s glossary asks to avoid.',
  sources: ['E. Evans: Domain-Driven Design Reference (2015)'],
  messages: {
    synonym: {
      what: '`{name}` says `{avoid}`, where the language of `{context}` says `{term}`.',
      why: 'Two words for one thing make people look for a difference that is not there.',
      remedy: 'Rename it with `{term}`.',
    },
  },
  check({ model, report }) {
    const glossaries = glossariesOf(model);
    if (glossaries.size === 0) return;
    const found: { element: Element | Field; match: Match; glossary: Glossary }[] = [];
    for (const { element, context } of namedElements(model)) {
      const glossary = glossaries.get(context);
      const match = glossary && firstMatch(glossary, element.name);
      if (match) found.push({ element, match, glossary });
    }
    const names = namesOfAll(model, new Set(found.map(({ element }) => element.id)));
    for (const { element, match, glossary } of found) {
      const { synonym, renamed } = match;
      const edits = (names.get(element.id) ?? []).map(({ span }) => ({ span, text: renamed }));
      const fixes: Fix[] =
        edits.length === 0 || taken(model, element, renamed)
          ? []
          : [{ title: `Rename to ${renamed}`, edits }];
      report({
        message: 'synonym',
        data: {
          name: element.name,
          avoid: synonym.avoid,
          context: glossary.context.name,
          term: synonym.term,
        },
        span: element.nameSpan,
        element: element.id,
        related: glossary.context.terms
          .filter(({ name }) => name === synonym.term)
          .map(({ span }) => ({ span, message: 'The glossary says so.' })),
        fixes,
        facts: { rename: renamed },
      });
    }
  },
});

function glossariesOf(model: Model): Map<ElementId, Glossary> {
  const result = new Map<ElementId, Glossary>();
  for (const context of model.contexts) {
    const synonyms = new Map<string, Synonym[]>();
    const terms = new Map<string, (readonly string[])[]>();
    for (const { name, avoid } of context.terms) {
      put(terms, singularWords(name), (words) => words);
      for (const word of avoid) {
        put(synonyms, singularWords(word), (words) => ({ words, avoid: word, term: name }));
      }
    }
    if (synonyms.size > 0) result.set(context.id, { context, synonyms, terms });
  }
  return result;
}

function put<T>(
  map: Map<string, T[]>,
  words: readonly string[],
  make: (words: readonly string[]) => T,
): void {
  const [first] = words;
  if (first === undefined) return;
  const known = map.get(first);
  if (known) known.push(make(words));
  else map.set(first, [make(words)]);
}

interface Match {
  readonly synonym: Synonym;
  /** The name with the preferred term in the synonym's place. */
  readonly renamed: string;
}

/** The first synonym in a name that is not part of a preferred term (`Order Item`, avoid `Item`). */
function firstMatch({ synonyms, terms }: Glossary, name: string): Match | undefined {
  const words = singularWords(name);
  if (!words.some((word) => synonyms.has(word))) return undefined;
  const startsAt = (part: readonly string[], at: number) =>
    part.every((word, index) => words[at + index] === word);
  for (let at = 0; at < words.length; at++) {
    const preferred = (terms.get(words[at] ?? '') ?? []).filter((term) => startsAt(term, at));
    if (preferred.length > 0) {
      at += Math.max(...preferred.map(({ length }) => length)) - 1;
      continue;
    }
    const synonym = synonyms.get(words[at] ?? '')?.find((entry) => startsAt(entry.words, at));
    if (!synonym) continue;
    const all = wordsOf(name);
    const last = all[at + synonym.words.length - 1] ?? '';
    const term = wordsOf(synonym.term);
    const plural = last !== singular(last) ? [...term.slice(0, -1), `${term.at(-1) ?? ''}s`] : term;
    const parts = [...all.slice(0, at), ...plural, ...all.slice(at + synonym.words.length)];
    return { synonym, renamed: pascalOrCamel(parts, name) };
  }
  return undefined;
}

/** What a context names: its types with their fields, events, services, operations and stores. */
function* namedElements(model: Model): Generator<{ element: Element | Field; context: ElementId }> {
  const contexts = new Map<ElementId, ElementId | undefined>();
  for (const element of model.elements.values()) {
    if (element.kind === 'relation' || element.kind === 'step') continue;
    const parent = element.parent ?? '';
    if (!contexts.has(parent)) contexts.set(parent, boundaryOf(model, parent)?.id);
    const context = element.kind === 'context' ? element.id : contexts.get(parent);
    if (context === undefined) continue;
    yield { element, context };
    if ('fields' in element) for (const field of element.fields) yield { element: field, context };
  }
}

/** Whether a sibling has the name already. */
function taken(model: Model, { id, kind, parent }: Element | Field, name: string): boolean {
  if (kind === 'field') {
    const owner = parent === undefined ? undefined : model.elements.get(parent);
    const fields = owner && 'fields' in owner ? owner.fields : [];
    return fields.some((field) => foldedName(field.name) === foldedName(name));
  }
  const qualified = id.slice(0, id.lastIndexOf('.') + 1) || `${kind}:`;
  return model.elements.has(`${qualified}${name}`);
}
