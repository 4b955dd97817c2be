/** A CML text as data. What is not known is skipped, and said so. */
import { Cursor, unknown } from './cursor.js';
import type { LineCoverage } from './line-coverage.js';
import { readMap } from './maps.js';
import { readObject, readService } from './objects.js';
import type {
  CmlAggregate,
  CmlContext,
  CmlDocument,
  CmlDomain,
  CmlMap,
  CmlObject,
  CmlService,
  CmlSubdomain,
} from './syntax.js';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** @throws UnreadableDocument where a text or a block is not closed */
export function parseCml(file: string, source: string, coverage: LineCoverage): CmlDocument {
  const cursor = new Cursor(file, source, coverage);
  const imports: { line: number; path: string }[] = [];
  const maps: CmlMap[] = [];
  const contexts: CmlContext[] = [];
  const domains: CmlDomain[] = [];
  while (!cursor.isDone) {
    const { text, kind, line } = cursor.next;
    if (kind === 'word' && text === 'import') {
      cursor.take();
      imports.push({ line, path: cursor.value() ?? '' });
    } else if (kind === 'word' && text === 'ContextMap') maps.push(readMap(cursor));
    else if (kind === 'word' && text === 'BoundedContext') contexts.push(readContext(cursor));
    else if (kind === 'word' && text === 'Domain') domains.push(readDomain(cursor));
    else if (text === '}') {
      cursor.take();
      coverage.unsupported(line, 'Nothing is open that this could close.');
    } else
      cursor.skip(
        (Object.hasOwn(topLevel, text) ? topLevel[text] : undefined) ?? unknown(cursor.next),
      );
  }
  return { imports, maps, contexts, domains };
}

const requirements = 'The language has no requirements; views and flows come nearest.';
const topLevel: Readonly<Record<string, string>> = {
  UseCase: requirements,
  UserStory: requirements,
  Stakeholders: requirements,
  ValueRegister: requirements,
};

function readContext(cursor: Cursor): CmlContext {
  const { comment } = cursor.take();
  const { line } = cursor.next;
  const context: Writable<CmlContext> & {
    aggregates: CmlAggregate[];
    objects: CmlObject[];
    services: CmlService[];
  } = {
    line,
    name: cursor.name() ?? 'Unnamed',
    implements: [],
    realizes: [],
    responsibilities: [],
    aggregates: [],
    objects: [],
    services: [],
    doc: comment,
  };
  for (;;) {
    if (cursor.accept('implements')) context.implements = cursor.values();
    else if (cursor.accept('realizes')) context.realizes = cursor.values();
    else if (cursor.next.text === 'refines') {
      cursor.coverage.unsupported(cursor.next.line, 'Contexts do not refine each other.');
      cursor.take();
      cursor.name();
    } else break;
  }
  const member = (): boolean => {
    if (cursor.accept('domainVisionStatement')) context.vision = cursor.value();
    else if (cursor.accept('type')) context.type = cursor.value();
    else if (cursor.accept('responsibilities')) context.responsibilities = cursor.values();
    else if (cursor.accept('implementationTechnology')) context.technology = cursor.value();
    else return part();
    return true;
  };
  const part = (): boolean => {
    const documented = cursor.next.kind === 'text' ? 1 : 0;
    const keyword = cursor.peek(documented).text;
    if (keyword === 'Module' && cursor.peek(documented + 1).kind === 'word') {
      if (documented === 1) cursor.take();
      cursor.take();
      cursor.name();
      cursor.block(part);
      return true;
    }
    if (keyword === 'Application') {
      cursor.take();
      if (cursor.next.kind === 'word') cursor.name();
      cursor.block(part);
      return true;
    }
    if (keyword === 'Aggregate') return context.aggregates.push(readAggregate(cursor)) > 0;
    const service = readService(cursor);
    if (service) return context.services.push(service) > 0;
    const object = readObject(cursor);
    return object !== undefined && context.objects.push(object) > 0;
  };
  cursor.block(member);
  return context;
}

function readAggregate(cursor: Cursor): CmlAggregate {
  const text = cursor.next.kind === 'text' ? cursor.take().text : undefined;
  const { comment } = cursor.take();
  const { line } = cursor.next;
  const name = cursor.name() ?? 'Unnamed';
  const objects: CmlObject[] = [];
  const services: CmlService[] = [];
  let owner: string | undefined;
  cursor.block(() => {
    if (cursor.next.kind === 'word' && cursor.accept('owner')) {
      owner = cursor.value();
      return true;
    }
    const service = readService(cursor);
    if (service) return services.push(service) > 0;
    const object = readObject(cursor);
    return object !== undefined && objects.push(object) > 0;
  });
  return { line, name, owner, objects, services, doc: text ?? comment };
}

function readDomain(cursor: Cursor): CmlDomain {
  cursor.take();
  const { line } = cursor.next;
  const name = cursor.name() ?? 'Unnamed';
  let vision: string | undefined;
  const subdomains: CmlSubdomain[] = [];
  cursor.block(() => {
    if (cursor.accept('domainVisionStatement')) vision = cursor.value();
    else if (cursor.next.text === 'Subdomain') subdomains.push(readSubdomain(cursor));
    else return false;
    return true;
  });
  return { line, name, vision, subdomains };
}

function readSubdomain(cursor: Cursor): CmlSubdomain {
  cursor.take();
  const { line } = cursor.next;
  const name = cursor.name() ?? 'Unnamed';
  let type: string | undefined;
  let vision: string | undefined;
  if (cursor.next.text === 'supports') {
    cursor.coverage.unsupported(cursor.next.line, requirements);
    cursor.take();
    cursor.values();
  }
  cursor.block(() => {
    if (cursor.accept('type')) type = cursor.value();
    else if (cursor.accept('domainVisionStatement')) vision = cursor.value();
    else return false;
    return true;
  });
  return { line, name, type, vision };
}
