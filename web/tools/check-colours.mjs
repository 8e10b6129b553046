// Fails when a colour is written anywhere but in tokens.css: themes swap tokens, not rules.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = new URL('../src/', import.meta.url).pathname;
const colour = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch)\(/i;
const problems = [];

for (const name of readdirSync(root, { recursive: true })) {
  if (!/\.(css|tsx)$/.test(name) || name.endsWith('tokens.css')) continue;
  readFileSync(path.join(root, name), 'utf8')
    .split('\n')
    .forEach((line, index) => {
      if (colour.test(line)) problems.push(`src/${name}:${index + 1}: a colour outside ui/tokens.css: ${line.trim()}`);
    });
}

problems.forEach((problem) => console.error(problem));
process.exit(problems.length > 0 ? 1 : 0);
