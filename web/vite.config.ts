import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** The browser app, built into `.build/web`; `npm start` serves it. Everything comes from our own origin. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../.build/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 400,
    // Libraries mark files for servers that render React; there is none here.
    rolldownOptions: {
      onwarn: (warning, show) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : show(warning)),
      // Beside the app, the one small script of the public pages, under a name that the server knows.
      input: { index: `${import.meta.dirname}/index.html`, 'verify-file': `${import.meta.dirname}/verification/drop-file.ts` },
      output: { entryFileNames: ({ name }) => (name === 'verify-file' ? 'verify-file.js' : 'assets/[name]-[hash].js') },
    },
  },
  // The app is written for React and runs on Preact, which answers the same calls in a tenth of the bytes (docs/adr/0004).
  resolve: {
    alias: [
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react(-dom)?$/, replacement: 'preact/compat' },
      { find: /^react\/jsx(-dev)?-runtime$/, replacement: 'preact/jsx-runtime' },
    ],
  },
  oxc: { jsx: { runtime: 'automatic' } },
  plugins: [
    VitePWA({
      strategies: 'injectManifest',
      srcDir: '.',
      filename: 'sw.ts',
      injectRegister: false,
      injectManifest: {
        // A classic script, as it is registered; the plugin builds modules with an option that Vite is about to drop.
        rollupFormat: 'iife',
        buildPlugins: { vite: [{ name: 'quiet', config: () => ({ logLevel: 'error' }) }] },
        // The script of the public pages comes with the page it belongs to, never an older one.
        globPatterns: ['**/*.{js,css,html,woff2,svg,webmanifest}'],
        globIgnores: ['verify-file.js'],
      },
      manifest: {
        id: '/',
        name: 'Phố Số',
        short_name: 'Phố Số',
        description: 'Sổ đăng ký và chứng nhận tuyến đường thanh toán không dùng tiền mặt',
        lang: 'vi',
        start_url: '/',
        display: 'standalone',
        background_color: '#f6f7f9',
        theme_color: '#0b4f8a',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
    }),
  ],
});
