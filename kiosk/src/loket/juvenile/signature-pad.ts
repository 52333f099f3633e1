import { html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../../elements/light.js';
import type { Stroke } from './juvenile-shapes.js';
import { extended, HEIGHT, pathOf, WIDTH } from './signature.js';

/** While a finger draws, what it drew so far is kept this often. */
const KEEP_MS = 150;

/** A box to draw in with finger, pen or mouse. Emits `drawn` with all strokes; never when they were made. */
@customElement('hl-signature-pad')
export class SignaturePad extends LightElement {
  @property({ attribute: false }) strokes: readonly Stroke[] = [];
  /** Shown under the line, as it will stand in the image. */
  @property() name = '';
  @property() label = '';
  @state() private stroke: Stroke | undefined;

  private pointer: number | undefined;
  /** What was there before this stroke. */
  private base: readonly Stroke[] = [];
  private kept = 0;

  override render() {
    const all = this.stroke ? [...this.base, this.stroke] : this.strokes;
    return html`<svg
      class="tekenvak"
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      role="img"
      aria-label=${this.label}
      data-testid="signature-pad"
      data-strokes=${all.length}
      @pointerdown=${this.begin}
      @pointermove=${this.draw}
      @pointerup=${this.end}
      @pointercancel=${this.end}
    >
      <path class="tekenlijn" d="M40 ${HEIGHT - 44}H${WIDTH - 40}" />
      ${all.map((one) => svg`<path class="inkt" d=${pathOf(one)} />`)}
      ${
        this.name.trim()
          ? svg`<text x=${WIDTH / 2} y=${HEIGHT - 14} text-anchor="middle">${this.name.trim()}</text>`
          : nothing
      }
    </svg>`;
  }

  private readonly begin = (down: PointerEvent): void => {
    if (this.pointer !== undefined || down.button > 0) return;
    down.preventDefault();
    this.pointer = down.pointerId;
    this.base = this.strokes;
    (down.currentTarget as Element).setPointerCapture(down.pointerId);
    this.stroke = extended([], ...this.placeOf(down));
  };

  private readonly draw = (move: PointerEvent): void => {
    if (move.pointerId !== this.pointer || !this.stroke) return;
    for (const one of [...move.getCoalescedEvents(), move]) {
      this.stroke = extended(this.stroke, ...this.placeOf(one));
    }
    if (Date.now() - this.kept > KEEP_MS) this.keep();
  };

  private readonly end = (up: PointerEvent): void => {
    if (up.pointerId !== this.pointer) return;
    this.keep();
    this.pointer = undefined;
    this.stroke = undefined;
  };

  private keep(): void {
    this.kept = Date.now();
    if (this.stroke) this.emit('drawn', [...this.base, this.stroke]);
  }

  private placeOf({ clientX, clientY }: PointerEvent): [number, number] {
    const box = this.querySelector('.tekenvak')?.getBoundingClientRect();
    if (!box || box.width === 0) return [0, 0];
    return [
      ((clientX - box.left) / box.width) * WIDTH,
      ((clientY - box.top) / box.height) * HEIGHT,
    ];
  }
}
