import { image, isName, type Recogniser } from './mistake.js';

/** `subdomain Pricing` without its kind. */
export const kindOfSubdomain: Recogniser = (fault) => {
  const { tokens, index } = fault;
  for (const at of [index - 2, index - 1, index]) {
    if (image(fault, at) !== 'subdomain' || !isName(tokens[at + 1])) continue;
    if (['core', 'supporting', 'generic'].includes(image(fault, at - 1))) continue;
    const name = image(fault, at + 1);
    if (['core', 'supporting', 'generic'].includes(name) && isName(tokens[at + 2])) {
      const meant = `${name} subdomain`;
      return {
        message: `The kind of a subdomain stands in front: \`${meant} ${image(fault, at + 2)}\`.`,
        from: at,
        to: at + 2,
        instead: meant,
      };
    }
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
