/// <reference lib="webworker" />
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

prepareZXingModule({ overrides: { locateFile: (name: string) => (name.endsWith('.wasm') ? wasm : name) } });

// One frame in, the texts of its QR codes out; reading stays off the thread that the fingers wait for.
self.addEventListener('message', (event: MessageEvent<ImageData>) => {
  readBarcodes(event.data, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 4 })
    .then((found) => self.postMessage(found.filter(({ isValid, text }) => isValid && text).map(({ text }) => text)))
    .catch(() => self.postMessage('failed'));
});
