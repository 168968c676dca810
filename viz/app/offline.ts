/** Keeps the lab on the device once it has been opened: the built page registers its service worker. */

/** Registers it where there is one to register; a page that may not keeps working from the network. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    navigator.serviceWorker.register('./service-worker.js', { scope: './' }).catch(() => {});
  });
}
