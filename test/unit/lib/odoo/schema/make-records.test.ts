import { makeRecord, removeRecords, tryRecords } from '../../../../../lib/odoo/schema/make-records';
import { answerExternalId } from '../answer-external-id';
import { callsOf } from '../odoo-with-rows';
import { fakeOdoo } from '../fake-odoo';

const records = [
	{ externalId: 'wechat_setup.a', values: { name: 'A', help: 'First' } },
	{ externalId: 'wechat_setup.b', values: { name: 'B' } },
];
const loading = () => fakeOdoo(() => ({ ids: [1, 2], messages: [] }));

it('loads records of one model in one call, existing ones kept', async () => {
	const odoo = loading();
	expect((await tryRecords(odoo, 'ir.filters', records)).size).toBe(0);
	expect(odoo.calls).toMatchObject([
		{
			...{ model: 'ir.filters', method: 'load', context: { mode: 'update', noupdate: true } },
			params: {
				fields: ['id', 'name', 'help'],
				data: [
					['wechat_setup.a', 'A', 'First'],
					['wechat_setup.b', 'B', ''],
				],
			},
		},
	]);
	const overwriting = loading();
	await tryRecords(overwriting, 'ir.ui.view', records, 'overwritten');
	expect(overwriting.calls[0]?.context).not.toHaveProperty('noupdate');
	expect((await tryRecords(overwriting, 'ir.ui.view', [])).size).toBe(0);
	expect(overwriting.calls).toHaveLength(1);
});

it('throws what Odoo says against a record that is needed', async () => {
	const odoo = fakeOdoo(({ method }) =>
		method === 'load'
			? { ids: false, messages: [{ type: 'error', record: 0, message: 'Not this.' }] }
			: true,
	);
	await expect(makeRecord(odoo, 'ir.ui.menu', 'wechat_setup.menu', {})).rejects.toMatchObject({
		message: expect.stringContaining('Not this.'),
	});
});

it('deletes the records that exist, in one call', async () => {
	const odoo = fakeOdoo(
		(call) => answerExternalId(call, { 'wechat_setup.a': ['ir.filters', 7] }) ?? true,
	);
	await removeRecords(odoo, ['wechat_setup.a', 'wechat_setup.b']);
	expect(callsOf(odoo, 'ir.filters unlink')).toMatchObject([{ ids: [7] }]);
	await removeRecords(odoo, ['wechat_setup.b']);
	expect(callsOf(odoo, 'ir.filters unlink')).toHaveLength(1);
});
