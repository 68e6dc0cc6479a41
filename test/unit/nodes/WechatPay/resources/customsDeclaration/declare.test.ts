import type { INode } from 'n8n-workflow';

import { WechatPay } from '../../../../../../nodes/WechatPay/WechatPay.node';
import type { Sandbox } from '../../../../../../sandbox/index';
import { runNode } from '../../../../../support/engine';
import { sharedSandbox } from '../../../../../support/shared-sandbox';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await sharedSandbox();
});
afterAll(async () => sandbox.stop());

const office = { customs: 'NINGBO', merchantCustomsNo: '3302960XYZ' };
const run = async (operation: string, parameters: INode['parameters'], item = {}) => {
	const given = { resource: 'customsDeclaration', operation, ...office, ...parameters };
	const credential = { ...sandbox.credential, paths: 'global' };
	const [[first] = []] = await runNode(new WechatPay(), given, [item], credential);
	return first?.json;
};

it('declares the parts that the item has, and passes on the item', async () => {
	const { out_trade_no, transaction_id } = sandbox.pay({ total: 3000 });
	const orderNumber = '={{ $json.out_trade_no }}';
	const customs_parts = [
		{ sub_order_no: `${out_trade_no}-1`, product_fee: 900, transport_fee: 100 },
		{ sub_order_no: `${out_trade_no}-2`, product_fee: 2000, transport_fee: 0 },
	];
	const item = { out_trade_no, customs_parts, order: { id: 7 } };
	expect(await run('declare', { orderNumber }, item)).toMatchObject({
		...item,
		customs: { customs: 'NINGBO', transaction_id, state: 'PROCESSING', declared_fen: 3000 },
	});
	expect(await run('get', { orderNumber }, item)).toMatchObject({
		order: { id: 7 },
		customs: { declarations: [{ order_fee: 1000 }, { order_fee: 2000 }] },
	});
	await run('get', { orderNumber }, item);
	const again = { orderNumber, partNumber: `${out_trade_no}-2` };
	expect(await run('redeclare', again, item)).toMatchObject({
		customs: { declarations: [{ state: 'SUCCESS' }, { state: 'SUBMITTED' }] },
	});
});

it('gives back no identity, not even that of the item before', async () => {
	const { out_trade_no: orderNumber } = sandbox.pay({ total: 3000 });
	await run('declare', { orderNumber });
	const { certificate_id: idNumber, certificate_name: name } = sandbox.customsRules.payer;
	const fields = { orderNumber, idNumber: '={{ $json.idNumber }}', name: '={{ $json.name }}' };
	const check = await run('verifyIdentity', fields, { idNumber, name });
	expect(check).toMatchObject({ certificate_check_result: 'SAME' });
	expect(JSON.stringify(check)).not.toMatch(/19491231002|张三/);
});

it('declares nothing for an office that is a name and no code', async () => {
	const { out_trade_no: orderNumber, transaction_id } = sandbox.pay({ total: 3000 });
	const refused = async (parameters: INode['parameters'], words: string) =>
		await expect(run('declare', { orderNumber, ...parameters })).rejects.toMatchObject({
			message: expect.stringContaining(words),
		});
	await refused({ customs: '宁波海关' }, 'GUANGZHOU_ZS');
	await refused({ parts: '{"sub_order_no":"1"}' }, 'not a list');
	const declared = sandbox.declarations().filter((one) => one.transaction_id === transaction_id);
	expect(declared).toEqual([]);
});
