// Checks the description of the API that a server gives of itself: node tests/openapi/check.mjs URL
import { createConfig, lintFromString } from '@redocly/openapi-core';
import process from 'node:process';

const rules = {
  extends: ['spec'],
  rules: {
    'no-unresolved-refs': 'error',
    'no-unused-components': 'error',
    'operation-operationId': 'error',
    'operation-operationId-unique': 'error',
    'operation-summary': 'error',
    'operation-2xx-response': 'error',
    'operation-4xx-response': 'error',
    'operation-parameters-unique': 'error',
    'path-parameters-defined': 'error',
    'path-declaration-must-exist': 'error',
    'no-ambiguous-paths': 'error',
    'no-identical-paths': 'error',
    'security-defined': 'error',
    'no-invalid-media-type-examples': 'error',
    'no-invalid-schema-examples': 'error',
  },
};

const address = process.argv[2];
const response = await fetch(address, { headers: { Authorization: `Bearer ${process.env.RAPPORT_TOKEN}` } });
if (!response.ok) {
  throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
}
const source = await response.text();
const problems = await lintFromString({ source, absoluteRef: address, config: await createConfig(rules) });
for (const { ruleId, message, location } of problems) {
  console.log(`${location[0]?.pointer ?? '#'}: ${message} (${ruleId})`);
}
const operations = Object.values(JSON.parse(source).paths).reduce((count, path) => count + Object.keys(path).length, 0);
console.log(`${operations} operations described, ${problems.length} problems`);
process.exitCode = problems.length === 0 && operations > 0 ? 0 : 1;
