/** Time within which a press of the pointer tells that it, and no key, brought the focus, in ms. */
const pressTime = 400;
/** Time after which something else in the page would have the focus, in ms. */
const arrivalTime = 60;

/**
 * Takes the keyboard to the map when it comes to the page by keys, as else it would stand before the
 * toolbar, where a screen reader says nothing.
 */
export function onArrival(arrive: () => void): void {
  let pressed = -Infinity;
  window.addEventListener(
    'pointerdown',
    ({ timeStamp }) => {
      pressed = timeStamp;
    },
    { capture: true },
  );
  window.addEventListener('focus', () => {
    setTimeout(() => {
      const byPointer = performance.now() - pressed < pressTime;
      if (!byPointer && document.hasFocus() && document.activeElement === document.body) arrive();
    }, arrivalTime);
  });
}
