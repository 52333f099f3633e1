import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
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

/** Puts a brotli twin beside each asset that gets smaller by it; the server sends it to whoever takes it. */
function brotliTwins(): Plugin {
  return {
    name: 'brotli-twins',
    apply: 'build',
    async closeBundle() {
      const assets = resolve(classes, 'META-INF/resources/kiosk/assets');
      const compress = promisify(brotliCompress);
      for (const file of await readdir(assets)) {
        if (!/\.(?:js|css|svg|wasm)$/.test(file)) continue;
        await writeFile(
          resolve(assets, `${file}.br`),
          await compress(await readFile(resolve(assets, file))),
        );
      }
    },
  };
}

export default defineConfig({
  plugins: [printFonts(), brotliTwins()],
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
    // A process for each file costs a quarter more, and no test needs one.
    pool: 'threads',
    // The check runs beside the server's build: how long a proof takes says nothing about the code.
    testTimeout: 60_000,
  },
});
