import { readDeclaration } from '../../../../../lib/wechat-pay/customs/global-customs';

it('reads a row of the query, whose number has another name, and leaves out what is empty', () => {
	const row = { customs: 'NINGBO', mch_customs_no: '33', order_fee: 888, state: 'PROCESSING' };
	expect(readDeclaration({ ...row, explanation: '', duty: 1 })).toEqual({
		customs: 'NINGBO',
		merchant_customs_no: '33',
		order_fee: 888,
		state: 'PROCESSING',
	});
});
