import type { Box, Point } from '../../src/diagram/picture.js';

/** A landscape of a thousand contexts beside an editor is still seen whole. */
const smallest = 0.004;
const largest = 4;
/** Below this scale small words are too small to read and are not drawn, below the other one all. */
const detailScale = 0.5;
const nameScale = 0.12;
/** Where all of a map would be smaller than this, it opens with a part of it, at most at the other. */
const legibleScale = 0.25;
const partScale = 0.45;
/** Around that part, in pixels of the screen. */
const partMargin = 24;
/** Time after the last movement until the content is drawn sharp again, in ms. */
const settleTime = 160;

/** Where a length begins in a room: a point of it in the middle, but no room left free beyond its ends. */
function placed(room: number, length: number, middle: number): number {
  if (length <= room) return (room - length) / 2;
  return Math.min(0, Math.max(room - length, room / 2 - middle));
}

/** Pan and zoom. The content moves by a CSS transform, without layout and without being drawn anew. */
export class Viewport {
  readonly content: HTMLElement;
  readonly stage: HTMLElement;
  /** Called when what is seen has changed. */
  onChange: () => void = () => undefined;
  /** Called when it has changed and rests: what takes time has time now. */
  onRest: () => void = () => undefined;
  #x = 0;
  #y = 0;
  #scale = 1;
  #size = { width: 1, height: 1 };
  /** Nobody has moved it since everything was fitted in, or a part of it. */
  #fitted = false;
  /** What that part is around. */
  #focus: Box | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** The frames in which it is placed anew, and drawn anew once it rests. */
  #placing: number | undefined;
  #resting: number | undefined;

  constructor(stage: HTMLElement) {
    this.stage = stage;
    this.content = document.createElement('div');
    this.content.className = 'content';
    stage.append(this.content);
    stage.addEventListener(
      'wheel',
      (event) => {
        this.#wheel(event);
      },
      { passive: false },
    );
    new ResizeObserver(() => {
      if (this.#fitted) this.present(this.#focus);
      else this.#apply();
    }).observe(stage);
  }

  /** Whether words are drawn that are small on the map itself. */
  get showsDetail(): boolean {
    return this.#scale >= detailScale;
  }

  /** Whether it is as it was shown at first: nobody has moved it. */
  get isFitted(): boolean {
    return this.#fitted;
  }

  /** Whether all is seen, and nobody has moved it. */
  get isWhole(): boolean {
    return this.#fitted && this.seesAll;
  }

  get scale(): number {
    return this.#scale;
  }

  /** What is seen, in the picture's coordinates. */
  get seen(): Box {
    const { clientWidth, clientHeight } = this.stage;
    return {
      x: -this.#x / this.#scale,
      y: -this.#y / this.#scale,
      width: clientWidth / this.#scale,
      height: clientHeight / this.#scale,
    };
  }

  /** A picture that just fits is seen whole, rounding aside. */
  get seesAll(): boolean {
    const { x, y, width, height } = this.seen;
    const { width: right, height: bottom } = this.#size;
    return x < 1 && y < 1 && x + width > right - 1 && y + height > bottom - 1;
  }

  setSize({ width, height }: { readonly width: number; readonly height: number }): void {
    this.#size = { width, height };
    this.#apply();
  }

  /** Shows everything, no larger than at its own size. */
  fit(): void {
    this.present(undefined);
  }

  /**
   * Shows everything where names can be read then, else a part of it. A map that is shown whole at
   * first stays so when its room gets smaller.
   *
   * @param focus what to see of it, in the picture's coordinates; without it everything is shown
   */
  present(focus: Box | undefined): void {
    this.#fitted = true;
    const { clientWidth, clientHeight } = this.stage;
    const { width, height } = this.#size;
    const scale = Math.min(clientWidth / width, clientHeight / height, 1.2) || 1;
    this.#focus = scale < legibleScale ? focus : undefined;
    const part = this.#focus;
    this.#scale = part ? this.#partScale(part) : Math.max(smallest, scale);
    const seen = part ?? { x: 0, y: 0, width, height };
    const [x, y] = [seen.x + seen.width / 2, seen.y + seen.height / 2];
    this.#x = placed(clientWidth, width * this.#scale, x * this.#scale);
    this.#y = placed(clientHeight, height * this.#scale, y * this.#scale);
    this.#apply();
  }

  #partScale({ width, height }: Box): number {
    const { clientWidth, clientHeight } = this.stage;
    const fits = Math.min(
      (clientWidth - 2 * partMargin) / width,
      (clientHeight - 2 * partMargin) / height,
    );
    return Math.max(smallest, Math.min(partScale, fits));
  }

