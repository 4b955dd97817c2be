/**
 * Text for XML: markup escaped, and what XML 1.0 forbids (control characters, lone surrogates)
 * replaced. Direction marks are kept out of a neighbour's text by isolating each text element.
 */
export function escapeXml(text: string): string {
  return plain.test(text) ? text : escaped(text);
}

/** Most texts are, of colours and places anyway: then one look is enough. */
const plain = /^[ !#-%(-;=?-~]*$/;

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\uFFFD',
    );
}

/** An element with attributes in the order given; `undefined` ones are left out, numbers are short. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === 'number' ? short(value) : escapeXml(String(value))}"`,
    )
    .join('');
  const content = children.join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A length or place to a hundredth of a pixel, which nobody sees. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
