import type { Stroke } from './juvenile-shapes.js';

/** The box to draw in, in its own units. */
export const WIDTH = 600;
export const HEIGHT = 200;

/** Points closer to the last one than this say nothing new. */
const LEAST = 2;

/** A stroke with one point more, unless it is where the last one was. */
export function extended(stroke: Stroke, x: number, y: number): Stroke {
  const [nearX, nearY] = [within(x, WIDTH), within(y, HEIGHT)];
  const lastX = stroke.at(-2);
  const lastY = stroke.at(-1);
  const near =
    lastX !== undefined && lastY !== undefined && Math.hypot(nearX - lastX, nearY - lastY) < LEAST;
  return near ? stroke : [...stroke, nearX, nearY];
}

function within(value: number, most: number): number {
  return Math.round(Math.min(Math.max(value, 0), most));
}

/** A stroke as the path of an SVG; a dot for a tap. */
export function pathOf(stroke: Stroke): string {
  const [x = 0, y = 0] = stroke;
  let path = `M${x} ${y}`;
  if (stroke.length <= 2) return `${path}h1`;
  for (let at = 2; at < stroke.length; at += 2) path += `L${stroke[at]} ${stroke[at + 1]}`;
  return path;
}

/** Whether there is something that can stand for a signature. */
export function isSigned(strokes: readonly Stroke[], name: string): boolean {
  return strokes.some((stroke) => stroke.length > 2) || name.trim().length > 1;
}

/**
 * What was drawn and typed, as the bytes of a PNG: black on white, whatever the colours of the
 * screen. It holds the lines only, not when or how fast they were drawn.
 */
export async function imageOf(
  strokes: readonly Stroke[],
  name: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser cannot draw');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.strokeStyle = pen.fillStyle = '#000';
  pen.lineWidth = 4;
  pen.lineCap = pen.lineJoin = 'round';
  for (const stroke of strokes) pen.stroke(new Path2D(pathOf(stroke)));
  if (name.trim() !== '') {
    pen.font = '24px sans-serif';
    pen.textAlign = 'center';
    pen.fillText(name.trim(), WIDTH / 2, HEIGHT - 14, WIDTH - 20);
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('this browser cannot make a PNG');
  return new Uint8Array(await blob.arrayBuffer());
}
