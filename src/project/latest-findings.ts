import type { Span } from '../model/span.js';
import type { Finding } from '../rules/finding.js';
import { changeBetween, moveSpan, touches, type TextChange } from './text-change.js';

/**
 * Findings as far as they are known, by file: those of the last check of the whole model, moved
 * along with the edits since, and those that an edited file got on its own.
 */
export class LatestFindings {
  #byFile = new Map<string, readonly Finding[]>();

  /** Findings of a file, by place. */
  of(file: string): readonly Finding[] {
    return this.#byFile.get(file) ?? [];
  }

  /** Findings of all files that have some. */
  get byFile(): ReadonlyMap<string, readonly Finding[]> {
    return this.#byFile;
  }

  get all(): Finding[] {
    return [...this.#byFile.values()].flat();
  }

  set(file: string, findings: readonly Finding[]): void {
    if (findings.length > 0) this.#byFile.set(file, findings);
    else this.#byFile.delete(file);
  }

  /** @param findings of the whole model, by file and place */
  setAll(findings: readonly Finding[]): void {
    const byFile = new Map<string, Finding[]>();
    for (const finding of findings) {
      const known = byFile.get(finding.span.file);
      if (known) known.push(finding);
      else byFile.set(finding.span.file, [finding]);
    }
    this.#byFile = byFile;
  }

  /** A file's text changed; without a text after, the file is gone. */
  move(file: string, before: string, after: string | undefined): void {
    const findings = this.of(file);
    if (findings.length === 0) return;
    if (after === undefined) {
      this.#byFile.delete(file);
      return;
    }
    const change = changeBetween(before, after);
    this.#byFile.set(
      file,
      findings.map((finding) => moved(finding, change)),
    );
  }
}

/** The finding where it now stands; a fix whose place was edited is no longer offered. */
function moved(finding: Finding, change: TextChange): Finding {
  const { file } = finding.span;
  const move = (span: Span) => (span.file === file ? moveSpan(span, change) : span);
  const isSound = ({ span }: { readonly span: Span }) =>
    span.file !== file || !touches(span, change);
  return {
    ...finding,
    span: move(finding.span),
    related: finding.related.map((place) => ({ ...place, span: move(place.span) })),
    fixes: finding.fixes
      .filter(({ edits }) => edits.every(isSound))
      .map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => ({ ...edit, span: move(edit.span) })),
      })),
  };
}
