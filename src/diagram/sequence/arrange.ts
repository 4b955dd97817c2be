/** Places of a sequence diagram: lifelines side by side, messages below each other. */
import type { Box } from '../picture.js';
import { textWidth, wrapped } from '../text-metrics.js';
import type { Message, Participant, Sequence } from './sequence.js';

export const sequenceFonts = { title: 15, name: 12.5, message: 11.5, note: 10.5 } as const;

export interface PlacedParticipant extends Box {
  readonly participant: Participant;
  readonly lines: readonly string[];
  /** Where the lifeline stands. */
  readonly middle: number;
}

export interface PlacedMessage {
  readonly message: Message;
  readonly x1: number;
  readonly x2: number;
  /** Of the arrow; words stand above it. */
  readonly y: number;
  readonly lines: readonly string[];
  readonly notes: readonly string[];
}

export interface ArrangedSequence {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly participants: readonly PlacedParticipant[];
  readonly messages: readonly PlacedMessage[];
  /** Where a saga only goes forward from; missing without a pivot. */
  readonly pivotAt?: number;
}

const margin = 16;
const boxGap = 22;
const headTop = 40;
const headHeight = 50;
const line = 14;
/** Words beside a lifeline keep clear of it by this much, numbers included. */
const room = 36;
const widestWords = 190;

/** Lays a sequence out. Linear in participants and messages; the same sequence, the same places. */
export function arrangeSequence({ title, participants, messages }: Sequence): ArrangedSequence {
  const order = new Map(participants.map(({ id }, index) => [id, index]));
  const worded = messages.map((message) => ({ message, ...wordsOf(message) }));
  // What a message needs between its ends is shared out over the lifelines that it passes.
  const gaps = participants.map(() => 0);
  for (const { message, lines, notes } of worded) {
    const [from, to] = [order.get(message.from) ?? 0, order.get(message.to) ?? 0];
    const [left, right] = [Math.min(from, to), Math.max(from, to)];
    const needed = Math.max(0, ...lines.map(width), ...notes.map(noteWidth)) + room;
    const passed = Math.max(1, right - left);
    for (let gap = left; gap < left + passed; gap++) {
      gaps[gap] = Math.max(gaps[gap] ?? 0, needed / passed);
    }
  }
  const placed: PlacedParticipant[] = [];
  let middle = margin;
  for (const [index, participant] of participants.entries()) {
    const lines = [participant.name, ...(participant.context === '' ? [] : [participant.context])];
    const boxWidth =
      Math.max(70, ...lines.map((text) => textWidth(text, sequenceFonts.name, 'bold'))) + 20;
    const before = placed.at(-1);
    middle = before
      ? Math.max(
          before.x + before.width + boxGap + boxWidth / 2,
          before.middle + (gaps[index - 1] ?? 0),
        )
      : margin + boxWidth / 2;
    middle = Math.round(middle);
    placed.push({
      participant,
      lines,
      middle,
      x: middle - boxWidth / 2,
      y: headTop,
      width: boxWidth,
      height: headHeight,
    });
  }
  let y = headTop + headHeight + 12;
  let pivotAt: number | undefined;
  const rows = worded.map(({ message, lines, notes }): PlacedMessage => {
    y += Math.max(1, lines.length) * line + 10;
    const at = y;
    y += notes.length * (line - 1) + 8;
    if (message.pivot) {
      y += 8;
      pivotAt = y;
      y += 8;
    }
    const x = (id: string) => placed[order.get(id) ?? 0]?.middle ?? margin;
    return { message, x1: x(message.from), x2: x(message.to), y: at, lines, notes };
  });
  const last = placed.at(-1);
  const right = last
    ? Math.max(last.x + last.width, last.middle + (gaps[placed.length - 1] ?? 0))
    : 0;
  return {
    title,
    width:
      Math.ceil(Math.max(right, textWidth(title, sequenceFonts.title, 'bold') + margin)) + margin,
    height: y + margin,
    participants: placed,
    messages: rows,
    ...(pivotAt === undefined ? {} : { pivotAt }),
  };
}

const width = (text: string) => textWidth(text, sequenceFonts.message, 'bold');
const noteWidth = (text: string) => textWidth(text, sequenceFonts.note);

function wordsOf({ text, comment, undo }: Message) {
  const { message, note } = sequenceFonts;
  const notes = [
    ...(comment === undefined || text === '' ? [] : wrapped(comment, widestWords, note, 2)),
    ...(undo === undefined ? [] : wrapped(`undone by ${undo}`, widestWords, note, 1)),
  ];
  return {
    lines: wrapped(text === '' ? (comment ?? '') : text, widestWords, message, 2, 'bold'),
    notes,
  };
}
