import { contractsConfig, type ContractsConfigInput } from '../../src/contracts/config.js';
import { generation, type ContractFiles, type Generation } from '../../src/contracts/generation.js';
import type { Resolve } from '../../src/contracts/merge/conflict.js';
import {
  baseFolder,
  emptyLock,
  lockPath,
  lockText,
  parseLock,
} from '../../src/contracts/merge/lock.js';
import { modelFromTexts } from '../../src/model/from-text.js';

/** A folder in memory that contracts are generated into, as the hosts do it. */
export class Memory implements ContractFiles {
  readonly files = new Map<string, string>();

  read(path: string): string | undefined {
    return this.files.get(path);
  }

  plan(model: string, resolve?: Resolve, config: ContractsConfigInput = {}): Generation {
    const lock = this.read(lockPath);
    return generation({
      model: modelFromTexts({ 'model.arch': model }),
      config: contractsConfig(config),
      lock: lock === undefined ? emptyLock : parseLock(lock),
      files: this,
      generator: 'test',
      resolve,
    });
  }

  generate(model: string, resolve?: Resolve, config?: ContractsConfigInput): Generation {
    const result = this.plan(model, resolve, config);
    for (const { path, text, base, movedFrom, problem } of result.contracts) {
      if (problem) continue;
      this.put(path, text);
      this.put(`${baseFolder}/${path}`, base);
      if (movedFrom !== undefined) {
        this.put(movedFrom, undefined);
        this.put(`${baseFolder}/${movedFrom}`, undefined);
      }
    }
    this.put(lockPath, lockText(result.lock));
    return result;
  }

  /** Replaces a text that stands there once. */
  edit(path: string, from: string, to: string): void {
    const text = this.files.get(path) ?? '';
    if (text.split(from).length !== 2)
      throw new Error(`${path} holds ${JSON.stringify(from)} ${text.split(from).length - 1} times`);
    this.files.set(
      path,
      text.replace(from, () => to),
    );
  }

  private put(path: string, text: string | undefined): void {
    if (text === undefined) this.files.delete(path);
    else this.files.set(path, text);
  }
}
