/** The worker that lays out in a browser: one request, one answer, in turn. */
import type { LayoutRequest } from '../../diagram/layout/messages.js';
import { answered } from '../layout-answers.js';

self.onmessage = ({ data }: MessageEvent<LayoutRequest>) => {
  void answered(data).then((answer) => {
    self.postMessage(answer);
  });
};