  /** Zooms around the middle, or around a point of the stage. */
  zoom(factor: number, at?: Point): void {
    const center = at ?? { x: this.stage.clientWidth / 2, y: this.stage.clientHeight / 2 };
    const scale = Math.min(largest, Math.max(smallest, this.#scale * factor));
    this.#x = center.x - ((center.x - this.#x) * scale) / this.#scale;
    this.#y = center.y - ((center.y - this.#y) * scale) / this.#scale;
    this.#scale = scale;
    this.#move();
  }

  /** Where the middle of a box of the picture is on the stage; undefined where that is not seen. */
  middleOf({ x, y, width, height }: Box): Point | undefined {
    const { clientWidth, clientHeight } = this.stage;
    const at = {
      x: this.#x + (x + width / 2) * this.#scale,
      y: this.#y + (y + height / 2) * this.#scale,
    };
    const isSeen = at.x >= 0 && at.y >= 0 && at.x <= clientWidth && at.y <= clientHeight;
    return isSeen ? at : undefined;
  }

  /** Moves by pixels of the screen. */
  pan(dx: number, dy: number): void {
    this.#x += dx;
    this.#y += dy;
    this.#move();
  }

  /** Moves by units of the picture, so that a picture with another origin stays where it was. */
  shift(dx: number, dy: number): void {
    this.#x += dx * this.#scale;
    this.#y += dy * this.#scale;
    this.#apply();
  }

  /** Puts a point of the picture in the middle. */
  center({ x, y }: Point): void {
    this.#x = this.stage.clientWidth / 2 - x * this.#scale;
    this.#y = this.stage.clientHeight / 2 - y * this.#scale;
    this.#move();
  }

  /** Moves as little as it takes to see a box with some room around it; not where all is seen. */
  bringIntoView(box: Box): void {
    if (this.isWhole) return;
    const room = 24;
    const [x, y] = [this.#x, this.#y];
    const left = this.#x + box.x * this.#scale;
    const top = this.#y + box.y * this.#scale;
    const right = left + box.width * this.#scale;
    const bottom = top + box.height * this.#scale;
    const { clientWidth, clientHeight } = this.stage;
    if (left < room) this.#x += room - left;
    else if (right > clientWidth - room)
      this.#x -= Math.min(right - clientWidth + room, left - room);
    if (top < room) this.#y += room - top;
    else if (bottom > clientHeight - room)
      this.#y -= Math.min(bottom - clientHeight + room, top - room);
    if (x !== this.#x || y !== this.#y) this.#fitted = false;
    this.#apply();
  }

  /**
   * While it moves, the content is a layer of its own that is moved as it is; afterwards it is
   * drawn anew, sharp at the new scale.
   */
  #move(): void {
    this.#fitted = false;
    this.content.classList.add('moving');
    clearTimeout(this.#settling);
    if (this.#resting !== undefined) cancelAnimationFrame(this.#resting);
    this.#placing ??= requestAnimationFrame(() => {
      this.#placing = undefined;
      this.#place();
      this.#settling = setTimeout(this.#settle, settleTime);
    });
  }

  /** In a frame, as a movement that a slow frame holds up comes before it and goes on instead. */
  readonly #settle = (): void => {
    this.#resting = requestAnimationFrame(() => {
      this.content.classList.remove('moving');
      this.#rest();
    });
  };

  #apply(): void {
    this.#place();
    this.#rest();
  }

  /** Words come and go when it rests: to draw thousands of them anew takes longer than a frame. */
  #rest(): void {
    const { classList } = this.content;
    classList.toggle('far', !this.showsDetail);
    classList.toggle('farther', this.#scale < nameScale);
    this.onRest();
  }

  #place(): void {
    const { style } = this.content;
    style.transform = `translate(${String(this.#x)}px, ${String(this.#y)}px) scale(${String(this.#scale)})`;
    this.onChange();
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const box = this.stage.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    // A pinch arrives as a wheel with Ctrl; so does the usual shortcut for zooming.
    if (event.ctrlKey || event.metaKey) this.zoom(Math.exp(-event.deltaY / 200), at);
    else if (event.shiftKey) this.pan(-event.deltaY, 0);
    else this.pan(-event.deltaX, -event.deltaY);
  }
}
