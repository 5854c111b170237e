/** Brings the code reader onto a device whose browser has none, so that it also scans without a network: the service worker keeps it. */
export async function preloadReader(): Promise<void> {
  if ('BarcodeDetector' in globalThis || !('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.ready;
  const { default: wasm } = await import('zxing-wasm/reader/zxing_reader.wasm?url');
  await fetch(wasm);
}
