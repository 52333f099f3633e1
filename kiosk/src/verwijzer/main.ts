import { startUnlessHeld } from '../lib/surface.js';
import { theme } from '../lib/theme.js';
import { VerwijzerApp } from './app.js';

startUnlessHeld(() => {
  theme.apply();
  customElements.define('hl-verwijzer', VerwijzerApp);
});
