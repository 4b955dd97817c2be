/** Context Mapper’s CML: contexts, their relations, domains, teams and what contexts hold. */
import type { CmlContext, CmlDocument } from './syntax.js';
import { Names } from '../arch/names.js';
import { property } from '../arch/statement.js';
import { quote } from '../arch/literals.js';
import type { ImportInput, ImportScope, ReadDocument } from '../document.js';
import { UnreadableDocument } from '../document.js';
import { inside } from '../references.js';
import { Contexts } from './contexts.js';
import { LineCoverage } from './line-coverage.js';
import { parseCml } from './parse.js';
import { Relations } from './relations.js';
import { TypeNames } from './type-names.js';

/** How many files a document may bring with it. */
const mostFiles = 100;

const subdomainTypes: Readonly<Record<string, string>> = {
  CORE_DOMAIN: 'core',
  SUPPORTING_DOMAIN: 'supporting',
  GENERIC_SUBDOMAIN: 'generic',
};

/** Whether a text is likely to be CML, by how it begins. */
export function looksLikeCml(text: string): boolean {
  return /^(?:\s|\/\*[^]*?\*\/|\/\/[^\n]*\n)*(?:import\s*["']|(?:ContextMap|BoundedContext|Domain|UseCase|UserStory)\b)/.test(
    text,
  );
}

/** @throws UnreadableDocument where it is not well-formed, or one of its contexts is there already */
export function readCml(
  input: ImportInput,
  fallback: string,
  { landscape, present }: ImportScope,
): ReadDocument {
  const coverage = new LineCoverage();
  const document = withImports(input, coverage);
  const all = unique(document.contexts, coverage);
  const teams = all.filter(({ type }) => type === 'TEAM');
  const contexts = all.filter(({ type }) => type !== 'TEAM');
  const same = contexts.find(({ name }) => present.has(name));
  if (same) {
    throw new UnreadableDocument(
      input.name,
      same.line,
      `The context ${same.name} is in the model already; nothing was written. Import the document into a folder of its own.`,
    );
  }
  const teamNames = new Set(teams.map(({ name }) => name));
  for (const { name, doc } of teams)
    landscape.declare(`team ${name}`, { doc, head: `team ${name}` });
  const partOf = domains(document, landscape);
  const types = new TypeNames(contexts);
  const reader = new Contexts(landscape, types, coverage, teamNames);
  for (const context of contexts) {
    const parts = context.implements.flatMap((name) => {
      const path = partOf.get(name);
      if (path === undefined) {
        coverage.unsupported(context.line, `${name} is no domain or subdomain of the document.`);
      }
      return path ?? [];
    });
    const team = teams.find(({ realizes }) => realizes.includes(context.name));
    reader.read(context, [...new Set(parts)], team?.name);
  }
  reader.missing();
  const relations = new Relations(
    landscape,
    types,
    coverage,
    new Set(contexts.map(({ name }) => name)),
  );
  const names = new Names();
  for (const map of document.maps) relations.read(map, names.take(map.name ?? 'Landscape'));
  return {
    report: {
      name: input.name,
      kind: 'cml',
      title: `Context Mapper, ${fallback}`,
      coverage: coverage.report(),
      remarks: [
        'Places are lines. The document itself stays where it is; no contract follows from it.',
      ],
    },
    settings: { style: {} },
    adopted: [],
  };
}

/** The document with the files that it imports from its own folder. */
function withImports(input: ImportInput, coverage: LineCoverage): CmlDocument {
  const main = parseCml(input.name, input.text, coverage);
  const documents = [main];
  const seen = new Set<string>();
  const waiting = main.imports.map((one) => ({ ...one, from: '' }));
  while (waiting.length > 0 && documents.length < mostFiles) {
    const { path, line, from } = waiting.shift()!;
    const joined = inside(from, path);
    if (joined !== undefined && seen.has(joined)) continue;
    const text = joined === undefined ? undefined : input.read(joined);
    if (joined === undefined || text === undefined) {
      if (from === '')
        coverage.unsupported(line, `The file \`${path}\` is not there, or lies elsewhere.`);
      continue;
    }
    seen.add(joined);
    const document = parseCml(joined, text, new LineCoverage());
    documents.push(document);
    waiting.push(...document.imports.map((one) => ({ ...one, from: joined })));
  }
  return {
    imports: main.imports,
    maps: documents.flatMap(({ maps }) => maps),
    contexts: documents.flatMap(({ contexts }) => contexts),
    domains: documents.flatMap(({ domains: some }) => some),
  };
}

function unique(contexts: readonly CmlContext[], coverage: LineCoverage): CmlContext[] {
  const names = new Names();
  return contexts.filter(({ name, line }) => {
    if (names.has(name)) {
      coverage.unsupported(line, 'A context of this name is there already.');
      return false;
    }
    names.take(name);
    return true;
  });
}

/** Declares domains with their subdomains; gives the path of each by its name. */
function domains(
  { domains: all }: CmlDocument,
  landscape: ImportScope['landscape'],
): Map<string, string> {
  const paths = new Map<string, string>();
  const names = new Names();
  for (const { name, vision, subdomains } of all) {
    if (names.has(name)) continue;
    names.take(name);
    paths.set(name, name);
    const own = new Names();
    const members = subdomains.flatMap((part) => {
      if (own.has(part.name)) return [];
      own.take(part.name);
      paths.set(part.name, `${name}.${part.name}`);
      const type = Object.hasOwn(subdomainTypes, part.type ?? '')
        ? subdomainTypes[part.type!]!
        : 'supporting';
      return [
        {
          head: `${type} subdomain ${part.name}`,
          members: [property('vision', part.vision === undefined ? undefined : quote(part.vision))],
        },
      ];
    });
    landscape.declare(`domain ${name}`, {
      head: `domain ${name}`,
      members: [property('vision', vision === undefined ? undefined : quote(vision)), ...members],
    });
  }
  return paths;
}
