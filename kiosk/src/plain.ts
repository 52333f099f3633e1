import { theme } from './lib/theme.js';

theme.apply();
