/** Views: what a map of the model shows. */
import type { ElementBase } from './base.js';
import type { ElementId } from './identity.js';

export type ShowLevel =
  'contexts' | 'services' | 'apis' | 'events' | 'stores' | 'teams' | 'externals' | 'actors';

export type ViewSelector =
  | { readonly select: 'all' }
  | { readonly select: 'element'; readonly target: ElementId }
  | { readonly select: 'children'; readonly target: ElementId }
  | { readonly select: 'upstream-neighbours' | 'downstream-neighbours'; readonly target: ElementId }
  | { readonly select: 'team'; readonly target: ElementId }
  | { readonly select: 'tag'; readonly tag: string };

export interface View extends ElementBase {
  readonly kind: 'view';
  readonly include: readonly ViewSelector[];
  readonly exclude: readonly ViewSelector[];
  readonly show: readonly ShowLevel[];
  readonly direction?: 'right' | 'down';
}
