import { IntegrationError } from '../../../../lib/core/errors';
import { findByExternalId, findByExternalIds, findId } from '../../../../lib/odoo/external-ids';
import { fakeOdoo } from './fake-odoo';
import { externalIdPart } from '../../../../lib/odoo/records';

const failure = (code: string) =>
	new IntegrationError({ code, message: '', likelyCause: '', nextStep: '' });
const odoo = () =>
	fakeOdoo(({ params }) => {
		const { xml_id: name } = params as { xml_id: string };
		if (name === 'known') return ['sale.order', 7];
		throw failure(name === 'lost' ? 'ODOO_NO_ANSWER' : 'ODOO_EXTERNAL_ID_UNKNOWN');
	});

it('keeps only characters that are allowed in an external id', () => {
	expect(externalIdPart('a.b/c-D_1é')).toBe('a_b_c-D_1_');
});

it('finds the record of an external id', async () => {
	const client = odoo();
	expect(await findByExternalId(client, 'wechat_pay.known')).toEqual({
		model: 'sale.order',
		id: 7,
	});
	expect(client.calls[0]?.params).toEqual({ module: 'wechat_pay', xml_id: 'known' });
	expect(await findByExternalId(client, 'wechat_pay.other')).toBeUndefined();
});

it('does not take a lost connection for an unknown external id', async () => {
	await expect(findByExternalId(odoo(), 'wechat_pay.lost')).rejects.toMatchObject({
		code: 'ODOO_NO_ANSWER',
	});
});

it('finds a record only if it belongs to the model', async () => {
	expect(await findId(odoo(), 'sale.order', 'wechat_pay.known')).toBe(7);
	expect(await findId(odoo(), 'res.partner', 'wechat_pay.known')).toBeUndefined();
});

it('finds many, each once', async () => {
	const client = odoo();
	const ids = ['wechat_pay.known', 'wechat_pay.known', 'wechat_pay.other'];
	expect(await findByExternalIds(client, ids)).toEqual(
		new Map([['wechat_pay.known', { model: 'sale.order', id: 7 }]]),
	);
	expect(client.calls).toHaveLength(2);
});
