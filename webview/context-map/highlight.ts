/** Words of a contract that are told apart: enough to find one's way, not a parser. */
const token =
  /(?<comment>(?:^|(?<=\s))(?:#|\/\/).*$|""".*$)|(?<key>[\w$.\/{}-]+(?=:(?:\s|$))|"(?:[^"\\]|\\.)*"(?=\s*:)|'[^']*'(?=:))|(?<string>"(?:[^"\\]|\\.)*"|'[^']*')|(?<word>\b(?:syntax|package|import|message|service|rpc|returns|repeated|optional|reserved|enum|oneof|option|type|interface|input|union|scalar|query|mutation|extend|true|false|null)\b)|(?<number>\b\d+(?:\.\d+)*\b)/g;

const kinds = ['comment', 'key', 'string', 'word', 'number'] as const;

/** Longer lines are shown plain, so that no line of a document can take long. */
const longest = 2000;

/** A line of YAML, JSON, protobuf or GraphQL as text in spans by kind. */
export function highlightedLine(line: string): Node[] {
  if (line.length > longest) return [document.createTextNode(line)];
  const parts: Node[] = [];
  let done = 0;
  for (const match of line.matchAll(token)) {
    const kind = kinds.find((name) => match.groups?.[name]);
    if (kind === undefined) continue;
    parts.push(document.createTextNode(line.slice(done, match.index)));
    const span = document.createElement('span');
    span.className = kind;
    span.textContent = match[0];
    parts.push(span);
    done = match.index + match[0].length;
  }
  parts.push(document.createTextNode(line.slice(done)));
  return parts;
}
