import { image, isName, type Recogniser } from './mistake.js';

/** `subdomain Pricing` without its kind. */
export const kindOfSubdomain: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index - 1, index]) {
    if (image(fault, at) !== 'subdomain' || !isName(tokens[at + 1])) continue;
    if (['core', 'supporting', 'generic'].includes(image(fault, at - 1))) continue;
    const name = image(fault, at + 1);
    return {
      message:
        `A subdomain says of what kind it is: \`core subdomain ${name}\`, ` +
        `\`supporting subdomain ${name}\` or \`generic subdomain ${name}\`.`,
      from: at,
      to: at + 1,
      instead: 'supporting subdomain',
    };
  }
  return undefined;
};
