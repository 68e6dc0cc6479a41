import { FIELDS } from '../../../tools/odoo-names/fields';
import { hasName } from '../../../tools/odoo-names/limited-name';
import { LIMITED_MODELS } from '../../../tools/odoo-names/models-and-methods';
import { useRoutes } from '../support/apps';
import { VERSIONS } from '../support/versions';

/** The table of names by version, against what the real version has. */
describe.each(VERSIONS)('Names in Odoo %s', (version) => {
	const shop = useRoutes(version);

	it('are in the versions that the table says', async () => {
		const { admin } = shop();
		const wrong: string[] = [];
		for (const [model, fields] of Object.entries(FIELDS)) {
			const exists = await admin.call<number>('ir.model', 'search_count', [
				[['model', '=', model]],
			]);
			const expected = hasName(LIMITED_MODELS[model], Number(version));
			if (exists > 0 !== expected) wrong.push(model);
			if (!expected || exists === 0) continue;
			const params = { attributes: ['type'] };
			const known = await admin.call<object>(model, 'fields_get', [], params);
			for (const [field, limits] of Object.entries(fields)) {
				if (field in known !== hasName(limits, Number(version))) wrong.push(`${model}.${field}`);
			}
		}
		expect(wrong).toEqual([]);
	});
});
