import { toBase64Url } from '../../lib/bytes.js';
import type { Signer } from './visit.js';
import { imageOf } from './signature.js';
