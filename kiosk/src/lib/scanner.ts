import { pause } from './stream.js';

const betweenFramesMs = 120;
const widestFrame = 960;

type Read = (frame: ImageData) => Promise<string | undefined>;

interface NativeDetector {
  detect(source: ImageData): Promise<readonly { rawValue: string }[]>;
}

interface NativeDetectorClass {
  new (options: { formats: string[] }): NativeDetector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/**
 * Shows the rear camera in the video and reports every QR code it sees, until the signal aborts.
 *
 * @throws DOMException when there is no camera or it may not be used
 */
export async function scan(
  video: HTMLVideoElement,
  onText: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const camera = await openCamera();
  try {
    video.srcObject = camera;
    await video.play();
    const read = await reader();
    while (!signal.aborted) {
      const frame = grab(video);
      const text = frame && (await read(frame));
      if (text) onText(text);
      await pause(betweenFramesMs, signal);
    }
  } finally {
    for (const track of camera.getTracks()) track.stop();
    video.srcObject = null;
  }
}

function openCamera(): Promise<MediaStream> {
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
  const video = { facingMode: { ideal: 'environment' }, ...size };
  return navigator.mediaDevices.getUserMedia({ video, audio: false });
}

async function reader(): Promise<Read> {
  const native = (globalThis as { BarcodeDetector?: NativeDetectorClass }).BarcodeDetector;
  const formats = (await native?.getSupportedFormats().catch(() => [])) ?? [];
  if (native && formats.includes('qr_code')) return nativeReader(native);
  return wasmReader();
}

function nativeReader(native: NativeDetectorClass): Read {
  const detector = new native({ formats: ['qr_code'] });
  return async (frame) => (await detector.detect(frame))[0]?.rawValue;
}

/** Loaded only where the browser cannot read QR codes itself; our own server serves the wasm. */
async function wasmReader(): Promise<Read> {
  const [{ prepareZXingModule, readBarcodes }, { default: wasm }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ]);
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
  const options = { formats: ['QRCode' as const], maxNumberOfSymbols: 1 };
  return async (frame) => (await readBarcodes(frame, options))[0]?.text;
}

const canvas = document.createElement('canvas');

function grab(video: HTMLVideoElement): ImageData | undefined {
  const { videoWidth: width, videoHeight: height } = video;
  if (!width || !height) return undefined;
  const scale = Math.min(1, widestFrame / width);
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return context?.getImageData(0, 0, canvas.width, canvas.height);
}
