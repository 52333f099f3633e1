import { theme } from '../lib/theme.js';
import './app.js';

theme.apply();
