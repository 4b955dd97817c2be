/**
 * A worker of ours in a browser. The files beside it are CommonJS, which Node and browsers share; it
 * runs them one in the other as Node would, and the first message says which one first.
 */
import type { WorkerStart } from '../../protocol/files.js';

interface Module {
  exports: unknown;
}

interface Scope {
  module?: Module;
  exports?: unknown;
  require?: (name: string) => unknown;
  archivoltBase?: string;
}

declare function importScripts(url: string): void;

const scope = globalThis as unknown as Scope;

function requiring(base: string): (name: string) => unknown {
  const modules = new Map<string, Module>();
  return (name) => {
    let module = modules.get(name);
    // Only files of ours, beside this one; there is nothing else.
    if (!module && !/^\.\/[\w-]+\.cjs$/.test(name)) throw new Error(`There is no ${name} here.`);
    if (!module) {
      modules.set(name, (module = { exports: {} }));
      const { module: outer, exports: outerExports } = scope;
      scope.module = module;
      scope.exports = module.exports;
      importScripts(base + name.slice(2));
      scope.module = outer;
      scope.exports = outerExports;
    }
    return module.exports;
  };
}

self.onmessage = ({ data: { base, entry } }: MessageEvent<WorkerStart>) => {
  self.onmessage = null;
  scope.archivoltBase = base;
  scope.require = requiring(base);
  scope.require(`./${entry}`);
};
