import { schemaPath } from '../../../../tools/schemas/schema-path';

it.each([
	[1, 'order', 'getBacklog', '__schema__/v1.0.0/order/getBacklog.json'],
	[2, undefined, undefined, '__schema__/v2.0.0.json'],
	[1.2, 'a', 'b', '__schema__/v1.2.0/a/b.json'],
])('is where n8n looks for it: version %s, %s, %s', (version, resource, operation, path) => {
	expect(schemaPath(version, resource, operation)).toBe(path);
});
