import './elements/hl-drill-bar.js';
import { currentPopUp } from './lib/device.js';
import { markDrill } from './lib/drill.js';
import { startUnlessHeld } from './lib/surface.js';
import { theme } from './lib/theme.js';

startUnlessHeld(() => {
  theme.apply();
  // Without the server the page still says what it says; only the bar of a drill is missing then.
  currentPopUp().then(
    ({ drill }) => markDrill(drill),
    () => undefined,
  );
});
