import type { Arriving } from "./arriving.js";

/** Hands out the segments of a file when their time comes. */
export class Player {
  readonly #give: (arriving: Arriving) => void;
  #queue: readonly Arriving[] = [];
  #next = 0;
  /** Where the clock stood when it was last set, and when that was. */
  #stood = 0;
  #since = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #playing = false;
  #speed = 1;

  constructor(give: (arriving: Arriving) => void) {
    this.#give = give;
  }

  get playing(): boolean {
    return this.#playing;
  }

  get left(): number {
    return this.#queue.length - this.#next;
  }

  get total(): number {
    return this.#queue.length;
  }

  get speed(): number {
    return this.#speed;
  }

  set speed(speed: number) {
    this.#set(this.#clock());
    this.#speed = speed;
    if (this.#playing) this.#wait();
  }

  load(queue: readonly Arriving[]): void {
    this.pause();
    this.#queue = queue;
    this.#next = 0;
    this.#set(queue[0]?.at ?? 0); // what is silent before the first words is not waited for
  }

  play(): void {
    if (this.#playing || !this.left) return;
    this.#set(this.#stood);
    this.#playing = true;
    this.#wait();
  }

  pause(): void {
    this.#set(this.#clock());
    this.#playing = false;
    clearTimeout(this.#timer);
  }

  /** The next segment now, whatever its time; it then stands still. */
  step(): void {
    this.pause();
    const next = this.#queue[this.#next];
    if (next) this.#hand(next);
  }

  #clock(): number {
    return this.#playing ? this.#stood + (performance.now() - this.#since) * this.#speed : this.#stood;
  }

  #set(clock: number): void {
    this.#stood = clock;
    this.#since = performance.now();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const next = this.#queue[this.#next];
    if (!next) {
      this.pause();
      return;
    }
    this.#timer = setTimeout(() => this.#due(), Math.max(0, (next.at - this.#clock()) / this.#speed));
  }

  #due(): void {
    for (let next = this.#queue[this.#next]; next && this.#playing && next.at <= this.#clock() + 1; next = this.#queue[this.#next]) this.#hand(next);
    if (this.#playing) this.#wait();
  }

  #hand(next: Arriving): void {
    this.#next += 1;
    this.#stood = Math.max(this.#clock(), next.at);
    this.#since = performance.now();
    if (!this.left) this.pause();
    this.#give(next);
  }
}
