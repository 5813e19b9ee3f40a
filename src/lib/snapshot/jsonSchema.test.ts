/** static/schema is generated from the schemas that validate: `npx vitest run src/lib/snapshot/jsonSchema.test.ts -u`. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { describe, expect, it } from 'vitest';
import { environmentFileSchema } from './environmentSchema';
import { snapshotSchema } from './snapshotSchema';

const published: readonly (readonly [string, GenericSchema])[] = [
	['environment.v1.schema.json', environmentFileSchema],
	['snapshot.v1.schema.json', snapshotSchema]
];

describe('static/schema', () => {
	it.each(published)('%s is up to date', async (fileName, schema) => {
		// A check has no counterpart in JSON Schema.
		const json = toJsonSchema(schema, { target: 'draft-2020-12', typeMode: 'input', ignoreActions: ['check'] });
		await expect(JSON.stringify(json, null, '\t') + '\n').toMatchFileSnapshot(
			`../../../static/schema/${fileName}`,
			'out of date: run vitest on this file with -u'
		);
	});
});
