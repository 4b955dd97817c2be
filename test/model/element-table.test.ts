import { describe, expect, it } from 'vitest';
import { ModelWorkspace } from '../../src/model/workspace.js';

describe('a model', () => {
  it('stays as it was when its workspace changes', () => {
    const workspace = new ModelWorkspace();
    workspace.update('a.arch', 'team A { size 5 }');
    workspace.update('b.arch', 'team B');
    const first = workspace.model;
    workspace.update('a.arch', 'team A { size 6 }\nteam C');
    const second = workspace.model;
    workspace.update('b.arch', undefined);
    workspace.update('a.arch', 'team A { size 7 }');
    const third = workspace.model;

    const seen = [first, second, third].map(({ elements }) =>
      ['team:A', 'team:B', 'team:C'].map((id) => {
        const team = elements.get(id);
        return team?.kind === 'team' ? (team.size ?? 'some') : 'none';
      }),
    );
    expect(seen).toEqual([
      [5, 'some', 'none'],
      [6, 'some', 'some'],
      [7, 'none', 'none'],
    ]);
    expect([first, second, third].map(({ teams }) => teams.map(({ name }) => name))).toEqual([
      ['A', 'B'],
      ['A', 'C', 'B'],
      ['A'],
    ]);
  });
});
