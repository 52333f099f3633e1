import {
  decode as decodeCbor,
  encode as encodeCbor,
  rfc8949EncodeOptions,
  Tagged,
  type DecodeOptions,
} from 'cborg';

export { Tagged };

const coseSign1Tag = 18;

const strictly: DecodeOptions = {
  strict: true,
  useMaps: true,
  rejectDuplicateMapKeys: true,
  allowIndefinite: false,
  tags: Tagged.preserve(coseSign1Tag),
};

/** Deterministic CBOR (RFC 8949 4.2): shortest forms, definite lengths, keys in byte order. */
export function encode(value: unknown): Uint8Array<ArrayBuffer> {
  return new Uint8Array(encodeCbor(value, rfc8949EncodeOptions));
}

/** Reads CBOR with maps as Map. @throws Error on anything loose */
export function decode(bytes: Uint8Array): unknown {
  return decodeCbor(bytes, strictly);
}

/** A CBOR map with integer keys; entries without a value are left out. */
export function fields(entries: readonly (readonly [number, unknown])[]): Map<number, unknown> {
  return new Map(entries.filter(([, value]) => value !== undefined));
}
