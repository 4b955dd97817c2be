import { localEngine } from '../diagram/layout/local-engine.js';
import type { LayoutAnswer, LayoutRequest } from '../diagram/layout/messages.js';

/** Answers a request for a layout, or says why it cannot. */
export async function answered(request: LayoutRequest): Promise<LayoutAnswer> {
  const { id } = request;
  try {
    return { id, result: await resultOf(request) };
  } catch (error) {
    return { id, error: String(error) };
  }
}

function resultOf(request: LayoutRequest) {
  if ('shape' in request) return localEngine.shape(request.shape);
  return 'layers' in request
    ? localEngine.layers(request.layers)
    : localEngine.route(request.problem);
}
