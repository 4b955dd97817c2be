import type { BaseParser } from 'chevrotain';
import { LLStarLookaheadStrategy } from 'chevrotain-allstar';

type Alternation = LLStarLookaheadStrategy['buildLookaheadForAlternation'];
type Optional = LLStarLookaheadStrategy['buildLookaheadForOptional'];

/**
 * ALL(*) that works out the lookahead of a choice when a text first comes to it. A small model
 * touches a fraction of the grammar, and working out all of it is half of what the parser costs to
 * build.
 */
export class LazyLookahead extends LLStarLookaheadStrategy {
  override buildLookaheadForAlternation(
    options: Parameters<Alternation>[0],
  ): ReturnType<Alternation> {
    let decide: ReturnType<Alternation> | undefined;
    const build = () => super.buildLookaheadForAlternation(options);
    return function (this: BaseParser, alternatives) {
      decide ??= build();
      return decide.call(this, alternatives);
    };
  }

  override buildLookaheadForOptional(options: Parameters<Optional>[0]): ReturnType<Optional> {
    let decide: ReturnType<Optional> | undefined;
    const build = () => super.buildLookaheadForOptional(options);
    return function (this: BaseParser) {
      decide ??= build();
      return decide.call(this);
    };
  }
}
