/** What `archivolt map` lays over a map, by name. */
import type { Picture } from '../../diagram/picture.js';
import { closest } from '../../language/closest.js';
import { todayIso } from '../../project/project.js';
import { findingCounts, findingsWithoutBox } from '../../rules/finding-counts.js';
import { UsageError } from '../failure.js';
import type { LoadedRoot } from '../load.js';

const findings = 'findings';
/** Overlays that a message names. */
const mostNamed = 8;

/**
 * Lays an overlay over pictures of a model. A flow is named by `flow:Name`, a chain of calls by
 * `chain:` and the operation or service that it begins with, as in `chain:Shop.Orders.place`.
 *
 * @throws UsageError for an overlay that the model has nothing for
 */
export async function overlaid(
  { project }: LoadedRoot,
  name: string,
): Promise<(picture: Picture) => Picture> {
  const { model } = project;
  if (name === findings) {
    const found = project.findings(todayIso());
    const { findingsOverlay } = await import('../../diagram/findings-overlay.js');
    return (picture) => {
      const shown = new Set(picture.nodes.map(({ element }) => element));
      const counts = findingCounts(model, found, shown);
      const elsewhere = findingsWithoutBox(model, found).length;
      return { ...picture, overlay: findingsOverlay(picture, counts, elsewhere) };
    };
  }
  const { overlaysOf, withOverlay } = await import('../../diagram/overlays.js');
  const known = overlaysOf(model).map((overlay) => ({
    name: overlay.name,
    // Ids have their kind in front, which names it twice.
    typed: overlay.name.replace(/^chain:\w+:/, 'chain:'),
  }));
  const wanted = known.find((one) => one.typed === name || one.name === name);
  if (wanted) return (picture) => withOverlay(model, picture, wanted.name);
  const names = [findings, ...known.map(({ typed }) => typed)];
  const [near] = closest(name, names, 1);
  const more = names.length > mostNamed ? ` and ${String(names.length - mostNamed)} more` : '';
  const hint =
    near === undefined
      ? `There are ${names.slice(0, mostNamed).join(', ')}${more}.`
      : `Did you mean ${near}?`;
  throw new UsageError(`There is no overlay ${name}. ${hint}`);
}
