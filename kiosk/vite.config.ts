import { copyFile, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const classes = resolve(import.meta.dirname, 'target/classes');
const pages = ['index', 'verwijzer', 'loket', 'beheer', 'k', 'docs'];

/** Puts the typeface that the server's PDF maker embeds on the server's class path. */
function printFonts(): Plugin {
  return {
    name: 'print-fonts',
    apply: 'build',
    async closeBundle() {
      const fonts = resolve(classes, 'fonts');
      await mkdir(fonts, { recursive: true });
      for (const file of ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf']) {
        const source = resolve(import.meta.dirname, 'node_modules/dejavu-fonts-ttf/ttf', file);
        await copyFile(source, resolve(fonts, file));
      }
    },
  };
}

export default defineConfig({
  plugins: [printFonts()],
  build: {
    target: 'es2022',
    outDir: resolve(classes, 'META-INF/resources/kiosk'),
    emptyOutDir: true,
    // The content security policy allows no data: fonts and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: pages.map((page) => resolve(import.meta.dirname, `${page}.html`)),
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': process.env.LOKET_SERVER ?? 'http://127.0.0.1:8080' },
  },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
  },
});
