import { VitePWA } from 'vite-plugin-pwa';

const day = 24 * 60 * 60;

/**
 * The service worker: the app itself is kept, and what was read last can be read without a network.
 *
 * Answers of the API are asked of the network first and kept for a week; they go when somebody logs out.
 */
export const offline = () =>
  VitePWA({
    registerType: 'autoUpdate',
    // src/app/early.ts registers it.
    injectRegister: null,
    manifest: false,
    workbox: {
      // The rest of the app is kept when it is first used: a first visit loads no more than it shows.
      globPatterns: ['index.html', 'assets/{index,style}-*.{js,css}', 'assets/early-*.js'],
      maximumFileSizeToCacheInBytes: 3_000_000,
      navigateFallback: 'index.html',
      navigateFallbackDenylist: [/^\/(api|healthz|readyz|metrics)(\/|$)/],
      clientsClaim: true,
      skipWaiting: true,
      cleanupOutdatedCaches: true,
      runtimeCaching: [
        { urlPattern: /\/(assets|icons)\//, handler: 'CacheFirst', options: { cacheName: 'rapport-app', expiration: { maxEntries: 300, maxAgeSeconds: 60 * day } } },
        {
          urlPattern: ({ url, request }) => request.method === 'GET' && /^\/api\/v1\/(me|personal|metadata\/objects|records\/)/.test(url.pathname),
          handler: 'NetworkFirst',
          options: { cacheName: 'rapport-read', networkTimeoutSeconds: 8, expiration: { maxEntries: 400, maxAgeSeconds: 7 * day }, cacheableResponse: { statuses: [200] } },
        },
      ],
    },
  });
