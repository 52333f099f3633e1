import { heldFor, juvenileScreen } from './juvenile-screen.js';

const juvenilePlace = '/loket';

/**
 * Starts a surface other than that of the desk, unless a juvenile holds this tablet: then its screen at the desk is all
 * that there is. A surface that was already open is left as soon as the tablet is given away.
 */
export function startUnlessHeld(start: () => void): void {
  if (leaveWhenHeld()) return;
  start();
  juvenileScreen.on(leaveWhenHeld);
  // The button back shows a page as it was; another tab may be the one that gives the tablet away.
  for (const moment of ['pageshow', 'storage']) addEventListener(moment, leaveWhenHeld);
}

function leaveWhenHeld(): boolean {
  const held = heldFor() !== undefined;
  if (held) location.replace(juvenilePlace);
  return held;
}
