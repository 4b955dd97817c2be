import { textWidth } from '../text-metrics.js';
import { escapeXml, tag } from '../svg/escape.js';
import { lettering, textLine } from '../svg/text.js';
import type { Theme } from '../svg/theme.js';
import {
  arrangeSequence,
  sequenceFonts,
  type ArrangedSequence,
  type PlacedMessage,
  type PlacedParticipant,
} from './arrange.js';
import type { Sequence } from './sequence.js';

/** A sequence diagram as a self-contained SVG; boxes and messages carry the ids of their sources. */
export function sequenceSvg(sequence: Sequence, theme: Theme): string {
  const arranged = arrangeSequence(sequence);
  const { width, height, title, participants, messages } = arranged;
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      ...lettering,
      role: 'group',
      'aria-label': `Sequence diagram: ${title}`,
    },
    tag('rect', { width, height, fill: theme.background }),
    textLine(title, 16, 24, sequenceFonts.title, theme.text, { 'font-weight': 700 }),
    ...participants.map((participant) => lifeline(participant, height, theme)),
    pivot(arranged, theme),
    ...messages.map((message) => messageSvg(message, theme)),
  );
}

function lifeline(placed: PlacedParticipant, bottom: number, theme: Theme): string {
  const { x, y, width, height, middle, lines, participant } = placed;
  const { id, kind } = participant;
  const [fill, stroke] =
    kind === 'external'
      ? [theme.external, theme.externalLine]
      : kind === 'actor'
        ? [theme.actor, theme.actorLine]
        : [theme.service, theme.serviceLine];
  const first = y + height / 2 + (lines.length > 1 ? -3 : 4);
  const context = lines.length > 1 ? `, ${participant.context}` : '';
  return tag(
    'g',
    {
      class: 'lifeline',
      'data-arch-id': id,
      'aria-label': `${kind} ${participant.name}${context}`,
    },
    tag('path', {
      d: `M ${String(middle)} ${String(y + height)} V ${String(bottom - 8)}`,
      stroke: theme.ghostLine,
      'stroke-width': 1,
      'stroke-dasharray': '4 4',
      fill: 'none',
    }),
    // An actor is round, an external has double sides: kinds differ in more than colour.
    tag('rect', {
      x,
      y,
      width,
      height,
      rx: kind === 'actor' ? height / 2 : 5,
      fill,
      stroke,
      'stroke-width': 1.5,
    }),
    kind === 'external'
      ? tag('path', {
          d: `M ${String(x + 5)} ${String(y)} v ${String(height)} M ${String(x + width - 5)} ${String(y)} v ${String(height)}`,
          stroke,
        })
      : '',
    ...lines.map((text, index) =>
      textLine(
        text,
        middle,
        first + index * 15,
        index === 0 ? sequenceFonts.name : sequenceFonts.note,
        index === 0 ? theme.text : theme.muted,
        {
          'text-anchor': 'middle',
          ...(index === 0 ? { 'font-weight': 700 } : {}),
        },
      ),
    ),
  );
}

/** Words stand clear of the lifelines behind them. */
function halo(theme: Theme) {
  return {
    'paint-order': 'stroke',
    stroke: theme.background,
    'stroke-width': 4,
    'stroke-linejoin': 'round',
  };
}

/** After this line a saga only goes forward. */
function pivot({ pivotAt, width }: ArrangedSequence, theme: Theme): string {
  if (pivotAt === undefined) return '';
  return tag(
    'g',
    { class: 'pivot' },
    tag('path', {
      d: `M 8 ${String(pivotAt)} H ${String(width - 8)}`,
      stroke: theme.coreLine,
      'stroke-width': 1.5,
      'stroke-dasharray': '9 5',
      fill: 'none',
    }),
    textLine(
      'from here only forward',
      width - 12,
      pivotAt - 5,
      sequenceFonts.note,
      theme.coreLine,
      {
        'text-anchor': 'end',
      },
    ),
  );
}

function messageSvg({ message, x1, x2, y, lines, notes }: PlacedMessage, theme: Theme): string {
  const { id, number, action, text } = message;
  const self = x1 === x2;
  const ink = action === 'call' ? theme.line : theme.eventLine;
  const left = (self ? x1 : Math.min(x1, x2)) + 26;
  const words = { call: text, publish: `publishes ${text}`, react: `on ${text}` }[action];
  return tag(
    'g',
    {
      class: `message ${action}`,
      'data-arch-id': id,
      'aria-label': `Step ${String(number)}: ${words}`,
    },
    tag('title', {}, escapeXml(`${String(number)}. ${words}`)),
    action === 'publish' ? eventTag(x1, y, lines, theme) : arrow(x1, x2, y, action === 'call', ink),
    tag('circle', {
      // The number stands at the lifeline where the step begins.
      cx: self || x2 > x1 ? x1 + 12 : x1 - 12,
      cy: action === 'publish' ? y - 10 : y,
      r: 9,
      fill: theme.command,
    }),
    textLine(
      String(number),
      self || x2 > x1 ? x1 + 12 : x1 - 12,
      (action === 'publish' ? y - 10 : y) + 3.5,
      sequenceFonts.note,
      theme.background,
      { 'text-anchor': 'middle', 'font-weight': 700 },
    ),
    ...lines.map((part, index) =>
      textLine(
        part,
        left,
        y - 5 - (lines.length - 1 - index) * 14,
        sequenceFonts.message,
        theme.text,
        { 'font-weight': 700 },
      ),
    ),
    ...notes.map((part, index) =>
      textLine(part, left, y + 14 + index * 13, sequenceFonts.note, theme.muted, halo(theme)),
    ),
  );
}

/** What is published happens at its publisher: a tag on the lifeline, without an arrow. */
function eventTag(x: number, y: number, lines: readonly string[], theme: Theme): string {
  const width = Math.max(
    ...lines.map((text) => textWidth(text, sequenceFonts.message, 'bold')),
    20,
  );
  const height = lines.length * 14 + 6;
  return tag('rect', {
    x: x + 20,
    y: y - height,
    width: width + 14,
    height,
    rx: 3,
    fill: theme.event,
    stroke: theme.eventLine,
  });
}

/** Whole for calls; dashed with an open head for what nobody waits for. */
function arrow(x1: number, x2: number, y: number, waits: boolean, ink: string): string {
  const line = {
    stroke: ink,
    'stroke-width': 1.6,
    fill: 'none',
    ...(waits ? {} : { 'stroke-dasharray': '6 4' }),
  };
  const at = (x: number, dy = 0) => `${String(x)} ${String(y + dy)}`;
  const self = x1 === x2;
  const path = self ? `M ${at(x1)} h 34 v 12 H ${String(x1 + 2)}` : `M ${at(x1)} L ${at(x2)}`;
  const back = self || x1 > x2 ? 8 : -8;
  const [tip, tipY] = [x2, self ? 12 : 0];
  return (
    tag('path', { d: path, ...line }) +
    tag('path', {
      d: `M ${at(tip + back, tipY - 4.5)} L ${at(tip, tipY)} L ${at(tip + back, tipY + 4.5)}${waits ? ' Z' : ''}`,
      stroke: ink,
      'stroke-width': 1.4,
      fill: waits ? ink : 'none',
    })
  );
}
